package org.gridcase.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Move;
import org.gridcase.catalogue.Limit;
import org.gridcase.clock.RequestRows.Decided;
import org.gridcase.clock.RequestRules.Situation;
import org.gridcase.clock.TimeRequest.State;
import org.gridcase.policy.Allowance;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Ids;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.StandingIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What units ask for about their time, and what others decide. Everything here holds the case's row first, as every move
 * does, so that a case never goes on while a request about it is decided.
 */
@Component
@Transactional
public class TimeRequests {
    public static final int LONGEST_REASON = 500;
    private static final String SYSTEM = "system";
    /** What a line of the timeline says of a request, besides its move. */
    private static final String REQUEST = "request";

    private final RequestRows rows;
    private final RequestRules rules;
    private final RequestRights rights;
    private final TimeFlow flow;
    private final Clocks clocks;
    private final Cases cases;
    private final DueTimes times;
    private final Calendars calendars;
    private final PersonalTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TimeRequests(
            RequestRows rows,
            RequestRules rules,
            RequestRights rights,
            TimeFlow flow,
            Clocks clocks,
            Cases cases,
            DueTimes times,
            Calendars calendars,
            PersonalTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.rights = rights;
        this.flow = flow;
        this.clocks = clocks;
        this.cases = cases;
        this.times = times;
        this.calendars = calendars;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** In the order in which they were asked. */
    @Transactional(readOnly = true)
    public List<TimeRequest> of(CaseId id) {
        return rows.of(id);
    }

    @Transactional(readOnly = true)
    public Optional<TimeRequest> open(CaseId id) {
        return rows.live(id).stream().filter(TimeRequest::open).findFirst();
    }

    /** What this person may ask for now; nothing while something is open. */
    @Transactional(readOnly = true)
    public List<TimeOffer> offers(CaseId id, String account) {
        List<TimeRequest> all = rows.of(id);
        Situation now = situation(id, all);
        if (now.clock() == null
                || all.stream().anyMatch(TimeRequest::open)
                || !rights.worksFor(account, now.clock().unit())) {
            return List.of();
        }
        return Stream.of(TimeMove.values())
                .filter(move -> rules.against(move, now) == null)
                .flatMap(move -> Stream.ofNullable(rules.allowance(move, now.facts()))
                        .map(allowed -> new TimeOffer(move, rules.most(move, now.facts(), allowed))))
                .toList();
    }

    /** The suspension that this person may end before its time. */
    @Transactional(readOnly = true)
    public Optional<TimeRequest> resumable(CaseId id, String account) {
        return rows.live(id).stream()
                .filter(TimeRequest::standing)
                .filter(it -> mayResume(it, account))
                .findFirst();
    }

    /** The open request that this person may take back. */
    @Transactional(readOnly = true)
    public Optional<TimeRequest> withdrawable(CaseId id, String account) {
        return open(id).filter(it -> rights.worksFor(account, it.unit()));
    }

    /**
     * Asks for it: whoever handles the case, or handled it too late.
     *
     * @param amount in units of the case's limit, or days; ignored for an appeal
     * @throws Refusal if it is not theirs to ask, or not possible, or without a reason
     */
    public TimeRequest ask(CaseId id, TimeMove move, @Nullable Integer amount, String reason, String by) {
        times.hold(id);
        List<TimeRequest> all = rows.of(id);
        Situation now = situation(id, all);
        String unit = now.clock() == null ? null : now.clock().unit();
        if (unit == null || !rights.worksFor(by, unit)) {
            throw RequestRefused.notTheirs();
        }
        if (move != TimeMove.APPEAL) {
            rights.checkClaim(by, flow.holder(id));
        }
        if (all.stream().anyMatch(TimeRequest::open)) {
            throw RequestRefused.pending();
        }
        throwIf(rules.against(move, now));
        Allowance allowed = rules.allowance(move, now.facts());
        if (allowed == null) {
            throw RequestRefused.notAllowed(move);
        }
        Limit asked = rules.amount(move, amount, rules.most(move, now.facts(), allowed));
        String why = checked(reason);
        return StandingIn.inPlaceOf(rights.lender(by, unit), () -> add(now, move, unit, asked, why, by, allowed));
    }

    private TimeRequest add(
            Situation now,
            TimeMove move,
            String unit,
            @Nullable Limit amount,
            String why,
            String by,
            Allowance allowed) {
        CaseFacts facts = now.facts();
        var request = new TimeRequest(
                Ids.timeOrdered(),
                facts.id(),
                move,
                State.OPEN,
                unit,
                amount,
                String.valueOf(texts.masked(why)),
                by,
                StandingIn.lender().orElse(null),
                now.now(),
                allowed.row(),
                null,
                null,
                null,
                null,
                null,
                null);
        rows.add(request);
        cases.note(facts.id(), move.line(), by, why, detail(request, State.OPEN, null));
        flow.asked(request, facts, allowed.approver());
        String district = facts.location().district();
        events.publishEvent(new TimeAsked(
                facts.id(),
                request.id(),
                move,
                district,
                unit,
                amount,
                by,
                allowed.approver() + '@' + district,
                request.askedAt()));
        return request;
    }

    /**
     * Grants or refuses what is open: anybody of the approvers but those who asked.
     *
     * @return until when the clock stands, for a granted suspension
     * @throws Refusal if nothing of the kind is open, it is one's own, or it can no longer be granted; then nothing has
     *     happened
     */
    public Optional<Instant> decide(CaseId id, TimeMove move, boolean granted, String by, @Nullable String reason) {
        times.hold(id);
        List<TimeRequest> all = new ArrayList<>(rows.of(id));
        TimeRequest it = all.stream()
                .filter(one -> one.open() && one.move() == move)
                .findFirst()
                .orElseThrow(RequestRefused::over);
        String lender = StandingIn.lender().orElse(null);
        RequestRights.checkNotOwn(it, by, lender);
        String why = granted && (reason == null || reason.isBlank()) ? null : checked(reason);
        Instant until = null;
        if (granted) {
            all.remove(it);
            throwIf(rules.against(move, situation(id, all)));
            until = grant(it, by);
        }
        State outcome = granted ? State.GRANTED : State.REFUSED;
        end(it, new Decided(outcome, by, lender, texts.masked(why), clock.instant(), until), why);
        return Optional.ofNullable(until);
    }

    /** @return until when the clock stands */
    private @Nullable Instant grant(TimeRequest it, String by) {
        CaseId id = it.caseId();
        Limit amount = it.amount();
        switch (it.move()) {
            case EXTENSION -> {
                if (amount != null) {
                    String district = cases.facts(id).location().district();
                    clocks.extend(id, Counted.amount(amount, calendars.of(district)), by, it.reason());
                }
            }
            case SUSPENSION -> {
                clocks.suspend(id, by, it.reason());
                return clock.instant().plus(Duration.ofDays(amount == null ? 0 : amount.amount()));
            }
            case APPEAL -> clocks.exempt(id, by, it.reason());
        }
        return null;
    }

    /** Takes back what is open: whoever works for the unit that asked. */
    public void withdraw(CaseId id, String by, String reason) {
        times.hold(id);
        TimeRequest it = open(id).orElseThrow(RequestRefused::over);
        if (!rights.worksFor(by, it.unit())) {
            throw RequestRefused.notTheirs();
        }
        String why = checked(reason);
        StandingIn.inPlaceOf(rights.lender(by, it.unit()), () -> {
            drop(it, State.WITHDRAWN, by, why);
            return it;
        });
    }

    /** Lets a suspended clock go on before its time: the unit, or those who decide. */
    public void resume(CaseId id, String by, String reason) {
        times.hold(id);
        TimeRequest it = rows.live(id).stream()
                .filter(TimeRequest::standing)
                .findFirst()
                .orElseThrow(RequestRefused::notSuspended);
        if (!mayResume(it, by)) {
            throw RequestRefused.mayNotResume();
        }
        String why = checked(reason);
        goOn(it, clock.instant(), by, why);
        flow.resumed(it);
    }

    /** The time of a suspension is over: as of then, however late this is noticed; nothing if it ended before. */
    public void wake(CaseId id, UUID request) {
        times.hold(id);
        rows.live(id).stream()
                .filter(it -> it.id().equals(request) && it.standing())
                .findFirst()
                .ifPresent(it -> {
                    Instant now = clock.instant();
                    Instant until = it.until();
                    goOn(it, until == null || until.isAfter(now) ? now : until, SYSTEM, null);
                });
    }

    /** The case has gone on: what is open about the stage that it left is void, and no clock stands for it any more. */
    void left(CaseId id) {
        CaseFacts facts = cases.facts(id);
        for (TimeRequest it : rows.live(id)) {
            if (it.move().stage() == facts.stage()) {
                continue;
            }
            if (it.open()) {
                drop(it, State.LAPSED, SYSTEM, null);
            } else {
                rows.over(it.id(), clock.instant());
                flow.over(it);
            }
        }
    }

    private void drop(TimeRequest it, State outcome, String by, @Nullable String why) {
        String lender = StandingIn.lender().orElse(null);
        end(it, new Decided(outcome, by, lender, texts.masked(why), clock.instant(), null), why);
        flow.over(it);
    }

    private void end(TimeRequest it, Decided as, @Nullable String why) {
        rows.decide(it.id(), as);
        cases.note(it.caseId(), it.move().line(), as.by(), why, detail(it, as.state(), as.until()));
        events.publishEvent(new TimeDecided(
                it.caseId(),
                it.id(),
                it.move(),
                as.state(),
                cases.facts(it.caseId()).location().district(),
                it.unit(),
                it.askedBy(),
                as.by(),
                as.until(),
                as.at()));
    }

    private void goOn(TimeRequest it, Instant since, String by, @Nullable String why) {
        rows.over(it.id(), clock.instant());
        clocks.resume(it.caseId(), since, by, why);
        cases.note(it.caseId(), Move.RESUME, by, why, Map.of());
        events.publishEvent(new TimeResumed(
                it.caseId(), it.id(), cases.facts(it.caseId()).location().district(), it.unit(), by, since));
    }

    private boolean mayResume(TimeRequest it, String account) {
        CaseFacts facts = cases.facts(it.caseId());
        Allowance allowed = rules.allowance(it.move(), facts);
        return rights.worksFor(account, it.unit())
                || allowed != null
                        && rights.decides(
                                account, allowed.approver(), facts.location().district());
    }

    private Situation situation(CaseId id, List<TimeRequest> others) {
        return new Situation(
                cases.facts(id), clocks.of(id, Kind.HANDLING).orElse(null), List.copyOf(others), clock.instant());
    }

    private static Map<String, Object> detail(TimeRequest it, State state, @Nullable Instant until) {
        var detail = new HashMap<String, Object>(Map.of(REQUEST, state.name()));
        Limit amount = it.amount();
        if (amount != null) {
            detail.put("amount", amount.amount() + " " + amount.kind());
        }
        if (until != null) {
            detail.put("until", until.toString());
        }
        return detail;
    }

    private static String checked(@Nullable String reason) {
        String why = reason == null ? "" : reason.replace("\u0000", "").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw RequestRefused.reason(LONGEST_REASON);
        }
        return why;
    }

    private static void throwIf(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }
}
