package org.gridcase.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.notice.NoticeRows.Kind;
import org.gridcase.notice.NoticeRows.Written;
import org.gridcase.privacy.Masking;
import org.gridcase.shared.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people, together with what it tells of: in the caller's transaction, sent once that has been committed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Notices {
    private static final int LONGEST_WORDS = 100;
    private static final int AT_ONCE = 2_000;

    private final NoticeRows rows;
    private final Carriers carriers;
    private final NoticeRules rules;
    private final NoticeTexts texts;
    private final Reporters reporters;
    private final Masking masking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(
            NoticeRows rows,
            Carriers carriers,
            NoticeRules rules,
            NoticeTexts texts,
            Reporters reporters,
            Masking masking,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.carriers = carriers;
        this.rules = rules;
        this.texts = texts;
        this.reporters = reporters;
        this.masking = masking;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there are words for it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean know(String template) {
        return texts.has(template);
    }

    /** Who is to hear what by which channels; whom a channel does not reach is passed over. */
    public record Call(News news, Set<String> accounts, Set<Channel> channels) {}

    public int tell(News news, Set<String> accounts, Set<Channel> channels) {
        return tell(List.of(new Call(news, accounts, channels)));
    }

    /** @return how many notices are new */
    public int tell(Collection<Call> calls) {
        Instant now = clock.instant();
        Instant undisturbed = rules.undisturbed(now);
        List<Written> fresh = new ArrayList<>();
        for (Call call : calls) {
            News news = clean(call.news());
            for (Channel channel : call.channels()) {
                if (channel.goesOut() && !carriers.ready(channel)) {
                    continue;
                }
                Instant due = news.urgent() || !channel.goesOut() ? now : undisturbed;
                if (channel.isPost()) {
                    fresh.add(new Written(news, Kind.POST, channel.code(), channel, due));
                } else if (channel != Channel.SMS) {
                    call.accounts().forEach(account -> fresh.add(new Written(news, Kind.STAFF, account, channel, due)));
                }
            }
        }
        return write(fresh, now);
    }

    /** Everybody who reported the case, by the channel they left. */
    public int tellReporters(News news, CaseId id) {
        Instant now = clock.instant();
        Instant due = news.urgent() ? now : rules.undisturbed(now);
        News clean = clean(news);
        List<Written> fresh = reporters.of(id).stream()
                .flatMap(one -> one.channels().stream()
                        .filter(carriers::ready)
                        .limit(1)
                        .map(channel -> new Written(clean, Kind.REPORTER, one.report(), channel, due)))
                .toList();
        return write(fresh, now);
    }

    private int write(List<Written> fresh, Instant now) {
        int sum = 0;
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            var rung = rows.add(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)), now);
            sum += rung.added();
            if (!rung.accounts().isEmpty()) {
                events.publishEvent(new Rung(rung.accounts()));
            }
        }
        return sum;
    }

    /** One line each, bounded, and nothing in it by which a person is reached. */
    private News clean(News news) {
        var told = news.told().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> masking.held(Line.of(value.getValue(), LONGEST_WORDS))));
        return new News(news.event(), news.template(), news.caseId(), told, news.urgent());
    }
}
