package org.gridcase.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One running copy of {@link DatabaseAlone}. */
final class Copy implements AutoCloseable {
    static final String ANSWER = "answer> ";

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private Copy(Path folder) throws IOException {
        process = new ProcessBuilder(command(folder)).redirectErrorStream(true).start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one, whatever comes of it. */
    static Copy launch(Path folder) throws IOException {
        return new Copy(folder);
    }

    private static List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the coverage agent sees this process too
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DatabaseAlone.class.getName()));
        command.addAll(List.of("--gridcase.data-dir=" + folder, "--spring.main.web-application-type=none"));
        return command;
    }

    /** The address of its database, once it answers. */
    String url() {
        return answer();
    }

    String ask(String sql) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(sql)
                    .append('\n')
                    .flush();
        } catch (IOException e) {
            throw new UncheckedIOException(said.toString(), e);
        }
        return answer();
    }

    private String answer() {
        for (String line = line(); line != null; line = line()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
        }
        throw new IllegalStateException("it ended without an answer:\n" + said);
    }

    private String line() {
        try {
            String line = output.readLine();
            said.append(line).append('\n');
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Everything it says until it has ended. */
    String lastWords() throws InterruptedException {
        output.lines().forEach(line -> said.append(line).append('\n'));
        process.waitFor();
        return said.toString();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** kill -9; by the handle, because the process itself would close our end of its output too. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            process.outputWriter().close();
        } catch (IOException gone) {
            said.append(gone);
        }
        lastWords();
    }
}
