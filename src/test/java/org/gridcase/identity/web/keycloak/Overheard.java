package org.gridcase.identity.web.keycloak;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes the log-out tokens that Keycloak sends, so that a test can deliver them itself. */
final class Overheard implements AutoCloseable {
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    private final HttpServer server;

    Overheard() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            tokens.add(URLDecoder.decode(body.replaceFirst("^.*logout_token=", ""), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    String next() throws InterruptedException {
        String token = tokens.poll(30, TimeUnit.SECONDS);
        if (token == null) {
            throw new AssertionError("Keycloak said nothing");
        }
        return token;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
