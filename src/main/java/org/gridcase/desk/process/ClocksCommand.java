package org.gridcase.desk.process;

import java.io.PrintStream;
import org.gridcase.clock.Rebuild;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --gridcase.command=check-clocks}: prints each column of an open clock that says something else than its ledger
 * and ends the program, with 1 if there is any; {@code rebuild-clocks} writes what the ledger says, and ends with 0.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnExpression("'${gridcase.command:}' == 'check-clocks' or '${gridcase.command:}' == 'rebuild-clocks'")
class ClocksCommand implements ApplicationRunner {
    private final Rebuild rebuild;
    private final ApplicationContext context;
    private final boolean mend;

    ClocksCommand(Rebuild rebuild, ApplicationContext context, @Value("${gridcase.command}") String command) {
        this.rebuild = rebuild;
        this.context = context;
        this.mend = command.startsWith("rebuild");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = run(rebuild, mend, System.out);
        // away from the thread that starts the program, which the end of the program waits for
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "end").start();
    }

    static int run(Rebuild rebuild, boolean mend, PrintStream out) {
        Rebuild.Result result = rebuild.run(
                mend,
                one -> out.printf(
                        "DIFFERENT %s %s %s %s, by its ledger %s%n",
                        one.id(), one.clock(), one.column(), one.stands(), one.follows()));
        out.printf(
                "%d cases with open clocks, %d differences%s%n",
                result.cases(), result.differences(), mend && result.differences() > 0 ? ", written anew" : "");
        return result.differences() == 0 || mend ? 0 : 1;
    }
}
