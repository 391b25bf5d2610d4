package org.gridcase.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.gridcase.GridCase;
import org.gridcase.testing.JavaProgram;
import org.gridcase.testing.PostgresForTests;

/** A running copy of the application with the settings that the compose file gives its service. */
record Composed(Process program, String address) {
    private static final Pattern LISTENING = Pattern.compile("(http://localhost:\\d+)/report");

    static Composed start(Path folder, Map<String, String> values) throws IOException {
        var program = new ProcessBuilder(JavaProgram.command("-Xmx1g", GridCase.class));
        program.redirectErrorStream(true).environment().putAll(settings(folder, values));
        return listening(program.start());
    }

    /** Of the compose file's only what names other containers is another. */
    private static Map<String, String> settings(Path folder, Map<String, String> values) {
        var settings = new TreeMap<>(ComposeFile.read().service("application").environment(values));
        settings.remove("USE_SYSTEM_CA_CERTS");
        settings.put("SPRING_DATASOURCE_URL", PostgresForTests.newDatabase());
        settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
        settings.put("GRIDCASE_DATADIR", folder.toString());
        settings.put("SERVER_PORT", "0");
        return settings;
    }

    private static Composed listening(Process program) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            var found = LISTENING.matcher(line);
            if (found.find()) {
                new Thread(() -> readOn(program.getInputStream())).start();
                return new Composed(program, found.group(1).replace("localhost", "127.0.0.1"));
            }
        }
        throw new AssertionError("did not start:\n" + said);
    }

    /** So that it never waits for somebody to read what it says. */
    private static void readOn(InputStream said) {
        try {
            said.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // it was stopped
        }
    }

    static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    void stop() throws InterruptedException {
        program.destroy();
        if (!program.waitFor(30, TimeUnit.SECONDS)) {
            program.destroyForcibly();
        }
    }
}
