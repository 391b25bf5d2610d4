package org.gridcase.desk.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.assistant.CaseProposals;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.CaseSummary;
import org.gridcase.clock.Watch;
import org.gridcase.clock.Watches;
import org.gridcase.desk.Supervision;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the modules know of a case. */
@Component
class CaseViews {
    private final Naming naming;
    private final CaseLines lines;
    private final CasePhotos photos;
    private final Turns tasks;
    private final Steps steps;
    private final DecisionViews decisions;
    private final CaseProposals proposals;
    private final Supervision supervision;
    private final ClockViews clocks;
    private final RequestViews requests;
    private final ForecastViews forecasts;
    private final Calendars calendars;
    private final Times times;
    private final Watches watches;
    private final Clock clock;

    CaseViews(
            Naming naming,
            CaseLines lines,
            CasePhotos photos,
            Turns tasks,
            Steps steps,
            DecisionViews decisions,
            CaseProposals proposals,
            Supervision supervision,
            ClockViews clocks,
            RequestViews requests,
            ForecastViews forecasts,
            Calendars calendars,
            Times times,
            Watches watches,
            Clock clock) {
        this.naming = naming;
        this.lines = lines;
        this.photos = photos;
        this.tasks = tasks;
        this.steps = steps;
        this.decisions = decisions;
        this.proposals = proposals;
        this.supervision = supervision;
        this.clocks = clocks;
        this.requests = requests;
        this.forecasts = forecasts;
        this.calendars = calendars;
        this.times = times;
        this.watches = watches;
        this.clock = clock;
    }

    CaseView of(CaseFacts facts, String account, Locale locale) {
        Names names = naming.in(locale);
        CaseId id = facts.id();
        CaseLine line = lines.of(CaseSummary.of(facts), names);
        List<Turn> open = tasks.of(id, account, names);
        List<DecisionView> decided = decisions.of(id, names);
        List<ClockView> timed = clocks.of(id, names);
        RequestsView asked = requests.of(id, account, names);
        WatchView watch = watches.of(id).map(it -> watched(it, names)).orElse(null);
        return new CaseView(
                Integer.toHexString(
                        Arrays.asList(facts, line.lamp(), open, decided, ClockViews.mark(timed), asked.lines(), watch)
                                .hashCode()),
                facts,
                line,
                names.say("desk.channel." + facts.channel()),
                limit(facts, names),
                certain(facts),
                areas(facts, names),
                pictures(id, CasePhotos.Moment.BEFORE),
                pictures(id, CasePhotos.Moment.AFTER),
                open,
                timed,
                asked,
                forecasts.of(facts, names),
                steps.of(id, names),
                decided,
                guesses(id, names),
                watch,
                !facts.stage().ended()
                        && supervision.supervises(account, facts.location().district()));
    }

    private WatchView watched(Watch it, Names names) {
        return new WatchView(
                names.ofActor(it.watchedBy()),
                names.ofGroup(it.replier()),
                it.reason(),
                it.orders(),
                times.minute(it.dueAt()),
                it.state().name(),
                it.state() == Watch.State.ASKED && it.dueAt().isBefore(clock.instant()),
                it.rounds());
    }

    /** Continuous limits need no calendar. */
    private boolean certain(CaseFacts facts) {
        return facts.filedAt() == null
                || facts.dueAt() == null
                || !String.valueOf(facts.limitKind()).startsWith("WORKING")
                || calendars.of(facts.location().district()).knows(facts.filedAt(), facts.dueAt());
    }

    private static @Nullable String limit(CaseFacts facts, Names names) {
        return facts.limitAmount() == null
                ? null
                : names.say(
                        "desk.form.limit", facts.limitAmount(), names.say("catalogue.limitKind." + facts.limitKind()));
    }

    private static String areas(CaseFacts facts, Names names) {
        var location = facts.location();
        return Stream.of(location.district(), location.street(), location.community(), location.grid())
                .map(names::ofArea)
                .collect(Collectors.joining(" · "));
    }

    private List<CaseView.Picture> pictures(CaseId id, CasePhotos.Moment moment) {
        return photos.of(id).stream()
                .filter(shown -> shown.moment() == moment)
                .map(shown -> picture("/photos/" + shown.photo(), times.minute(shown.addedAt())))
                .toList();
    }

    private static CaseView.Picture picture(String base, String at) {
        return new CaseView.Picture(base + "/thumbnail", base + "/display", base + "/original", at);
    }

    private List<CaseView.Guess> guesses(CaseId id, Names names) {
        return proposals.of(id).stream()
                .map(guess -> new CaseView.Guess(guess.serviceCode(), names.ofClass(guess.serviceCode()), (int)
                        Math.round(100 * guess.confidence())))
                .toList();
    }
}
