package org.gridcase.identity.roster.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.gridcase.identity.roster.Granting;
import org.gridcase.identity.roster.Reach;
import org.gridcase.identity.roster.Reconcile;
import org.gridcase.identity.roster.RosterProblems;
import org.gridcase.identity.roster.RosterProblems.Problem;
import org.gridcase.identity.roster.Sync;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts into words how the staff is kept in step with Keycloak. */
@Component
class SyncView {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int MOST_PROBLEMS = 100;

    private final Sync sync;
    private final Granting granting;
    private final RosterProblems problems;
    private final MessageSource messages;
    private final DateTimeFormatter time;

    SyncView(Sync sync, Granting granting, RosterProblems problems, MessageSource messages, ZoneId zone) {
        this.sync = sync;
        this.granting = granting;
        this.problems = problems;
        this.messages = messages;
        this.time = SECOND.withZone(zone);
    }

    /**
     * As the page shows it.
     *
     * @param words how it stands
     * @param mood {@code bad}, {@code good} or nothing
     * @param percent how far a reconcile under way has come
     */
    record Shown(
            boolean on,
            String words,
            String mood,
            @Nullable Integer percent,
            boolean waiting,
            List<Past> last,
            List<Problem> problems) {}

    /** A reconcile, told in the reader's words. */
    record Past(String at, String cause, String words) {}

    /** What is wrong with groups is the whole city's business. */
    Shown of(Locale locale, Reach reach) {
        if (!sync.isOn()) {
            String why = granting.isOpen() ? "identity.sync.none" : "identity.sync.off";
            return new Shown(false, say(why, locale), "", null, false, List.of(), List.of());
        }
        Sync.State state = sync.state();
        return new Shown(
                true,
                words(state, locale),
                state.failure() != null || state.deaf() ? "bad" : "good",
                state.open().map(SyncView::percent).orElse(null),
                state.wanted() || state.last().isEmpty(),
                state.last().stream().map(one -> past(one, locale)).toList(),
                reach.city() ? problems.first(MOST_PROBLEMS) : List.of());
    }

    private String words(Sync.State state, Locale locale) {
        if (state.failure() != null && state.failingSince() != null) {
            String why = say("identity.sync.failure." + state.failure(), locale);
            return say("identity.sync.failing", locale, at(state.failingSince()), why);
        }
        if (state.heardAt() == null) {
            return say("identity.sync.never", locale);
        }
        return say(state.deaf() ? "identity.sync.deaf" : "identity.sync.heard", locale, at(state.heardAt()));
    }

    /** Those who have to be asked for one by one come after the last page. */
    private static int percent(Reconcile open) {
        return open.expected() == 0 ? 0 : Math.min(99, open.position() * 100 / open.expected());
    }

    private Past past(Reconcile one, Locale locale) {
        String cause = say("identity.sync.cause." + one.cause(), locale);
        String counts = say("identity.sync.counts", locale, one.position(), one.changed(), one.gone());
        String words = one.failure() != null
                ? say("identity.sync.failure." + one.failure(), locale)
                : one.endedAt() == null ? say("identity.sync.underWay", locale, counts) : counts;
        return new Past(at(one.startedAt()), cause, words);
    }

    private String at(Instant moment) {
        return time.format(moment);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
