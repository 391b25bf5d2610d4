package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridcase.identity.roster.RosterPeople.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares everybody with Keycloak, a page at a time. Pages shift while people come and go, so whoever was on none is
 * asked for by name before anything is taken from them.
 */
@Component
@WithRoster
class Reconciling {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

    static final String TOO_MANY_GONE = "too-many-gone";

    /** So few may always go. */
    private static final int FEW = 20;

    private final KeycloakPeople keycloak;
    private final Attendance attendance;
    private final Roster roster;
    private final RosterPeople people;
    private final Reconciles reconciles;
    private final RosterTurns turns;
    private final RosterSettings settings;

    Reconciling(
            KeycloakPeople keycloak,
            Attendance attendance,
            Roster roster,
            RosterPeople people,
            Reconciles reconciles,
            RosterTurns turns,
            RosterSettings settings) {
        this.keycloak = keycloak;
        this.attendance = attendance;
        this.roster = roster;
        this.people = people;
        this.reconciles = reconciles;
        this.turns = turns;
        this.settings = settings;
    }

    /** Changes made from here on are heard of; those before, the pages show. */
    void begin(String cause, RosterTurn turn) {
        keycloak.checkSight();
        Instant asOf = keycloak.past();
        turns.begin(asOf, keycloak.newestChange());
        reconciles.begin(cause, turn.askedBy(), keycloak.count());
        LOG.info("reconciling everybody with Keycloak: {}", cause);
    }

    void step(Reconcile open) {
        if (open.everybodyRead()) {
            askForTheUnmet(open);
        } else {
            readPage(open);
        }
    }

    private void readPage(Reconcile open) {
        Instant asOf = keycloak.past();
        List<Person> page = keycloak.page(open.position(), settings.page());
        var entered = roster.enter(attendance.of(page), asOf, open.id());
        reconciles.advance(open, page.size(), page.size() < settings.page(), entered);
    }

    private void askForTheUnmet(Reconcile open) {
        Instant asOf = keycloak.past();
        List<Known> unmet = people.unmet(open.id(), settings.page());
        if (unmet.isEmpty()) {
            reconciles.end(open, null);
            LOG.info("reconciled: {} people, {} changed, {} gone", open.position(), open.changed(), open.gone());
        } else {
            ask(open, unmet, asOf);
        }
    }

    private void ask(Reconcile open, List<Known> unmet, Instant asOf) {
        keycloak.checkSight();
        List<Optional<Attendee>> answers = attendance.all(unmet, this::find);
        List<String> absent = IntStream.range(0, unmet.size())
                .filter(at -> answers.get(at).isEmpty())
                .mapToObj(at -> unmet.get(at).account())
                .toList();
        if (open.gone() + absent.size() > Math.max(FEW, settings.mostGone() * people.working())) {
            reconciles.end(open, TOO_MANY_GONE);
            LOG.error("reconcile given up: Keycloak does not know {} people who work here", absent.size());
            return;
        }
        var found = roster.enter(answers.stream().flatMap(Optional::stream).toList(), asOf, open.id());
        people.asked(unmet, open.id());
        int gone = roster.letGo(absent, asOf);
        reconciles.advance(open, 0, true, found.and(new Roster.Entered(0, gone)));
    }

    /** Whoever is called otherwise now is somebody else under this name. */
    private Optional<Attendee> find(Known known) {
        Optional<Person> byNumber = known.id() == null ? Optional.empty() : keycloak.byId(known.id());
        return byNumber.filter(person -> person.username().equals(known.account()))
                .or(() -> keycloak.byAccount(known.account()))
                .flatMap(attendance::attendee);
    }
}
