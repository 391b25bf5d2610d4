package org.gridcase.desk.my;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gridcase.privacy.Perishable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A phone that has not sent for so long will not send the same again. */
@Component
class SubmissionTime implements Perishable {
    private final JdbcClient jdbc;

    SubmissionTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "submission";
    }

    @Override
    public int purge(Instant before, int most) {
        return jdbc.sql("delete from submission where id in (select id from submission where at < ? limit ?)")
                .params(before.atOffset(ZoneOffset.UTC), most)
                .update();
    }
}
