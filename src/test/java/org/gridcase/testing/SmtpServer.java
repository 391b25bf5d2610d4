package org.gridcase.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that takes every mail but those to {@code nobody@…}, as RFC 5321 has it. */
public final class SmtpServer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    /** As it came. */
    public record Mail(List<String> to, String text) {

        /** A header's value, unfolded; empty if it has none. */
        public String header(String name) {
            String head = text.substring(0, text.indexOf("\n\n")).replaceAll("\n[ \t]+", " ");
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private SmtpServer(ServerSocket door) {
        this.door = door;
        var thread = new Thread(this::listen, "smtp-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param port 0 for any */
    public static SmtpServer start(int port) throws IOException {
        return new SmtpServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return door.getLocalPort();
    }

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                var thread = new Thread(() -> talk(caller), "smtp-talk");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, "220 mail.city.example");
            List<String> to = new CopyOnWriteArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO", "NOOP", "MAIL", "RSET" -> {
                        if (verb.equals("MAIL")) {
                            to.clear();
                        }
                        say(out, "250 mail.city.example");
                    }
                    case "RCPT" -> {
                        boolean known = !line.contains("<nobody@");
                        if (known) {
                            to.add(line.replaceAll(".*<(.*)>.*", "$1"));
                        }
                        say(out, known ? "250 OK" : "550 5.1.1 no such mailbox");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        mails.add(new Mail(List.copyOf(to), data(in)));
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "502 not known");
                }
            }
        } catch (IOException gone) {
            // whoever hangs up has said all they wanted to
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return text.toString();
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
