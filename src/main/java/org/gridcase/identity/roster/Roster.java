package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters what Keycloak says of its people in the staff table. */
@Component
class Roster {
    private final Staff staff;
    private final Badges badges;
    private final Departures departures;
    private final RosterPeople people;
    private final RosterProblems problems;

    Roster(Staff staff, Badges badges, Departures departures, RosterPeople people, RosterProblems problems) {
        this.staff = staff;
        this.badges = badges;
        this.departures = departures;
        this.people = people;
        this.problems = problems;
    }

    /** How many are other than they were, and how many work here no longer. */
    record Entered(int changed, int gone) {
        static final Entered NOBODY = new Entered(0, 0);

        Entered and(Entered more) {
            return new Entered(changed + more.changed, gone + more.gone);
        }
    }

    /**
     * @param asOf a moment by Keycloak's clock before they were asked for
     * @param reconcile the number of the reconcile that met them, or 0
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entered enter(List<Attendee> met, Instant asOf, long reconcile) {
        if (met.isEmpty()) {
            return Entered.NOBODY;
        }
        int gone = letGo(people.renamed(met), asOf);
        people.meet(met, reconcile);
        List<Attendee> working =
                met.stream().filter(one -> one.person().enabled()).toList();
        int changed = takeOver(working, asOf);
        people.reach(working);
        Set<String> shut = met.stream()
                .map(Attendee::person)
                .filter(person -> !person.enabled())
                .map(Person::username)
                .collect(Collectors.toSet());
        return new Entered(changed, gone + letGo(people.working(shut), asOf));
    }

    private int takeOver(List<Attendee> working, Instant asOf) {
        Badges.Read read = badges.read(working);
        Map<StaffMember, Set<Grant>> said = working.stream()
                .collect(Collectors.toMap(one -> one.person().member(), one -> read.grants(one.groups()), (a, b) -> b));
        Map<String, Map<String, String>> wrong = new TreeMap<>();
        working.forEach(one -> wrong.put(one.person().username(), wrongs(one, read)));
        problems.replace(wrong);
        return staff.takeOver(said, asOf).size();
    }

    private static Map<String, String> wrongs(Attendee one, Badges.Read read) {
        return one.groups().stream()
                .filter(read.problems()::containsKey)
                .collect(Collectors.toMap(
                        group -> group, group -> read.problems().get(group)));
    }

    /** Keycloak knows these accounts no longer, or shut them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int letGo(Collection<String> accounts, Instant asOf) {
        int gone = 0;
        for (String account : accounts) {
            gone += departures.letGo(account, asOf) ? 1 : 0;
        }
        return gone;
    }
}
