package org.gridcase.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import org.gridcase.privacy.Perishable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told need not be kept for ever: the case's timeline says what happened. */
@Component
class NoticeTime implements Perishable {
    private final JdbcClient jdbc;

    NoticeTime(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "notice";
    }

    @Override
    public int purge(Instant before, int most) {
        return jdbc.sql("""
                        delete from notice where id in (
                          select id from notice where made_at < ? and state <> 'WAITING' order by made_at limit ?)""").params(before.atOffset(ZoneOffset.UTC), most).update();
    }
}
