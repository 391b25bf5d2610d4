package org.gridcase.desk.my;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a browser and the server, which can be cut: a page's worker does not heed emulated networks. */
class Line implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Line(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Line::end);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Line::end);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                if (cut) {
                    end(browser);
                } else {
                    join(browser, new Socket(InetAddress.getLoopbackAddress(), server));
                }
            } catch (IOException closed) {
                // the test is over, or the server is
            }
        }
    }

    private void join(Socket browser, Socket far) {
        open.add(browser);
        open.add(far);
        start(() -> carry(browser, far));
        start(() -> carry(far, browser));
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // one end hung up, or the line was cut
        } finally {
            open.remove(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }
}
