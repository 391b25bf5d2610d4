package org.gridcase.identity.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.gridcase.identity.StaffLeft;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of all browsers on all nodes; one that is ended here is gone at its next request, wherever that goes. */
@Component
public class Sessions {
    private static final long A_MINUTE = 60_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void ended(StaffLeft left) {
        endAllOf(left.staff());
    }

    /** Those that are open, and one that is about to be opened with what was said of the person before. */
    @Transactional
    public void endAllOf(String account) {
        jdbc.sql("update staff set signed_out_at = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), account)
                .update();
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(account)
                .update();
    }

    /** That its person wants something; a minute more or less is not worth a write. */
    void used(String id) {
        long now = clock.millis();
        jdbc.sql("""
                        update spring_session set last_access_time = ?,
                          expiry_time = ? + max_inactive_interval * cast(1000 as bigint)
                        where session_id = ? and last_access_time < ?""").params(now, now, id, now - A_MINUTE).update();
    }

    /** @return whose they were */
    public List<String> endThoseOn(String keycloakSession) {
        return jdbc.sql("""
                        delete from spring_session where primary_id in (select session_primary_id
                          from spring_session_attributes where attribute_name = 'gridcase.keycloakSession'
                            and attribute_bytes = ?)
                        returning principal_name""")
                .param(keycloakSession.getBytes(StandardCharsets.UTF_8))
                .query(String.class)
                .list();
    }
}
