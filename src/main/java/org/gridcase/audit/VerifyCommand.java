package org.gridcase.audit;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * {@code --gridcase.command=verify-audit}: prints each day and ends the program: with 0 if the chain is sound, 1 if it is
 * broken, 2 if it could not be read to its end.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "verify-audit")
class VerifyCommand implements ApplicationRunner {
    private final ChainCheck chain;
    private final ApplicationContext context;

    VerifyCommand(ChainCheck chain, ApplicationContext context) {
        this.chain = chain;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = verify(chain, System.out);
        // away from the thread that starts the program, which the end of the program waits for
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "end").start();
    }

    static int verify(ChainCheck chain, PrintStream out) {
        try {
            Verdict verdict = chain.run(day ->
                    out.printf("%s %d entries, the last %d %s%n", day.day(), day.entries(), day.last(), day.hash()));
            return told(verdict, out);
        } catch (DataAccessException unreadable) {
            out.printf("UNREADABLE %s%n", unreadable.getMostSpecificCause().getMessage());
            return 2;
        }
    }

    private static int told(Verdict verdict, PrintStream out) {
        Flaw flaw = verdict.flaw();
        if (flaw != null) {
            out.printf(
                    "BROKEN %s number %d %s%n",
                    flaw.day(), flaw.number(), flaw.kind().name().toLowerCase(Locale.ROOT));
        }
        out.printf("%d entries sound, %d days, the last hash %s%n", verdict.entries(), verdict.days(), verdict.hash());
        return verdict.sound() ? 0 : 1;
    }
}
