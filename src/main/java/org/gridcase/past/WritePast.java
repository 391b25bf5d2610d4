package org.gridcase.past;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --gridcase.command=write-past}: fills an empty city with a past and ends the program: with 0 if it is written,
 * 2 if it was refused.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "write-past")
class WritePast implements ApplicationRunner {
    private final Chronicle chronicle;
    private final ApplicationContext context;

    WritePast(Chronicle chronicle, ApplicationContext context) {
        this.chronicle = chronicle;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = chronicle.write(arguments, System.out);
        // away from the thread that starts the program, which the end of the program waits for
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "end").start();
    }
}
