package org.gridcase.clock;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long stages may take, and which classes are noisy. What is running keeps what it began with. */
@Component
@Transactional
public class TimePolicy {
    private static final String CITY = "";

    private final JdbcClient jdbc;

    TimePolicy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each clock, a district's own before the city's. */
    @Transactional(readOnly = true)
    public List<StageLimit> limits(@Nullable String district) {
        return jdbc
                .sql("""
                        select distinct on (clock) * from stage_limit where district in ('', ?)
                        order by clock, district desc""")
                .param(key(district))
                .query((row, n) -> {
                    Integer minutes = row.getObject("minutes", Integer.class);
                    return new StageLimit(
                            Kind.valueOf(row.getString("clock")),
                            minutes == null ? null : Duration.ofMinutes(minutes),
                            Counted.valueOf(row.getString("counting")),
                            row.getDouble("yellow_share"));
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(StageLimit::clock))
                .toList();
    }

    /** Which of them are a district's own. */
    @Transactional(readOnly = true)
    public List<Kind> own(String district) {
        return jdbc
                .sql("select clock from stage_limit where district = ?")
                .param(district)
                .query(String.class)
                .list()
                .stream()
                .map(Kind::valueOf)
                .toList();
    }

    public void put(@Nullable String district, StageLimit limit) {
        Duration amount = limit.amount();
        jdbc.sql("""
                        insert into stage_limit (clock, district, minutes, counting, yellow_share) values (?, ?, ?, ?, ?)
                        on conflict (clock, district) do update set minutes = excluded.minutes,
                          counting = excluded.counting, yellow_share = excluded.yellow_share""")
                .params(Arrays.asList(
                        limit.clock().name(),
                        key(district),
                        amount == null ? null : (int) amount.toMinutes(),
                        limit.counted().name(),
                        limit.yellowShare()))
                .update();
    }

    /** The district goes by the city's again. */
    public void drop(String district, Kind clock) {
        jdbc.sql("delete from stage_limit where district = ? and clock = ? and district <> ''")
                .params(district, clock.name())
                .update();
    }

    /** Service codes of classes whose handling is noisy. */
    @Transactional(readOnly = true)
    public SortedSet<String> noisy() {
        return new TreeSet<>(jdbc.sql("select service_code from noisy_class")
                .query(String.class)
                .list());
    }

    public void putNoisy(Collection<String> serviceCodes) {
        jdbc.sql("delete from noisy_class").update();
        serviceCodes.forEach(code -> jdbc.sql("insert into noisy_class values (?) on conflict do nothing")
                .param(code)
                .update());
    }

    private static String key(@Nullable String district) {
        return district == null ? CITY : district;
    }
}
