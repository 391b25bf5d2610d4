package org.gridcase.desk.form;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.assistant.CaseProposals;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.Timeline;
import org.gridcase.catalogue.Limit;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.Countdown;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequest;
import org.gridcase.clock.TimeRequests;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Location;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.privacy.PersonalText;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.InboxTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what several modules know of a task's case. */
@Component
class TaskViews {
    private static final int BRIEF = 30;

    private final Timeline timeline;
    private final CasePhotos photos;
    private final CaseProposals proposals;
    private final Grids grids;
    private final Units units;
    private final Terms terms;
    private final TimeRequests requests;
    private final Staff staff;
    private final PersonalTexts texts;
    private final Clocks clocks;
    private final Clock clock;

    TaskViews(
            Timeline timeline,
            CasePhotos photos,
            CaseProposals proposals,
            Grids grids,
            Units units,
            Terms terms,
            TimeRequests requests,
            Staff staff,
            PersonalTexts texts,
            Clocks clocks,
            Clock clock) {
        this.timeline = timeline;
        this.photos = photos;
        this.proposals = proposals;
        this.grids = grids;
        this.units = units;
        this.terms = terms;
        this.requests = requests;
        this.staff = staff;
        this.texts = texts;
        this.clocks = clocks;
        this.clock = clock;
    }

    TaskView of(InboxTask task, CaseFacts facts, Locale locale) {
        String code = facts.serviceCode();
        return new TaskView(
                task.id(),
                task.key(),
                facts.number(),
                terms.stage(facts.stage(), locale),
                code == null ? null : terms.className(code, locale),
                code,
                forTheWay(facts.id(), PersonalText.DESCRIPTION, facts.description()),
                facts.place(),
                facts.address() == null ? null : forTheWay(facts.id(), PersonalText.ADDRESS, facts.address()),
                areas(facts.location()),
                facts.location().grid(),
                limit(facts, locale),
                facts.dueAt(),
                facts.dueAt() != null && facts.dueAt().isBefore(clock.instant()),
                Countdown.ofAny(clocks.remaining(List.of(facts.id())).get(facts.id())),
                unit(facts.unit()),
                facts.reportedAt(),
                facts.returns(),
                facts.reworks(),
                pictures(facts.id(), CasePhotos.Moment.BEFORE),
                pictures(facts.id(), CasePhotos.Moment.AFTER),
                steps(facts.id(), locale),
                guesses(facts.id(), locale),
                request(task, locale));
    }

    private TaskView.@Nullable Request request(InboxTask task, Locale locale) {
        boolean decides =
                Stream.of(TimeMove.values()).anyMatch(move -> move.task().equals(task.key()));
        return decides
                ? requests.open(task.caseId()).map(it -> request(it, locale)).orElse(null)
                : null;
    }

    private TaskView.Request request(TimeRequest it, Locale locale) {
        Limit amount = it.amount();
        return new TaskView.Request(
                terms.say("desk.request.move." + it.move(), locale),
                amount == null
                        ? null
                        : terms.limit(amount.amount(), amount.kind().name(), locale),
                staff.find(it.askedBy()).map(StaffMember::name).orElse(it.askedBy()),
                it.askedAt(),
                it.reason());
    }

    /** What it is about, on a card. */
    String words(CaseFacts facts, Locale locale) {
        String code = facts.serviceCode();
        String words = forTheWay(facts.id(), PersonalText.DESCRIPTION, facts.description());
        return code == null
                ? words.substring(
                        0, words.offsetByCodePoints(0, Math.min(BRIEF, words.codePointCount(0, words.length()))))
                : terms.className(code, locale);
    }

    String place(CaseFacts facts) {
        String address = facts.address();
        return address == null ? areas(facts.location()) : forTheWay(facts.id(), PersonalText.ADDRESS, address);
    }

    /** Whoever has the task must find the place, to the door. */
    private String forTheWay(CaseId id, String part, String held) {
        return held.indexOf('*') < 0 ? held : texts.forTheWay(id, part).orElse(held);
    }

    private @Nullable String limit(CaseFacts facts, Locale locale) {
        return facts.limitAmount() == null || facts.limitKind() == null
                ? null
                : terms.limit(facts.limitAmount(), facts.limitKind(), locale);
    }

    private @Nullable String unit(@Nullable String code) {
        return code == null ? null : units.find(code).map(Unit::name).orElse(code);
    }

    private String areas(Location location) {
        return Stream.of(location.district(), location.street(), location.community(), location.grid())
                .map(grids::area)
                .flatMap(Optional::stream)
                .map(Area::name)
                .collect(Collectors.joining(" "));
    }

    private List<TaskView.Picture> pictures(CaseId id, CasePhotos.Moment moment) {
        return photos.of(id).stream()
                .filter(shown -> shown.moment() == moment)
                .map(shown -> "/photos/" + shown.photo())
                .map(base -> new TaskView.Picture(base, base + "/thumbnail", base + "/display"))
                .toList();
    }

    private List<TaskView.Step> steps(CaseId id, Locale locale) {
        return timeline.of(id).stream()
                .map(entry -> new TaskView.Step(terms.line(entry, locale), entry.actor(), entry.at(), entry.reason()))
                .toList();
    }

    private List<TaskView.Guess> guesses(CaseId id, Locale locale) {
        return proposals.of(id).stream()
                .map(guess -> new TaskView.Guess(
                        guess.serviceCode(), terms.className(guess.serviceCode(), locale), guess.confidence()))
                .toList();
    }
}
