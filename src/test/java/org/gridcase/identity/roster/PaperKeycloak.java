package org.gridcase.identity.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A realm on paper: what its people are in, and what it tells of. */
class PaperKeycloak extends KeycloakPeople {
    final Map<String, Person> people = new TreeMap<>();
    final Map<String, Set<String>> groups = new TreeMap<>();
    final List<Change> changes = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    Runnable beforePage = () -> {};
    Instant past = Instant.now();
    boolean telling = true;

    PaperKeycloak(AdminDoor door, RosterTokens tokens) {
        super(door, tokens);
    }

    void clear() {
        List.of(people, groups).forEach(Map::clear);
        List.of(changes, asked).forEach(List::clear);
        beforePage = () -> {};
        past = Instant.now();
        telling = true;
    }

    void add(String account, String... groups) {
        people.put(account, new Person("id-" + account, account, null, null, null, false, true));
        this.groups.put("id-" + account, Set.of(groups));
    }

    void change(String id, Instant at, String account) {
        changes.add(new Change(id, at.toEpochMilli(), "UPDATE", "USER", "users/id-" + account));
    }

    @Override
    Instant past() {
        return past;
    }

    @Override
    void checkSight() {}

    @Override
    int count() {
        return people.size();
    }

    @Override
    List<Person> page(int first, int most) {
        asked.add("page " + first);
        beforePage.run();
        return people.values().stream().skip(first).limit(most).toList();
    }

    @Override
    Optional<Person> byId(String id) {
        asked.add(id);
        return people.values().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    @Override
    Optional<Person> byAccount(String account) {
        return Optional.ofNullable(people.get(account));
    }

    @Override
    Optional<Set<String>> groups(Person person) {
        return Optional.ofNullable(groups.get(person.id()));
    }

    @Override
    List<Change> changes(Instant from, int most) {
        return changes.stream()
                .filter(change -> !change.at().isBefore(from))
                .limit(most)
                .toList();
    }

    @Override
    Optional<Change> newestChange() {
        List<Change> all = new ArrayList<>(changes);
        return all.isEmpty()
                ? Optional.empty()
                : Stream.of(all.get(all.size() - 1)).findFirst();
    }

    @Override
    boolean remembers(String id, Instant at) {
        return changes.stream().anyMatch(change -> change.id().equals(id));
    }

    @Override
    boolean tellsOfChanges() {
        return telling;
    }
}
