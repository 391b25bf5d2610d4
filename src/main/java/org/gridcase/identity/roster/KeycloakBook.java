package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Grants are Keycloak's groups; what it says afterwards is entered here, as a synchronisation would. */
@Component
@WithRoster
class KeycloakBook implements GrantBook {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakBook.class);

    private final KeycloakPeople people;
    private final KeycloakGroups groups;
    private final Attendance attendance;
    private final Roster roster;
    private final Staff staff;

    KeycloakBook(KeycloakPeople people, KeycloakGroups groups, Attendance attendance, Roster roster, Staff staff) {
        this.people = people;
        this.groups = groups;
        this.attendance = attendance;
        this.roster = roster;
        this.staff = staff;
    }

    @Override
    public Runnable give(String account, Grant grant) {
        return change(account, grant, groups::join, () -> staff.give(account, grant));
    }

    @Override
    public Runnable take(String account, Grant grant) {
        return change(account, grant, groups::leave, () -> staff.take(account, grant));
    }

    @Override
    public boolean knows(String account) {
        return answered(() -> people.byAccount(account)).isPresent();
    }

    private Runnable change(String account, Grant grant, BiConsumer<Person, Grant> act, Runnable onlyThis) {
        Person person =
                answered(() -> people.byAccount(account)).orElseThrow(() -> GrantRefused.unknownAccount(account));
        answered(() -> {
            act.accept(person, grant);
            return true;
        });
        return afterwards(person, onlyThis);
    }

    /** It is done there: should Keycloak fall silent now, the change alone is entered, and a later round does the rest. */
    private Runnable afterwards(Person person, Runnable onlyThis) {
        try {
            Instant asOf = people.past();
            return attendance
                    .attendee(person)
                    .<Runnable>map(now -> () -> roster.enter(List.of(now), asOf, 0))
                    .orElse(onlyThis);
        } catch (KeycloakFailure silent) {
            return onlyThis;
        }
    }

    private static <T> T answered(Supplier<T> ask) {
        try {
            return ask.get();
        } catch (KeycloakFailure failure) {
            LOG.warn("a grant could not be changed in Keycloak: {}", failure.getMessage());
            throw GrantRefused.notDone(failure.why());
        }
    }
}
