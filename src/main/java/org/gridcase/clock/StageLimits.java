package org.gridcase.clock;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long each stage may take in a district, together with a case's clocks: both are asked for at once, at each move. */
@Component
class StageLimits {
    private static final String SELECT = """
            select l.clock as kind, l.minutes, l.counting as limit_counting, l.yellow_share as share,
              exists (select from noisy_class n where n.service_code = ?) as noisy, c.*
            from (select distinct on (clock) * from stage_limit where district in ('', ?)
                  order by clock, district desc) l
            left join case_clock c on c.case_id = ? and c.clock = l.clock""";

    private final JdbcTemplate jdbc;

    StageLimits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param amount none where the filing standard says it
     * @param noisy whether the class of the case is
     * @param clock none that has ever been started
     */
    record Slot(
            @Nullable Duration amount,
            Counted counted,
            double yellowShare,
            boolean noisy,
            @Nullable CaseClock clock) {}

    Map<Kind, Slot> of(CaseId id, String district, @Nullable String serviceCode) {
        var slots = new EnumMap<Kind, Slot>(Kind.class);
        jdbc.query(
                SELECT,
                row -> {
                    Integer minutes = row.getObject("minutes", Integer.class);
                    slots.put(
                            Kind.valueOf(row.getString("kind")),
                            new Slot(
                                    minutes == null ? null : Duration.ofMinutes(minutes),
                                    Counted.valueOf(row.getString("limit_counting")),
                                    row.getDouble("share"),
                                    row.getBoolean("noisy"),
                                    row.getObject("case_id") == null ? null : ClockRows.read(row, 0)));
                },
                serviceCode,
                district,
                id.value());
        return slots;
    }
}
