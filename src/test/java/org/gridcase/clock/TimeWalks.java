package org.gridcase.clock;

import java.time.Duration;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases walked through time. */
public class TimeWalks {
    private final Flow flow;
    private final JdbcTemplate jdbc;

    public TimeWalks(Flow flow, JdbcTemplate jdbc) {
        this.flow = flow;
        this.jdbc = jdbc;
    }

    /** With the unit, which has two hours. */
    public CaseId handling(String words) {
        return CaseWalks.dispatched(flow, words);
    }

    /** As if everything about its clocks had happened that much earlier. */
    public void pass(CaseId id, Duration time) {
        String earlier = " - interval '" + time.toSeconds() + " seconds'";
        jdbc.update("update clock_entry set at = at" + earlier + " where case_id = ?", id.value());
        jdbc.update(
                "update case_clock set running_since = running_since" + earlier + ", yellow_at = yellow_at" + earlier
                        + ", due_at = due_at" + earlier + ", started_at = started_at" + earlier + " where case_id = ?",
                id.value());
        jdbc.update(
                "update city_case set yellow_at = yellow_at" + earlier + ", due_at = due_at" + earlier
                        + " where id = ?",
                id.value());
        jdbc.update(
                "update time_request set asked_at = asked_at" + earlier + ", decided_at = decided_at" + earlier
                        + ", until = until" + earlier + " where case_id = ?",
                id.value());
    }

    /** Handled, checked and closed, too late or in time. */
    public CaseId closed(String words, boolean late) {
        CaseId id = handling(words);
        if (late) {
            pass(id, Duration.ofHours(3));
        }
        flow.complete(
                "handler",
                id,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
        flow.complete("checker", id, "outcome", "passed");
        return id;
    }
}
