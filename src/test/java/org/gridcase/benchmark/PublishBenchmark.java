package org.gridcase.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gridcase.backtest.Backtests;
import org.gridcase.policy.DraftMaker;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Publishes one release after another, each with a table and a flow that there were not before, lets a case through each,
 * and prints heap and Metaspace after a collection every ten. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=PublishBenchmark -Dbench.publishes=100}
 */
@CityTest
class PublishBenchmark {
    private static final int PUBLISHES = Integer.getInteger("bench.publishes", 100);
    private static final int EVERY = Integer.getInteger("bench.every", 10);

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Autowired
    Flow flow;

    @Test
    void print() {
        var maker = new DraftMaker(drafts, releases, backtests);
        System.out.printf("| publishes | ms each | heap MB | Metaspace MB | classes |%n|--:|--:|--:|--:|--:|%n");
        through();
        line(0, Duration.ZERO);
        Duration took = Duration.ZERO;
        for (int i = 1; i <= PUBLISHES; i++) {
            UUID draft = maker.collapsesGoTo(i % 2 == 0 ? "water" : "power", "第" + i + "次");
            Instant begun = Instant.now();
            drafts.publish(draft, "approver");
            took = took.plus(Duration.between(begun, Instant.now()));
            through();
            if (i % EVERY == 0) {
                line(i, took.dividedBy(EVERY));
                took = Duration.ZERO;
            }
        }
        maker.undoAll();
    }

    /** A case through every table and model of the release in force. */
    private void through() {
        CaseId id = flow.report("路面塌陷", "L01001").caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.run(id);
    }

    private static void line(int publishes, Duration each) {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf(
                "| %d | %,d | %.1f | %.1f | %,d |%n",
                publishes,
                each.toMillis(),
                heap / 1e6,
                metaspace / 1e6,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }
}
