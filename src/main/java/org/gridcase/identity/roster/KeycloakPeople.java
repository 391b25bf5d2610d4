package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The realm's people, their groups and what changed: as its admin interface tells it. */
@Component
@WithRoster
class KeycloakPeople {
    private static final int PAGE = 500;
    private static final int MOST_GROUPS = 20 * PAGE;
    private static final String CHANGES =
            "/admin-events?resourceTypes=USER&resourceTypes=GROUP_MEMBERSHIP&resourceTypes=GROUP";

    private final AdminDoor door;
    private final RosterTokens tokens;

    KeycloakPeople(AdminDoor door, RosterTokens tokens) {
        this.door = door;
        this.tokens = tokens;
    }

    private record Telling(boolean adminEventsEnabled) {}

    /** What is read from now on is no older than this, by Keycloak's clock. */
    Instant past() {
        return tokens.past();
    }

    /**
     * Whoever may look for people but not see them is told that there are none.
     *
     * @throws KeycloakFailure if that is so of us
     */
    void checkSight() {
        if (byId(tokens.ownAccount()).isEmpty()) {
            throw new KeycloakFailure(KeycloakFailure.Why.UNEXPECTED, "Keycloak does not know our own account", null);
        }
    }

    int count() {
        return door.get("/users/count").as(Integer.class);
    }

    /** In the order of their accounts; programs' accounts are not among them. */
    List<Person> page(int first, int most) {
        return List.of(door.get("/users?briefRepresentation=true&first={first}&max={max}", first, most)
                .as(Person[].class));
    }

    Optional<Person> byId(String id) {
        var answer = door.get("/users/{id}?userProfileMetadata=false", id);
        return answer.isFine() ? Optional.of(answer.as(Person.class)) : Optional.empty();
    }

    /** A program's account too. */
    Optional<Person> byAccount(String account) {
        Person[] found = door.get("/users?briefRepresentation=true&exact=true&username={account}", account)
                .as(Person[].class);
        return found.length == 1 ? Optional.of(found[0]) : Optional.empty();
    }

    /** Empty if the person has gone meanwhile. */
    Optional<Set<String>> groups(Person person) {
        Set<String> names = new LinkedHashSet<>();
        for (int first = 0; first < MOST_GROUPS; first += PAGE) {
            var answer = door.get(
                    "/users/{id}/groups?briefRepresentation=true&first={first}&max={max}", person.id(), first, PAGE);
            if (!answer.isFine()) {
                return Optional.empty();
            }
            Group[] page = answer.as(Group[].class);
            List.of(page).forEach(group -> names.add(group.name()));
            if (page.length < PAGE) {
                break;
            }
        }
        return Optional.of(names);
    }

    /** The first of a group's members; none if there is no such group. */
    List<Person> members(String group, int most) {
        var answer = door.get("/groups/{id}/members?briefRepresentation=true&first=0&max={max}", group, most);
        return answer.isFine() ? List.of(answer.as(Person[].class)) : List.of();
    }

    /** From a moment on, the oldest first; as many as are asked for, if there are so many. */
    List<Change> changes(Instant from, int most) {
        List<Change> changes = new ArrayList<>();
        for (int first = 0; first < most; first += PAGE) {
            Change[] page = door.get(
                            CHANGES + "&direction=asc&dateFrom={from}&first={first}&max={max}",
                            from.toEpochMilli(),
                            first,
                            PAGE)
                    .as(Change[].class);
            changes.addAll(List.of(page));
            List.of(page).forEach(change -> tokens.passed(change.at()));
            if (page.length < PAGE) {
                break;
            }
        }
        return changes;
    }

    Optional<Change> newestChange() {
        return List.of(door.get(CHANGES + "&first=0&max=1").as(Change[].class)).stream()
                .findFirst();
    }

    /** Whether it still tells of a change that it told of before. */
    boolean remembers(String id, Instant at) {
        long time = at.toEpochMilli();
        Change[] then = door.get(CHANGES + "&dateFrom={from}&dateTo={to}&first=0&max={max}", time, time, PAGE)
                .as(Change[].class);
        return List.of(then).stream().anyMatch(change -> change.id().equals(id));
    }

    boolean tellsOfChanges() {
        return door.get("/events/config").as(Telling.class).adminEventsEnabled();
    }
}
