package org.gridcase.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How each channel does, for those who look after the system. */
@Component
public class Outbox {
    private final JdbcClient jdbc;
    private final NoticeRows rows;
    private final ChannelRows channels;
    private final Carriers carriers;
    private final Clock clock;

    Outbox(JdbcClient jdbc, NoticeRows rows, ChannelRows channels, Carriers carriers, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.channels = channels;
        this.carriers = carriers;
        this.clock = clock;
    }

    /**
     * One channel.
     *
     * @param ready whether the city has set it up
     * @param oldest when the oldest that waits was made
     * @param failure a word and perhaps a number, nothing secret
     */
    public record State(
            Channel channel,
            boolean ready,
            long waiting,
            @Nullable Instant oldest,
            long failed,
            @Nullable Instant failingSince,
            @Nullable Instant restsUntil,
            @Nullable String failure,
            @Nullable Instant sentAt) {}

    @Transactional(readOnly = true)
    public List<State> states() {
        return jdbc.sql("""
                        select c.*, w.waiting, w.oldest, f.failed,
                          coalesce(c.failure, (select failure from notice n where n.channel = c.channel
                            and state = 'FAILED' order by made_at desc limit 1)) as last_failure
                        from notice_channel c,
                          lateral (select count(*) as waiting, min(made_at) as oldest from notice n
                            where n.channel = c.channel and state = 'WAITING') w,
                          lateral (select count(*) as failed from notice n
                            where n.channel = c.channel and state = 'FAILED') f
                        order by c.channel""")
                .query((row, n) -> {
                    Channel channel = Channel.valueOf(row.getString("channel"));
                    return new State(
                            channel,
                            carriers.ready(channel),
                            row.getLong("waiting"),
                            ChannelRows.instant(row, "oldest"),
                            row.getLong("failed"),
                            ChannelRows.instant(row, "failing_since"),
                            ChannelRows.instant(row, "rests_until"),
                            row.getString("last_failure"),
                            ChannelRows.instant(row, "sent_at"));
                })
                .list();
    }

    /** Tries it again at once, with all that has failed. */
    @Transactional
    public int retry(Channel channel) {
        channels.wake(channel);
        return rows.again(channel, clock.instant());
    }
}
