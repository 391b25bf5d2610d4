package org.gridcase.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gridcase.privacy.Perishable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A reporter need not be reached for ever. */
@Component
class ContactTime implements Perishable {
    private final JdbcClient jdbc;

    ContactTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "contact";
    }

    @Override
    public int purge(Instant before, int most) {
        return jdbc.sql("""
                        update report set contact_name = null, contact_phone = null, contact_email = null where id in (
                          select r.id from report r join city_case c on c.id = r.case_id
                          where num_nonnulls(r.contact_name, r.contact_phone, r.contact_email) > 0
                            and c.closed_at < :before and case_ended_at(c.id) < :before limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
