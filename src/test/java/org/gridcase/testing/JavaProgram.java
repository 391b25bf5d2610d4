package org.gridcase.testing;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another Java program of ours that runs as this one does, of the same classes and as soon or as fast. */
public final class JavaProgram {
    private JavaProgram() {}

    /** Without what it is to be told. */
    public static List<String> command(String heap, Class<?> main) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(it -> it.startsWith("-XX:"))
                .forEach(command::add);
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
