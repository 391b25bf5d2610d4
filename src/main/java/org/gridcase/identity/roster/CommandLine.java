package org.gridcase.identity.roster;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** How a command ends the program that ran it. */
class CommandLine {
    private CommandLine() {}

    /** Away from the thread that starts the program, which the end of the program waits for. */
    static void end(ApplicationContext context, int code) {
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "end").start();
    }
}
