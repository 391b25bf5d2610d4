package org.gridcase.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.Drafts;
import org.gridcase.whatif.Result;
import org.gridcase.whatif.Run;
import org.gridcase.whatif.Side;
import org.gridcase.whatif.Wanted;
import org.gridcase.whatif.WhatIf;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints how long it takes to simulate stretches of a written past, and how far what the model in force makes of the same
 * arrivals is from what really happened. Wants a data folder with a past in it, in which only the trials stay behind. Not
 * part of the suite: {@code ./mvnw -q test -Djacoco.skip -Dtest=WhatIfBenchmark -Dbench.data=/tmp/past}
 */
class WhatIfBenchmark {
    private static final String WHO = "what-if-benchmark";
    private static final int DAYS = Integer.getInteger("bench.days", 7);

    @Test
    void print() {
        OnPast.with(context -> new Bench(context).print());
    }

    private static final class Bench {
        private final WhatIf whatIf;
        private final Drafts drafts;

        Bench(ConfigurableApplicationContext context) {
            whatIf = context.getBean(WhatIf.class);
            drafts = context.getBean(Drafts.class);
            var staff = context.getBean(Staff.class);
            staff.enrol(List.of(new StaffMember(WHO, WHO)));
            staff.grant(
                    WHO,
                    Set.of(new Grant(
                            Role.ANALYST, context.getBean(Grids.class).city().code())));
        }

        void print() {
            UUID draft = drafts.open("what-if", WHO);
            LocalDate until = LocalDate.parse(System.getProperty(
                    "bench.until", whatIf.today().minusDays(60).toString()));
            for (int days : new int[] {1, DAYS}) {
                long start = System.nanoTime();
                Run run = ended(draft, whatIf.begin(draft, new Wanted(days, until, null, 1, Map.of()), WHO));
                double seconds = (System.nanoTime() - start) / 1e9;
                Result result = run.result();
                if (result == null) {
                    throw new AssertionError(run.state() + " " + run.refused());
                }
                System.out.printf(
                        Locale.ROOT,
                        "%n%d days until %s: %.1f s; learnt from %,d visits, apart: %s%n",
                        days,
                        until,
                        seconds,
                        result.learntVisits(),
                        result.apart());
                System.out.println("                                   real  simulated    error");
                Side real = result.real();
                Side model = result.before();
                line("arrivals", real.arrivals(), model.arrivals());
                line("closed a day", real.perDay(), model.perDay());
                line("hours to close, median", real.medianHours(), model.medianHours());
                line("hours to close, p90", real.p90Hours(), model.p90Hours());
                line("late, %", real.late() * 100, model.late() * 100);
                for (Side.Step step : real.steps()) {
                    model.step(step.step()).ifPresent(it -> {
                        line(step.step() + " visits", step.visits(), it.visits());
                        line(step.step() + " minutes, median", step.stayMedian(), it.stayMedian());
                    });
                }
            }
            drafts.withdraw(draft, WHO, "measured");
        }

        private static void line(String what, double real, double model) {
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %,10.1f %,10.1f %+7.1f %%%n",
                    what,
                    real,
                    model,
                    real == 0 ? 0 : (model - real) / real * 100);
        }

        private Run ended(UUID draft, UUID id) {
            Run run = whatIf.run(draft, id);
            while (run.state() == Run.State.RUNNING) {
                LockSupport.parkNanos(50_000_000);
                run = whatIf.run(draft, id);
            }
            return run;
        }
    }
}
