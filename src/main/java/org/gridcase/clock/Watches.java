package org.gridcase.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseMoved;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Move;
import org.gridcase.clock.Watch.State;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.notice.Channel;
import org.gridcase.notice.Notices;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.AtHand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases under watch: asked for a reply, replied, judged, until the supervisor is content or the case has ended. */
@Component
@Transactional
public class Watches {
    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_WORDS = 500;
    /** Three months. */
    public static final int MOST_HOURS = 2_160;

    static final int BATCH = 200;

    private static final String SYSTEM = "system";
    private static final Set<Channel> CHANNELS = EnumSet.of(Channel.BELL, Channel.MAIL);

    private final WatchRows rows;
    private final WatchFlow flow;
    private final Cases cases;
    private final AtHand atHand;
    private final Staff staff;
    private final Scopes scopes;
    private final EscalationNews news;
    private final Notices notices;
    private final PersonalTexts texts;
    private final Clock clock;

    Watches(
            WatchRows rows,
            WatchFlow flow,
            Cases cases,
            AtHand atHand,
            Staff staff,
            Scopes scopes,
            EscalationNews news,
            Notices notices,
            PersonalTexts texts,
            Clock clock) {
        this.rows = rows;
        this.flow = flow;
        this.cases = cases;
        this.atHand = atHand;
        this.staff = staff;
        this.scopes = scopes;
        this.news = news;
        this.notices = notices;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Watch> of(CaseId id) {
        return rows.open(id);
    }

    /** Those of the cases that are watched. */
    @Transactional(readOnly = true)
    public Set<CaseId> watched(Collection<CaseId> ids) {
        return ids.isEmpty() ? Set.of() : rows.open(ids);
    }

    /** All that are watched in these districts, the first due first. */
    @Transactional(readOnly = true)
    public List<Watch> in(Set<String> districts, int most) {
        return rows.open(districts, most);
    }

    /**
     * Takes a case under watch; who may is for the caller to say.
     *
     * @param hours until the reply is due
     * @throws WatchRefused if it is watched already or has ended, or without reason, order or a time
     */
    public void begin(CaseId id, String supervisor, String reason, String orders, int hours) {
        String why = reason.strip();
        String order = orders.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || order.isEmpty() || order.length() > LONGEST_WORDS) {
            throw WatchRefused.words(LONGEST_REASON, LONGEST_WORDS);
        }
        if (hours < 1 || hours > MOST_HOURS) {
            throw WatchRefused.time(MOST_HOURS);
        }
        note(id, supervisor, why + "\n" + order, "began");
        CaseFacts facts = cases.facts(id);
        if (facts.stage().ended()) {
            throw WatchRefused.ended();
        }
        if (rows.open(id).isPresent()) {
            throw WatchRefused.already();
        }
        Instant now = clock.instant();
        String replier = replier(facts);
        var it = new Watch(
                id,
                facts.location().district(),
                supervisor,
                replier,
                masked(why),
                masked(order),
                now,
                now.plus(Duration.ofHours(hours)),
                State.ASKED,
                1,
                null,
                null);
        rows.add(it);
        flow.start(facts, replier);
        tell("watch.began", it, facts, holding(replier));
    }

    /** @throws WatchRefused if it is not watched */
    public void reply(CaseId id, String by, String words) {
        note(id, by, words, "replied");
        Watch it = watch(id);
        rows.replied(id, by);
        tell("watch.replied", it, cases.facts(id), supervisors(it));
    }

    /** @throws WatchRefused if it is not watched */
    public void settle(CaseId id, String supervisor, @Nullable String words) {
        note(id, supervisor, words, "settled");
        Watch it = watch(id);
        rows.end(id, State.SETTLED, clock.instant());
        tell("watch.settled", it, cases.facts(id), repliers(it));
    }

    /**
     * Asks for another reply, in as much time as for the last.
     *
     * @throws WatchRefused if it is not watched
     */
    public void askAgain(CaseId id, String supervisor, String words) {
        note(id, supervisor, words, "again");
        rows.again(id, clock.instant());
        Watch it = watch(id);
        tell("watch.again", it, cases.facts(id), repliers(it));
    }

    /** What has ended needs no more watching. */
    @EventListener
    void moved(CaseMoved moved) {
        if (moved.stage().ended()
                && moved.move() != Move.WATCH
                && rows.open(moved.id()).isPresent()) {
            rows.end(moved.id(), State.OVER, clock.instant());
            note(moved.id(), SYSTEM, null, "over");
            flow.over(moved.id());
        }
    }

    /** @return how many replies were late; fewer than {@value #BATCH} once none is left */
    int remind() {
        List<Watch> late = rows.late(clock.instant(), BATCH);
        late.forEach(it -> {
            Set<String> audience = new HashSet<>(supervisors(it));
            audience.addAll(repliers(it));
            tell("watch.late", it, cases.facts(it.caseId()), audience);
        });
        return late.size();
    }

    /** The case is held from here on. */
    private void note(CaseId id, String by, @Nullable String words, String act) {
        cases.say(id, Move.WATCH, by, words, Map.of("act", act));
    }

    private Watch watch(CaseId id) {
        return rows.open(id).orElseThrow(WatchRefused::none);
    }

    private String masked(String words) {
        return String.valueOf(texts.masked(words));
    }

    private void tell(String template, Watch it, CaseFacts facts, Set<String> accounts) {
        String event = "watch/" + it.caseId() + "/" + it.beganAt().toEpochMilli() + "/" + template + "/" + it.rounds();
        notices.tell(news.of(event, template, facts, it.dueAt()), accounts, CHANNELS);
    }

    private Set<String> supervisors(Watch it) {
        var all = new HashSet<>(holding(new Grant(Role.SUPERVISOR, it.district()).group()));
        all.add(it.watchedBy());
        return all;
    }

    private Set<String> repliers(Watch it) {
        return it.repliedBy() == null ? holding(it.replier()) : Set.of(it.repliedBy());
    }

    private Set<String> holding(String group) {
        return staff.holding(Grant.of(group)).stream().map(StaffMember::id).collect(Collectors.toSet());
    }

    /** The unit itself, else whoever leads the grid worker whose task it is, else the desk where it lies. */
    private String replier(CaseFacts facts) {
        Grant holder = atHand.of(Audiences.PROCESS, List.of(facts.id())).stream()
                .flatMap(turn -> turn.groups().stream())
                .findFirst()
                .map(Grant::of)
                .orElseGet(() -> atNobody(facts));
        if (holder.role() != Role.GRID_WORKER) {
            return holder.group();
        }
        return scopes.upward(holder.scope()).stream()
                .map(scope -> new Grant(Role.GRID_LEADER, scope))
                .filter(leader -> !staff.holding(leader).isEmpty())
                .findFirst()
                .orElse(holder)
                .group();
    }

    private static Grant atNobody(CaseFacts facts) {
        String unit = facts.unit();
        return unit == null ? new Grant(Role.DISPATCHER, facts.location().district()) : new Grant(Role.HANDLER, unit);
    }
}
