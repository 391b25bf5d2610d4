package org.gridcase.identity.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes over what Keycloak tells of changes; where it can no longer tell of all, everybody is reconciled. */
@Component
@WithRoster
class Hearing {
    static final String GAP = "gap";
    static final String GROUP = "group";

    /** Keycloak may tell of a change only when others after it have been told: another node, a long transaction. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final int MOST_CHANGES = 5_000;
    private static final int MOST_READ = 4 * MOST_CHANGES;
    private static final int MOST_MEMBERS = 1_000;

    private final KeycloakPeople keycloak;
    private final Attendance attendance;
    private final Roster roster;
    private final RosterPeople people;
    private final HeardChanges heard;
    private final RosterTurns turns;

    Hearing(
            KeycloakPeople keycloak,
            Attendance attendance,
            Roster roster,
            RosterPeople people,
            HeardChanges heard,
            RosterTurns turns) {
        this.keycloak = keycloak;
        this.attendance = attendance;
        this.roster = roster;
        this.people = people;
        this.heard = heard;
        this.turns = turns;
    }

    void listen(RosterTurn turn, Instant toldTo) {
        turns.deaf(!keycloak.tellsOfChanges());
        Instant asOf = keycloak.past();
        List<Change> told = keycloak.changes(toldTo.minus(LATE), MOST_READ);
        List<Change> news = heard.news(told);
        if (forgotten(turn) || told.size() >= MOST_READ || news.size() > MOST_CHANGES) {
            turns.want(GAP, null);
        } else {
            takeOver(news, asOf);
        }
        heard.forgetBefore(asOf.minus(LATE.multipliedBy(2)));
        turns.heard(asOf, newest(news));
    }

    private boolean forgotten(RosterTurn turn) {
        return turn.anchor() != null && turn.anchorAt() != null && !keycloak.remembers(turn.anchor(), turn.anchorAt());
    }

    private static Optional<Change> newest(List<Change> news) {
        return news.isEmpty() ? Optional.empty() : Optional.of(news.get(news.size() - 1));
    }

    private void takeOver(List<Change> news, Instant asOf) {
        if (news.stream().anyMatch(Change::removesGroup)) {
            turns.want(GROUP, null);
        }
        Set<String> ids = new HashSet<>();
        news.forEach(change -> change.person().ifPresent(ids::add));
        news.stream()
                .flatMap(change -> change.alteredGroup().stream())
                .distinct()
                .flatMap(this::members)
                .forEach(ids::add);
        enter(List.copyOf(ids), later(asOf, news));
    }

    private Stream<String> members(String group) {
        List<Person> members = keycloak.members(group, MOST_MEMBERS);
        if (members.size() == MOST_MEMBERS) {
            turns.want(GROUP, null);
        }
        return members.stream().map(Person::id);
    }

    private void enter(List<String> ids, Instant asOf) {
        List<Optional<Attendee>> found =
                attendance.all(ids, id -> keycloak.byId(id).flatMap(attendance::attendee));
        roster.enter(found.stream().flatMap(Optional::stream).toList(), asOf, 0);
        for (int at = 0; at < ids.size(); at++) {
            if (found.get(at).isEmpty()) {
                roster.letGo(people.account(ids.get(at)).stream().toList(), asOf);
            }
        }
    }

    /** People are read after all of these changes, whatever the clock's resolution is. */
    private static Instant later(Instant asOf, List<Change> news) {
        return news.stream().map(Change::at).reduce(asOf, (a, b) -> a.isAfter(b) ? a : b);
    }
}
