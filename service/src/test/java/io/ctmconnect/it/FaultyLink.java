package io.ctmconnect.it;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP link between two ports of this machine, with faults that are set while it is used. */
final class FaultyLink implements AutoCloseable {
    /** What is wrong with it. */
    sealed interface Fault {
        /** Every byte passes at once. */
        record None() implements Fault {}

        /** Nobody listens, and what was connected is reset. */
        record Refused() implements Fault {}

        /** Connections stay and are accepted, but no byte passes until the link is healed. */
        record Silent() implements Fault {}

        /** Whatever is sent arrives as much later, both ways. */
        record Late(Duration by) implements Fault {}

        /** Each connection is reset after so many bytes of its answers. */
        record CutAfter(int bytes) implements Fault {}

        /** Answers pass a few bytes at a time. */
        record Trickling(int bytesPerSecond) implements Fault {}
    }

    private static final int CHUNK = 16 * 1024;
    private static final int TRICKLES_PER_SECOND = 10;

    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private volatile int target;
    private volatile Fault fault = new Fault.None();
    private volatile String concerned = "";
    private volatile @Nullable ServerSocket listener;

    private FaultyLink(ServerSocket listener) {
        this.listener = listener;
        port = listener.getLocalPort();
    }

    /** A link that leads nowhere yet. */
    static FaultyLink open() {
        try {
            ServerSocket listener = listen(0);
            FaultyLink link = new FaultyLink(listener);
            link.acceptFrom(listener);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
    }

    /** From now on new connections lead to that port of this machine. */
    void leadTo(int newTarget) {
        target = newTarget;
    }

    /** Where it begins. */
    int port() {
        return port;
    }

    /** What is sent from now on, and what waits, meets this fault. */
    void suffer(Fault newFault) {
        suffer(newFault, "");
    }

    /** As {@link #suffer(Fault)}, but only connections whose latest request holds this text. */
    void suffer(Fault newFault, String request) {
        synchronized (change) {
            concerned = request;
            fault = newFault;
            change.notifyAll();
        }
        if (newFault instanceof Fault.Refused) {
            closeListener();
            connections.forEach(Connection::reset);
        }
    }

    /** Everything passes again; what was held back arrives now. */
    void heal() {
        suffer(new Fault.None());
        if (listener == null) {
            try {
                ServerSocket again = listen(port);
                listener = again;
                acceptFrom(again);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void acceptFrom(ServerSocket socket) {
        Thread.ofVirtual().name("faulty-link").start(() -> {
            while (!socket.isClosed()) {
                try {
                    Connection.between(this, socket.accept());
                } catch (IOException _) {
                    // closed, or its target is not there
                }
            }
        });
    }

    private Fault faultOf(Connection connection) {
        return concerned.isEmpty() || connection.request.contains(concerned) ? fault : new Fault.None();
    }

    private void awaitSound(Connection connection) throws InterruptedException {
        synchronized (change) {
            while (faultOf(connection) instanceof Fault.Silent && connection.isOpen()) {
                change.wait();
            }
        }
    }

    private void closeListener() {
        ServerSocket open = listener;
        listener = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        closeListener();
        connections.forEach(Connection::reset);
    }

    /** One connection to the link, and the one that it has made in turn. */
    private static final class Connection {
        private final FaultyLink link;
        private final Socket caller;
        private final Socket called;
        private volatile String request = "";
        private @Nullable Fault met;
        private int passed;

        private Connection(FaultyLink link, Socket caller, Socket called) {
            this.link = link;
            this.caller = caller;
            this.called = called;
        }

        static void between(FaultyLink link, Socket caller) throws IOException {
            try {
                Socket called = new Socket(InetAddress.getLoopbackAddress(), link.target);
                called.setTcpNoDelay(true);
                caller.setTcpNoDelay(true);
                Connection connection = new Connection(link, caller, called);
                link.connections.add(connection);
                Thread.ofVirtual().start(() -> connection.pass(caller, called));
                Thread.ofVirtual().start(() -> connection.pass(called, caller));
            } catch (IOException e) {
                caller.close();
                throw e;
            }
        }

        boolean isOpen() {
            return !caller.isClosed();
        }

        private void pass(Socket from, Socket to) {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = from.getInputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (from.equals(caller)) {
                        request = new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
                    }
                    link.awaitSound(this);
                    send(chunk, read, to);
                }
                link.awaitSound(this);
                caller.close();
                called.close();
            } catch (IOException _) {
                reset();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                link.connections.remove(this);
            }
        }

        private void send(byte[] chunk, int length, Socket to) throws IOException, InterruptedException {
            OutputStream out = to.getOutputStream();
            boolean isAnswer = to.equals(caller);
            switch (link.faultOf(this)) {
                case Fault.Late(Duration by) -> {
                    Thread.sleep(by);
                    out.write(chunk, 0, length);
                }
                case Fault.CutAfter cut when isAnswer -> sendUpTo(cut, chunk, length, out);
                case Fault.Trickling(int bytesPerSecond)
                when isAnswer -> trickle(Math.max(1, bytesPerSecond / TRICKLES_PER_SECOND), chunk, length, out);
                default -> out.write(chunk, 0, length);
            }
        }

        private void sendUpTo(Fault.CutAfter cut, byte[] chunk, int length, OutputStream out) throws IOException {
            passed = cut.equals(met) ? passed : 0;
            met = cut;
            int rest = Math.min(length, cut.bytes() - passed);
            out.write(chunk, 0, rest);
            passed += rest;
            if (passed == cut.bytes()) {
                reset();
            }
        }

        private void trickle(int atOnce, byte[] chunk, int length, OutputStream out)
                throws IOException, InterruptedException {
            for (int sent = 0; sent < length; sent += atOnce) {
                out.write(chunk, sent, Math.min(atOnce, length - sent));
                if (link.faultOf(this) instanceof Fault.Trickling) {
                    Thread.sleep(1000 / TRICKLES_PER_SECOND);
                }
            }
        }

        void reset() {
            for (Socket socket : new Socket[] {caller, called}) {
                try {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } catch (IOException _) {
                    // it is closed
                }
            }
            synchronized (link.change) {
                link.change.notifyAll();
            }
        }
    }
}
