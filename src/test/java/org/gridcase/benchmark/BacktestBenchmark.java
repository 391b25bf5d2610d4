package org.gridcase.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.gridcase.backtest.Backtest;
import org.gridcase.backtest.Backtests;
import org.gridcase.backtest.ChangedTables;
import org.gridcase.backtest.Stretch;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long it takes to try a draft on a written past: about a million decision records against one spreadsheet of 500
 * rows, then all records against four other tables, three of them of 500 rows. Wants a data folder with a past in it, in
 * which only the backtests themselves stay behind. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=BacktestBenchmark -Dbench.data=/tmp/past}
 */
class BacktestBenchmark {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String FILING = "rules/filing/filing.drl.xlsx";
    private static final String CLASSIFICATION = "rules/classification/classification.drl.xlsx";
    private static final String MINOR = "processes/case-handling/minor-event.dmn";
    private static final String WHO = "backtest-benchmark";
    private static final int ROWS = Integer.getInteger("bench.rows", 500);
    private static final int RECORDS = Integer.getInteger("bench.records", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Test
    void print() {
        OnPast.with(context -> new Bench(context).print());
    }

    private static final class Bench {
        private final Backtests backtests;
        private final Drafts drafts;
        private final Releases releases;
        private final JdbcTemplate jdbc;
        private final List<String> classes;
        private final List<String> districts;

        Bench(ConfigurableApplicationContext context) {
            backtests = context.getBean(Backtests.class);
            drafts = context.getBean(Drafts.class);
            releases = context.getBean(Releases.class);
            jdbc = context.getBean(JdbcTemplate.class);
            var grids = context.getBean(Grids.class);
            classes = context.getBean(Catalogue.class).all().stream()
                    .map(one -> one.serviceCode())
                    .toList();
            districts = grids.all().stream()
                    .filter(area -> area.level() == AreaLevel.DISTRICT)
                    .map(area -> area.code())
                    .toList();
            var staff = context.getBean(Staff.class);
            staff.enrol(List.of(new StaffMember(WHO, WHO)));
            staff.grant(WHO, Set.of(new Grant(Role.ANALYST, grids.city().code())));
        }

        void print() {
            int days = daysOf(RECORDS);
            run("a program that has just started: three days, one table", 3, Map.of(ROUTING, routing()));
            run("about a million records, one table of " + ROWS + " rows", days, Map.of(ROUTING, routing()));
            Map<String, byte[]> all = new HashMap<>();
            all.put(ROUTING, routing());
            all.put(FILING, filing());
            all.put(CLASSIFICATION, classification());
            run("about a million records, all four tables", days, withMinor(all));
            run("all records, all four tables", Stretch.MOST_DAYS, withMinor(all));
        }

        private Map<String, byte[]> withMinor(Map<String, byte[]> tables) {
            var all = new HashMap<>(tables);
            all.put(
                    MINOR,
                    new String(shipped(MINOR), StandardCharsets.UTF_8)
                            .replace("突发事件从来不是小微事件", "突发事件不是小微事件")
                            .getBytes(StandardCharsets.UTF_8));
            return all;
        }

        private void run(String title, int days, Map<String, byte[]> tables) {
            UUID draft = drafts.open(title, WHO);
            tables.forEach((path, content) -> {
                drafts.put(draft, path, content, WHO);
                if (path.endsWith(".xlsx")) {
                    String examples = path.replaceFirst("[^/]+$", "cases.csv");
                    String[] lines = new String(drafts.file(draft, examples), StandardCharsets.UTF_8).split("\n");
                    drafts.put(draft, examples, (lines[0] + "\n" + lines[1]).getBytes(StandardCharsets.UTF_8), WHO);
                }
            });
            long start = System.nanoTime();
            var found = drafts.check(draft, WHO);
            if (!found.isEmpty()) {
                throw new AssertionError(found.toString());
            }
            System.out.printf(Locale.ROOT, "%n%s; the check took %.1f s%n", title, (System.nanoTime() - start) / 1e9);
            System.out.println("    records      cases  different  answered    changed  s in all  records/s");
            for (int round = 0; round < ROUNDS; round++) {
                start = System.nanoTime();
                Backtest it = ended(backtests.begin(draft, new Stretch(days, "", ""), WHO));
                double seconds = (System.nanoTime() - start) / 1e9;
                if (it.state() != Backtest.State.DONE) {
                    throw new AssertionError(it.state());
                }
                var figures = it.figures();
                System.out.printf(
                        Locale.ROOT,
                        "%,11d %,10d %,10d %,9d %,10d %9.2f %,10.0f%n",
                        figures.records(),
                        figures.cases(),
                        figures.distinct(),
                        figures.answered(),
                        figures.changed(),
                        seconds,
                        figures.records() / seconds);
            }
            drafts.withdraw(draft, WHO, "measured");
        }

        private Backtest ended(UUID run) {
            Backtest it = backtests.get(run, WHO);
            while (it.isRunning()) {
                LockSupport.parkNanos(20_000_000);
                it = backtests.get(run, WHO);
            }
            return it;
        }

        /** Up to now, so that there are so many records. */
        private int daysOf(int records) {
            Integer days = jdbc.queryForObject("""
                    select greatest(1, least(1100, 1 + extract(epoch from now() - min(reported_at)) / 86400))::int
                    from (select reported_at from case_origin order by reported_at desc limit ?) o""", Integer.class, cases(records));
            return days == null ? 1 : days;
        }

        /** That many records are about so many cases, by the last twenty thousand. */
        private int cases(int records) {
            Double each = jdbc.queryForObject("""
                    select count(r.id)::float / greatest(1, count(distinct o.case_id))
                    from (select case_id from case_origin order by reported_at desc limit 20000) o
                    join decision_record r on r.case_id = o.case_id""", Double.class);
            return (int) (records / Math.max(1, each == null ? 1 : each));
        }

        private byte[] routing() {
            byte[] other =
                    ChangedTables.cell(ChangedTables.cell(shipped(ROUTING), "R27", 'H', "landscape"), "R27", 'I', "区级");
            return ChangedTables.rows(other, ROWS, i -> new Object[] {
                "X" + i, code(i), null, null, district(i), null, 40 + i % 10, "street-office", "街道级", "其他区的约定"
            });
        }

        private byte[] filing() {
            return ChangedTables.rows(shipped(FILING), ROWS, i ->
                    new Object[] {"X" + i, code(i), district(i), "campus", "否", 1, 0.75, "学校周边"});
        }

        private byte[] classification() {
            return ChangedTables.rows(shipped(CLASSIFICATION), ROWS, i ->
                    new Object[] {"X" + i, "是", "否", code(i), "hotline", district(i), 0.97, 0.9, "采用提议", "热线，把握很大"});
        }

        private String code(int i) {
            return classes.get(i * 7 % classes.size());
        }

        private String district(int i) {
            return districts.get(i % districts.size());
        }

        private byte[] shipped(String path) {
            return releases.artifact(1, path);
        }
    }
}
