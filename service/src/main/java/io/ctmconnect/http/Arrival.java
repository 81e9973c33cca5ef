package io.ctmconnect.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that each request of a connection arrives within a time, and that the bodies of all connections have room in
 * memory. Who is too slow is answered 408, who finds no room 503; then the connection is closed. One for each connection,
 * behind the decoder; {@link #bytes()} stands before it.
 */
final class Arrival extends ChannelDuplexHandler {
    /** For a whole request, and for the first byte of a connection: our decision. 1 MiB in it are 18 kB a second. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final BodyRoom.Share body;
    private @Nullable Future<?> limit;
    private boolean answered;
    private boolean refused;

    Arrival(BodyRoom room) {
        body = room.share();
    }

    /** The handler that sees each byte before it is decoded: with the first one of a request its time begins. */
    ChannelInboundHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                begin(context);
                context.fireChannelRead(message);
            }
        };
    }

    private void begin(ChannelHandlerContext bytes) {
        if (limit == null && !refused) {
            limit = bytes.executor()
                    .schedule(() -> tooSlow(bytes.pipeline().context(this)), LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void arrived() {
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            answered = false;
        }
        if (message instanceof LastHttpContent) {
            arrived();
        }
        boolean hasRoom = !(message instanceof HttpContent content)
                || body.grow(content.content().readableBytes());
        if (hasRoom && !refused) {
            context.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
            refuse(
                    context,
                    HttpResponseStatus.SERVICE_UNAVAILABLE,
                    "Too many large requests are arriving; try again later");
        }
    }

    private void tooSlow(@Nullable ChannelHandlerContext context) {
        if (context != null) {
            refuse(context, HttpResponseStatus.REQUEST_TIMEOUT, "The request did not arrive within a minute");
        }
    }

    private void refuse(ChannelHandlerContext context, HttpResponseStatus status, String message) {
        if (refused) {
            return;
        }
        refused = true;
        arrived();
        if (answered) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            ErrorBody error = ErrorBody.of(ErrorCode.ofStatus(status.code()), status.code(), message);
            var refusal = BareErrorHandler.closing(context, status, error);
            if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
                refusal.headers().set("Retry-After", RETRY_AFTER_SECONDS);
            }
            context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (refused) {
            ReferenceCountUtil.release(message);
            promise.trySuccess(); // the caller has its answer already
            return;
        }
        answered |= message instanceof HttpResponse;
        if (message instanceof LastHttpContent) {
            body.giveBack();
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived();
        body.giveBack();
        context.fireChannelInactive();
    }
}
