package org.gridcase.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How each channel does, for all nodes together: one that fails rests, longer each time. */
@Component
class ChannelRows {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;

    ChannelRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param resting until when nothing is sent by it */
    record Health(int failures, @Nullable Instant resting) {
        boolean rests(Instant now) {
            return resting != null && resting.isAfter(now);
        }
    }

    Health of(Channel channel) {
        List<Health> found = jdbc.query(
                "select failures, rests_until from notice_channel where channel = ?",
                (row, n) -> new Health(row.getInt(1), instant(row, "rests_until")),
                channel.name());
        return found.isEmpty() ? new Health(0, null) : found.get(0);
    }

    void failed(Channel channel, String why, Instant now) {
        int before = of(channel).failures();
        jdbc.update("""
                update notice_channel set failures = failures + 1, failing_since = coalesce(failing_since, ?),
                  rests_until = ?, failure = ? where channel = ?""", NoticeRows.utc(now), NoticeRows.utc(now.plus(pause(before))), why, channel.name());
    }

    void worked(Channel channel, Instant now) {
        jdbc.update("""
                update notice_channel set failures = 0, failing_since = null, rests_until = null, failure = null,
                  sent_at = ? where channel = ?""", NoticeRows.utc(now), channel.name());
    }

    void wake(Channel channel) {
        jdbc.update("update notice_channel set rests_until = null where channel = ?", channel.name());
    }

    /** Twice as long after each further failure. */
    static Duration pause(int failures) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
