package org.gridcase.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the city's people are not to be disturbed, and when its leaders get the day's digest. */
@Component
public class NoticeRules {
    private final JdbcClient jdbc;
    private final ZoneId zone;

    NoticeRules(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /**
     * Of every day.
     *
     * @param quietTo also the next morning; the same as {@code quietFrom} if it is never quiet
     */
    public record Hours(LocalTime quietFrom, LocalTime quietTo, LocalTime digestAt) {

        boolean isQuiet(LocalTime at) {
            return quietFrom.isAfter(quietTo)
                    ? !at.isBefore(quietFrom) || at.isBefore(quietTo)
                    : !at.isBefore(quietFrom) && at.isBefore(quietTo);
        }
    }

    public Hours hours() {
        return jdbc.sql("select quiet_from, quiet_to, digest_at from notice_rule")
                .query((row, n) -> new Hours(
                        row.getObject(1, LocalTime.class),
                        row.getObject(2, LocalTime.class),
                        row.getObject(3, LocalTime.class)))
                .single();
    }

    @Transactional
    public void put(Hours hours) {
        jdbc.sql("update notice_rule set quiet_from = ?, quiet_to = ?, digest_at = ?")
                .params(hours.quietFrom(), hours.quietTo(), hours.digestAt())
                .update();
    }

    /** The first moment from then on at which somebody may be disturbed. */
    Instant undisturbed(Instant from) {
        Hours hours = hours();
        ZonedDateTime at = from.atZone(zone);
        if (!hours.isQuiet(at.toLocalTime())) {
            return from;
        }
        ZonedDateTime end = at.with(hours.quietTo());
        return (end.isAfter(at) ? end : end.plusDays(1)).toInstant();
    }

    /** The day whose digest is due and nobody has made yet: whoever gets it makes it, in this transaction. */
    @Transactional
    Optional<LocalDate> digestDue(Instant now) {
        ZonedDateTime at = now.atZone(zone);
        return jdbc.sql("""
                        update notice_rule set digested = ? where digested < ? and digest_at <= ? returning digested""")
                .params(at.toLocalDate(), at.toLocalDate(), at.toLocalTime())
                .query(LocalDate.class)
                .optional();
    }
}
