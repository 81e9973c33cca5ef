package io.ctmconnect.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Sees to it that even an error which the HTTP layer answers by itself, without a body, arrives in our envelope: a request
 * that cannot be parsed, an impossible path, a chunked body that grows too large. Such requests reach no router, so that
 * this is done in the channel. Netty loads it by name where {@link #enable()} was called first.
 */
public final class BareErrors extends ChannelInitializerExtension {
    /** The HTTP server's encoder, by the name that Vert.x gives it; other channels have none. */
    private static final String ENCODER = "httpEncoder";

    /** Lets Netty find this class; to be called before the first channel is opened. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new Installer());
    }

    /** Waits for the first bytes: only then the server has put its own handlers in place. */
    private static final class Installer extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (context.pipeline().get(ENCODER) != null) {
                context.pipeline().addAfter(ENCODER, "bareErrors", new BareErrorHandler());
            }
            context.pipeline().remove(this);
            context.fireChannelRead(message);
        }
    }
}
