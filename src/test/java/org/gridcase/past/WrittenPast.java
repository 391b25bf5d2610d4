package org.gridcase.past;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;

/** Gives an empty database a past, for tests outside of this module. */
public final class WrittenPast {

    private WrittenPast() {}

    /** @param arguments as of the command */
    public static void in(ApplicationContext context, String... arguments) {
        var said = new ByteArrayOutputStream();
        int code = context.getBean(Chronicle.class)
                .write(new DefaultApplicationArguments(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new AssertionError(said.toString(StandardCharsets.UTF_8));
        }
    }
}
