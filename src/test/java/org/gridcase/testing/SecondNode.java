package org.gridcase.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridcase.GridCase;

/** Another copy of the application as a process of its own, over the database of the first. */
public final class SecondNode implements AutoCloseable {
    private static final String DATA_FOLDER = "--gridcase.data-dir=";

    private final Process program;

    private SecondNode(Process program) {
        this.program = program;
    }

    /** Returns once it listens. */
    public static SecondNode start(List<String> settings) throws IOException {
        settings.stream()
                .filter(it -> it.startsWith(DATA_FOLDER))
                .forEach(it -> LearntOnce.in(it.substring(DATA_FOLDER.length())));
        var command = JavaProgram.command("-Xmx1g", GridCase.class);
        command.addAll(settings);
        return new SecondNode(
                listening(new ProcessBuilder(command).redirectErrorStream(true).start()));
    }

    private static Process listening(Process program) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("/camunda/app/tasklist/")) {
                var rest = new Thread(() -> lines.lines().forEach(more -> {}));
                rest.setDaemon(true);
                rest.start();
                return program;
            }
        }
        throw new AssertionError("did not start:\n" + said);
    }

    /** As a power cut would: it says nothing to anybody. */
    public void kill() throws InterruptedException {
        program.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        program.destroy();
        if (!program.waitFor(30, TimeUnit.SECONDS)) {
            program.destroyForcibly();
        }
    }
}
