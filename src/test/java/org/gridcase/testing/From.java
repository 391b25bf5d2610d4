package org.gridcase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Asks the application from another address of this machine: 127.0.0.0/8 is all its own. */
public class From {
    private final String address;
    private final URI application;

    public From(String address, Http http) {
        this.address = address;
        this.application = URI.create(http.address());
    }

    /** What came back. */
    public record Answer(int status, String whole) {

        /** A header's value, or nothing. */
        public String header(String name) {
            var found = Pattern.compile("(?im)^" + name + ": (.*?)\r?$").matcher(whole);
            return found.find() ? found.group(1) : "";
        }
    }

    /** @param headers one to a line */
    public Answer get(String path, String... headers) {
        return send("GET " + path, "", headers);
    }

    /** @param headers one to a line */
    public Answer postForm(String path, String form, String... headers) {
        return send(
                "POST " + path,
                form,
                (String.join("\n", headers) + "\nContent-Type: application/x-www-form-urlencoded").split("\n"));
    }

    private Answer send(String line, String body, String... headers) {
        var request = new StringBuilder(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header.isEmpty() ? "" : header + "\r\n");
        }
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        request.append("Content-Length: ").append(sent.length).append("\r\n\r\n");
        try (var socket = new Socket(
                InetAddress.getByName(application.getHost()),
                application.getPort(),
                InetAddress.getByName(address),
                0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(sent);
            String whole = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(whole.substring(9, 12)), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
