package org.gridcase.clock;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --gridcase.command=remake-deadlines}: makes what follows the cases anew from them, and ends the program. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "remake-deadlines")
class RemakeCommand implements ApplicationRunner {
    private final DueCounts counts;
    private final ApplicationContext context;

    RemakeCommand(DueCounts counts, ApplicationContext context) {
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        counts.remake();
        // away from the thread that starts the program, which the end of the program waits for
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> 0)), "end").start();
    }
}
