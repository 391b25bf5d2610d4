package org.gridcase.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AuditTest
class TallyTests {
    private static final Subject DAY = new Subject("sign-in", "2026-11-23");

    @Autowired
    Tally tally;

    @Autowired
    Sums sums;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private long before;

    @BeforeEach
    void aNewMinute() {
        ((HandClock) clock).turn(Duration.ofMinutes(2));
        sums.tell();
        before = jdbc.sql("select number from audit_head").query(Long.class).single();
    }

    @Test
    void theFirstIsTheWholeStoryAndTheRestASum() {
        for (int i = 0; i < 25; i++) {
            tally.note(failed("worker", "203.0.113.7"), "203.0.113.7");
        }
        assertThat(further()).containsExactly(-1);

        theMinuteEnds();

        assertThat(further()).containsExactly(-1, 24);
        assertThat(detail("typed")).containsOnly("worker");
        assertThat(detail("address")).containsOnly("203.0.113.7");
    }

    @Test
    void whatHappenedOnceHasNoSum() {
        tally.note(failed("worker", "203.0.113.7"), "203.0.113.7");
        theMinuteEnds();

        assertThat(further()).containsExactly(-1);
    }

    @Test
    void oneAddressWithAThousandNamesMakesFewEntriesAndAllAreCounted() {
        for (int i = 0; i < 1000; i++) {
            tally.note(failed("name" + i, "203.0.113.7"), "203.0.113.7");
        }
        theMinuteEnds();

        assertThat(further()).hasSize(Tally.KINDS_OF_ONE_ORIGIN + 1);
        assertThat(told()).isEqualTo(1000);
    }

    @Test
    void theWholeWorldTogetherMakesFewEntriesAndAllAreCounted() {
        for (int i = 0; i < 1000; i++) {
            tally.note(failed("worker", "203.0.113." + i), "203.0.113." + i);
        }
        theMinuteEnds();

        assertThat(further()).hasSize(Tally.KINDS + 1);
        assertThat(told()).isEqualTo(1000);
    }

    @Test
    void whatCannotBeWrittenIsWrittenAllTheSame() {
        tally.note(failed("nul\u0000", "203.0.113.7"), "203.0.113.7");

        assertThat(further()).hasSize(1);
    }

    private static AuditEntry failed(String typed, String address) {
        return new AuditEntry("anybody", "sign-in.failed", DAY, null, Map.of("typed", typed, "address", address));
    }

    private void theMinuteEnds() {
        ((HandClock) clock).turn(Duration.ofMinutes(1));
        sums.tell();
    }

    /** How many each entry stands for beyond the first, -1 for a first. */
    private List<Integer> further() {
        return jdbc.sql(
                        "select coalesce((detail ->> 'further')::int, -1) from audit_entry where number > ? order by number")
                .param(before)
                .query(Integer.class)
                .list();
    }

    private int told() {
        return further().stream().mapToInt(further -> further < 0 ? 1 : further).sum();
    }

    private List<String> detail(String name) {
        return jdbc.sql("select detail ->> ? from audit_entry where number > ?")
                .param(name)
                .param(before)
                .query(String.class)
                .list();
    }
}
