package org.gridcase.identity.roster;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.testing.KeycloakAdmin;
import org.gridcase.testing.KeycloakCrowd;
import org.gridcase.testing.KeycloakServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Prints how long the staff takes to come into step with a real Keycloak of many people and to stay there, and how much
 * memory of ours. Not part of the suite: {@code ./mvnw -q dependency:unpack@keycloak} once, then
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=RosterBenchmark -Dbench.people=75350}
 */
@RosterTest
@TestPropertySource(properties = "gridcase.roster.page=500")
class RosterBenchmark {
    private static final int PEOPLE = Integer.getInteger("bench.people", 75_350);
    private static final int CHANGES = Integer.getInteger("bench.changes", 100);
    private static final int QUESTIONS = 500;

    static KeycloakServer keycloak;
    static String secret;

    @Autowired
    Rounds rounds;

    @Autowired
    Sync sync;

    @Autowired
    Scopes scopes;

    @Autowired
    KeycloakPeople people;

    @Autowired
    Attendance attendance;

    @Autowired
    AdminDoor door;

    @BeforeAll
    static void start() throws IOException {
        secret = UUID.randomUUID().toString();
        keycloak = new KeycloakServer("http://localhost:1", secret).withCrowd(PEOPLE);
        long begun = System.nanoTime();
        keycloak.start();
        System.out.printf("%-44s %8.1f s%n", "Keycloak starts, with " + PEOPLE + " people", since(begun));
    }

    @DynamicPropertySource
    static void realm(DynamicPropertyRegistry properties) {
        properties.add("gridcase.oidc.issuer", () -> keycloak.issuer());
        properties.add("gridcase.oidc.roster-client-secret", () -> secret);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void print() {
        putScopes();
        measure("first sync");
        compareQuestions();
        sync.ask("benchmark");
        measure("sync again, nothing changed");
        change(KeycloakAdmin::takeOut);
        measure(CHANGES + " changes, by events");
        change(KeycloakAdmin::put);
        keycloak.admin().send("DELETE", "/admin-events", "");
        measure(CHANGES + " changes, events purged");
    }

    private void putScopes() {
        scopes.put(
                List.of(new Scope("410100", null, null, "city"), new Scope("410102", "410100", "410102", "district")));
        scopes.put(IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Scope(KeycloakCrowd.scope(number), "410102", "410102", "grid"))
                .toList());
    }

    private void measure(String what) {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begun = System.nanoTime();
        while (rounds.next()) {}
        double seconds = since(begun);
        long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        var last = sync.state().last().get(0);
        System.out.printf(
                "%-44s %8.1f s   heap peak %5.0f MB   %s: %d read, %d changed%n",
                what, seconds, peak / 1e6, last.cause(), last.position(), last.changed());
        if (sync.state().failure() != null) {
            throw new AssertionError(sync.state().failure());
        }
    }

    /** What a person's groups cost, and what a group's members do. */
    private void compareQuestions() {
        List<Person> some = people.page(0, QUESTIONS);
        List<Group> groups =
                List.of(door.get("/groups?briefRepresentation=true&subGroupsCount=false&first=0&max={max}", QUESTIONS)
                        .as(Group[].class));
        ask("groups of a person", some, people::groups);
        ask("members of a group", groups, group -> people.members(group.id(), 100));
    }

    private <Q> void ask(String what, List<Q> questions, Function<Q, Object> ask) {
        attendance.all(questions, ask);
        long begun = System.nanoTime();
        attendance.all(questions, ask);
        System.out.printf("%-44s %8.2f ms%n", what, since(begun) * 1e3 / questions.size());
    }

    private static void change(Membership how) {
        KeycloakAdmin admin = keycloak.admin();
        int step = Math.max(1, PEOPLE / CHANGES);
        for (int number = 0; number < Math.min(CHANGES, PEOPLE); number++) {
            int one = number * step;
            how.apply(admin, KeycloakCrowd.account(one), "grid-worker@" + KeycloakCrowd.scope(one));
        }
    }

    private interface Membership {
        void apply(KeycloakAdmin admin, String person, String group);
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
