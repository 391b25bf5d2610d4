package org.gridcase.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.notice.NoticeRows.Kind;
import org.gridcase.notice.NoticeRows.Taken;
import org.springframework.stereotype.Component;

/**
 * Sends what is due by one channel. Notices are taken in a transaction of its own and sent outside of any; what a node
 * took and did not send, because it died, is another's some minutes later.
 */
@Component
class Courier {
    private static final int AT_ONCE = 20;
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private final NoticeRows rows;
    private final ChannelRows channels;
    private final Carriers carriers;
    private final Wording wording;
    private final Preferences preferences;
    private final Reporters reporters;
    private final NoticeRules rules;
    private final NoticeSettings settings;
    private final Clock clock;

    Courier(
            NoticeRows rows,
            ChannelRows channels,
            Carriers carriers,
            Wording wording,
            Preferences preferences,
            Reporters reporters,
            NoticeRules rules,
            NoticeSettings settings,
            Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.carriers = carriers;
        this.wording = wording;
        this.preferences = preferences;
        this.reporters = reporters;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there may be more that is due */
    boolean round(Channel channel) {
        Carrier carrier = carriers.of(channel).orElse(null);
        Instant now = clock.instant();
        var health = channels.of(channel);
        if (carrier == null || health.rests(now)) {
            return false;
        }
        // whether it answers again is found out with one
        int most = health.failures() > 0 ? 1 : AT_ONCE;
        List<Taken> taken = rows.take(channel, now, now.plus(TAKEN_FOR), most);
        for (int at = 0; at < taken.size(); at++) {
            if (!send(taken.get(at), carrier)) {
                List<UUID> rest = taken.subList(at + 1, taken.size()).stream()
                        .map(Taken::id)
                        .toList();
                rows.release(rest);
                return false;
            }
        }
        return taken.size() == most;
    }

    /** @return whether the channel works */
    private boolean send(Taken it, Carrier carrier) {
        Optional<String> address = address(it);
        if (address.isEmpty()) {
            rows.failed(it.id(), "noAddress");
            return true;
        }
        try {
            carrier.send(letter(it, address.get()));
            rows.sent(it.id(), clock.instant());
            channels.worked(it.channel(), clock.instant());
            return true;
        } catch (Undelivered failed) {
            return failed(it, failed);
        }
    }

    private boolean failed(Taken it, Undelivered why) {
        Instant now = clock.instant();
        if (why.forGood() || it.madeAt().plus(settings.patience()).isBefore(now)) {
            rows.failed(it.id(), why.why());
        } else {
            Instant due = now.plus(ChannelRows.pause(it.tries() - 1));
            rows.later(it.id(), it.urgent() ? due : rules.undisturbed(due), why.why());
        }
        if (!why.forGood()) {
            channels.failed(it.channel(), why.why(), now);
        }
        return why.forGood();
    }

    private Optional<String> address(Taken it) {
        return switch (it.kind()) {
            case POST -> Optional.of("");
            case STAFF -> preferences.address(it.recipient());
            case REPORTER -> reporters.address(it.recipient(), it.channel());
        };
    }

    private Letter letter(Taken it, String address) {
        Locale language = it.kind() == Kind.STAFF
                ? NoticeTexts.language(preferences.of(it.recipient()).language())
                : NoticeTexts.CITYS;
        var text = wording.of(it.template(), it.told(), language);
        return new Letter(
                it.id(),
                address,
                it.template(),
                NoticeTexts.tag(language),
                text.title(),
                text.body(),
                it.caseId(),
                it.madeAt());
    }
}
