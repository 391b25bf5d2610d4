package org.gridcase.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gridcase.privacy.Perishable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A link that follows a case leads nowhere some time after its end. */
@Component
class LinkTime implements Perishable {
    private final JdbcClient jdbc;

    LinkTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "link";
    }

    @Override
    public int purge(Instant before, int most) {
        return jdbc.sql("""
                        update case_origin set tracking_hash = null where case_id in (
                          select c.id from city_case c join case_origin o on o.case_id = c.id
                          where o.tracking_hash is not null and c.closed_at < :before
                            and case_ended_at(c.id) < :before limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
