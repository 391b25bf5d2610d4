package org.gridcase.forecast;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code --gridcase.command=learn-lateness}: learns, prints how well, and ends the program: with 0, or 1 if too few cases
 * have ended.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "gridcase.command", havingValue = "learn-lateness")
class LearnCommand implements ApplicationRunner {
    private final Lessons lessons;
    private final ApplicationContext context;

    LearnCommand(Lessons lessons, ApplicationContext context) {
        this.lessons = lessons;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = told(lessons.learn("command"), System.out);
        // away from the thread that starts the program, which the end of the program waits for
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "end").start();
    }

    static int told(Optional<Measures> learnt, PrintStream out) {
        if (learnt.isEmpty()) {
            out.println("too few cases have ended to learn from");
            return 1;
        }
        Measures it = learnt.get();
        out.printf(
                Locale.ROOT,
                "learnt from %,d cases, tried on %,d moments of later ones, of which %.1f %% ended late%n",
                it.learnt(),
                it.tried(),
                100 * it.late());
        out.printf(Locale.ROOT, "Brier %.4f; by the rule (80 %% of the limit used) %.4f%n", it.brier(), it.ruleBrier());
        out.printf(
                Locale.ROOT,
                "of %,d warnings %.1f %% come true, by the rule %.1f %%: lift %.2f%n",
                it.flagged(),
                100 * it.hits(),
                100 * it.ruleHits(),
                it.lift());
        out.printf(
                Locale.ROOT,
                "of all that end late %.1f %% are in the likeliest tenth as soon as they are dispatched%n",
                100 * it.early());
        out.println("   cases  said   was");
        it.bins()
                .forEach(bin -> out.printf(
                        Locale.ROOT, "%,8d %4.0f %% %4.0f %%%n", bin.cases(), 100 * bin.said(), 100 * bin.was()));
        return 0;
    }
}
