package org.gridcase.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who lead, once a day, how much of what has come together for them. */
@Component
class Digests {
    /** Before the template of which there were so many. */
    static final String COUNT = "n.";

    private static final String GATHER = """
            with gone as (
              update notice set state = 'SENT', sent_at = ? where channel = 'DIGEST' and state = 'WAITING'
              returning recipient, template)
            select recipient, template, count(*) from gone group by recipient, template""";

    private final NoticeRules rules;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Digests(
            NoticeRules rules,
            Notices notices,
            JdbcTemplate jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${gridcase.notice.digest:60s}")
    void make() {
        transaction.executeWithoutResult(
                status -> rules.digestDue(clock.instant()).ifPresent(this::make));
    }

    private void make(LocalDate day) {
        Map<String, News> news = new HashMap<>();
        jdbc.query(
                GATHER,
                row -> {
                    String account = row.getString(1);
                    news.put(
                            account,
                            news.getOrDefault(account, News.of("digest/" + day, "digest", null))
                                    .with("day", day.toString())
                                    .with(COUNT + row.getString(2), row.getString(3)));
                },
                NoticeRows.utc(clock.instant()));
        notices.tell(news.entrySet().stream()
                .map(one -> new Notices.Call(one.getValue(), Set.of(one.getKey()), Set.of(Channel.BELL, Channel.MAIL)))
                .toList());
    }
}
