package io.ctmconnect.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;

/** Gives an error answer without a body the envelope. One for each connection. */
final class BareErrorHandler extends ChannelDuplexHandler {
    private boolean head;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            head = HttpMethod.HEAD.equals(request.method());
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof FullHttpResponse bare && isBareError(bare)) {
            FullHttpResponse enveloped = enveloped(context, bare);
            ReferenceCountUtil.release(message);
            super.write(context, enveloped, promise);
        } else {
            super.write(context, message, promise);
        }
    }

    private boolean isBareError(FullHttpResponse response) {
        return !head && response.status().code() >= 400 && !response.content().isReadable();
    }

    /** An error in our envelope, after which the connection is closed. */
    static FullHttpResponse closing(ChannelHandlerContext context, HttpResponseStatus status, ErrorBody error) {
        HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return enveloped(context, new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, headers), error);
    }

    private static FullHttpResponse enveloped(ChannelHandlerContext context, FullHttpResponse bare) {
        int status = bare.status().code();
        FullHttpResponse enveloped = enveloped(context, bare, ErrorBody.of(ErrorCode.ofStatus(status), status));
        enveloped.trailingHeaders().set(bare.trailingHeaders());
        return enveloped;
    }

    private static FullHttpResponse enveloped(ChannelHandlerContext context, HttpResponse bare, ErrorBody error) {
        ByteBuf body = ByteBufUtil.writeUtf8(context.alloc(), JsonFormat.plain(error));
        HttpHeaders headers = bare.headers().copy();
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8");
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        headers.set(HttpHeaderNames.CACHE_CONTROL, CacheHeaders.NOT_AT_ALL);
        if (!headers.contains(RequestIds.HEADER)) {
            headers.set(RequestIds.HEADER, RequestIds.newId());
        }
        return new DefaultFullHttpResponse(
                bare.protocolVersion(), bare.status(), body, headers, new DefaultHttpHeaders());
    }
}
