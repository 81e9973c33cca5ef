package io.ctmconnect.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.TimeUnit;

/**
 * Sees to it that even an error which the HTTP layer answers by itself, without a body, arrives in our envelope: a request
 * that cannot be parsed, an impossible path, a chunked body that grows too large. Such requests reach no router, so that
 * this is done in the channel. {@link Arrival} sees to slow and large ones in the same place. Netty loads it by name where {@link #enable()} was called first.
 */
public final class BareErrors extends ChannelInitializerExtension {
    /** The HTTP server's encoder, by the name that Vert.x gives it; other channels have none. */
    private static final String ENCODER = "httpEncoder";

    private static final BodyRoom ROOM = BodyRoom.ofHeap();

    /** Lets Netty find this class; to be called before the first channel is opened. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new Installer());
    }

    /**
     * Waits for the first bytes: only then the server has put its own handlers in place. A connection that sends none is
     * closed after a while.
     */
    private static final class Installer extends ChannelInboundHandlerAdapter {
        private @Nullable Future<?> end;

        @Override
        public void channelActive(ChannelHandlerContext context) {
            end = context.executor().schedule(() -> close(context), Arrival.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            context.fireChannelActive();
        }

        private static void close(ChannelHandlerContext context) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            if (end != null) {
                end.cancel(false);
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (context.pipeline().get(ENCODER) != null) {
                Arrival arrival = new Arrival(ROOM);
                context.pipeline().addAfter(ENCODER, "bareErrors", new BareErrorHandler());
                context.pipeline().addAfter("bareErrors", "arrival", arrival);
                context.pipeline().addAfter(context.name(), "arrivingBytes", arrival.bytes());
            }
            context.pipeline().remove(this);
            context.fireChannelRead(message);
        }
    }
}
