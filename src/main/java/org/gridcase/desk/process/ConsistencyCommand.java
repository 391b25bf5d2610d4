package org.gridcase.desk.process;

import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --gridcase.command=check-consistency}: prints each difference and ends the program, with 1 if there is any. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = CommandMode.COMMAND, havingValue = "check-consistency")
class ConsistencyCommand implements ApplicationRunner {
    private final Consistency consistency;
    private final ApplicationContext context;

    ConsistencyCommand(Consistency consistency, ApplicationContext context) {
        this.consistency = consistency;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = check(consistency, System.out);
        // away from the thread that starts the program, which the end of the program waits for
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "end").start();
    }

    static int check(Consistency consistency, PrintStream out) {
        List<Difference> differences = consistency.differences();
        differences.forEach(one -> out.printf(
                "DIFFERENT %s %s stage %s, process at %s%n", one.kind(), one.caseId(), one.stage(), one.activity()));
        out.printf("%d cases, %d differences%n", consistency.cases(), differences.size());
        return differences.isEmpty() ? 0 : 1;
    }
}
