package org.gridcase.identity.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffLeft;
import org.gridcase.identity.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Keeping in step with a realm on paper, three people a page. */
@RosterTest
@Import(RosterTests.Paper.class)
@TestPropertySource(
        properties = {"gridcase.oidc.issuer=http://localhost:1/realms/paper", "gridcase.oidc.roster-client-secret=none"
        })
class RosterTests {
    private static final Grant CHECKER = Grant.of("checker@410102");

    @Autowired
    PaperKeycloak realm;

    @Autowired
    Hindrance hindrance;

    @Autowired
    Rounds rounds;

    @Autowired
    Sync sync;

    @Autowired
    RosterHealthIndicator health;

    @Autowired
    RosterProblems problems;

    @Autowired
    Staff staff;

    @Autowired
    Scopes scopes;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class Paper {
        @Bean
        @Primary
        PaperKeycloak realm(AdminDoor door, RosterTokens tokens) {
            return new PaperKeycloak(door, tokens);
        }

        @Bean
        Hindrance hindrance() {
            return new Hindrance();
        }
    }

    /** Somebody who cannot be let go. */
    static class Hindrance {
        String account = "";

        @EventListener
        void left(StaffLeft left) {
            if (left.staff().equals(account)) {
                throw new IllegalStateException("holds what nobody takes over");
            }
        }
    }

    @BeforeEach
    void sevenPeople() {
        List.of("staff", "roster_person", "roster_problem", "roster_change", "roster_reconcile")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("delete from roster_turn").update();
        jdbc.sql("insert into roster_turn (one) values (true)").update();
        scopes.put(List.of(new Scope("410100", null, null, "郑州市"), new Scope("410102", "410100", "410102", "中原区")));
        hindrance.account = "";
        realm.clear();
        for (String account : List.of("a", "b", "c", "d", "e", "f", "g")) {
            realm.add(account, "checker@410102");
        }
    }

    private void catchUp() {
        while (rounds.next()) {}
    }

    private void later(Duration on) {
        realm.past = realm.past.plus(on);
    }

    @Test
    void a_reconcile_goes_on_where_it_was_interrupted() {
        rounds.next();
        rounds.next();
        realm.beforePage = () -> {
            throw new KeycloakFailure(KeycloakFailure.Why.UNREACHABLE, "away", null);
        };
        assertThat(rounds.next()).isFalse();
        assertThat(sync.state().failure()).isEqualTo("unreachable");
        assertThat(sync.state().open()).get().extracting(Reconcile::position).isEqualTo(3);

        realm.beforePage = () -> {};
        catchUp();
        assertThat(realm.asked).containsExactly("page 0", "page 3", "page 3", "page 6");
        assertThat(sync.state().failure()).isNull();
        assertThat(staff.holding(CHECKER)).hasSize(7);
    }

    @Test
    void whoever_slips_between_two_pages_keeps_their_grants() {
        catchUp();
        later(Duration.ofMinutes(1));
        sync.ask("admin");
        rounds.next();
        rounds.next();
        realm.people.remove("a");
        catchUp();
        assertThat(realm.asked).as("the fourth slipped to where the third was").contains("id-d");
        assertThat(staff.holding(CHECKER)).extracting(StaffMember::id).contains("b", "c", "d", "e", "f", "g");
    }

    @Test
    void a_realm_that_knows_hardly_anybody_takes_nothing_from_anybody() {
        for (int n = 0; n < 30; n++) {
            realm.add("x" + n, "checker@410102");
        }
        catchUp();
        realm.people.clear();
        later(Duration.ofMinutes(1));
        sync.ask("admin");
        catchUp();
        assertThat(sync.state().last().get(0).failure()).isEqualTo(Reconciling.TOO_MANY_GONE);
        assertThat(sync.state().last().get(0).gone()).isLessThanOrEqualTo(20);
        assertThat(staff.holding(CHECKER)).hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void what_was_read_before_a_token_was_issued_does_not_undo_the_token_nor_the_other_way_round() {
        catchUp();
        Instant token = realm.past.plusSeconds(60);
        staff.takeOver(new StaffMember("a", "a"), Set.of(), token);
        later(Duration.ofSeconds(30));
        sync.ask("admin");
        catchUp();
        assertThat(staff.grantsOf("a")).as("the token is newer").isEmpty();

        later(Duration.ofSeconds(60));
        sync.ask("admin");
        catchUp();
        assertThat(staff.grantsOf("a")).as("the reading is newer").containsExactly(CHECKER);
        staff.takeOver(new StaffMember("a", "a"), Set.of(), token);
        assertThat(staff.grantsOf("a")).as("the token is older").containsExactly(CHECKER);
    }

    @Test
    void while_one_node_asks_another_asks_nothing() throws Exception {
        rounds.next();
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        realm.beforePage = () -> {
            reading.countDown();
            awaited(goOn);
        };
        var one = CompletableFuture.supplyAsync(rounds::next);
        awaited(reading);
        assertThat(rounds.next()).isFalse();
        assertThat(realm.asked).containsExactly("page 0");
        goOn.countDown();
        assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_change_that_is_told_late_is_taken_over_and_none_twice() {
        catchUp();
        later(Duration.ofSeconds(30));
        realm.groups.put("id-a", Set.of());
        realm.change("1", realm.past, "a");
        catchUp();
        assertThat(staff.grantsOf("a")).isEmpty();

        later(Duration.ofSeconds(30));
        realm.groups.put("id-b", Set.of());
        realm.changes.add(
                0, new Change("0", realm.past.minusSeconds(40).toEpochMilli(), "UPDATE", "USER", "users/id-b"));
        catchUp();
        assertThat(staff.grantsOf("b")).isEmpty();
        assertThat(realm.asked).filteredOn("id-a"::equals).hasSize(1);
        assertThat(sync.state().last()).hasSize(1);
    }

    @Test
    void after_a_gap_everybody_is_reconciled() {
        realm.change("1", realm.past, "a");
        catchUp();
        later(Duration.ofSeconds(30));
        realm.change("2", realm.past, "a");
        catchUp();
        realm.changes.clear();
        realm.groups.put("id-g", Set.of());
        later(Duration.ofSeconds(30));
        catchUp();
        assertThat(sync.state().last()).extracting(Reconcile::cause).containsExactly("gap", "first");
        assertThat(staff.grantsOf("g")).isEmpty();
    }

    @Test
    void whoever_cannot_be_let_go_keeps_nobody_else_and_is_a_problem() {
        catchUp();
        hindrance.account = "a";
        List.of("a", "b").forEach(realm.people::remove);
        later(Duration.ofMinutes(1));
        sync.ask("admin");
        catchUp();
        assertThat(staff.grantsOf("b")).isEmpty();
        assertThat(staff.grantsOf("a")).containsExactly(CHECKER);
        assertThat(problems.first(5)).containsExactly(new RosterProblems.Problem("cannot-leave", "a", 1));

        hindrance.account = "";
        later(Duration.ofMinutes(1));
        sync.ask("admin");
        catchUp();
        assertThat(staff.grantsOf("a")).isEmpty();
        assertThat(problems.first(5)).isEmpty();
    }

    @Test
    void whoever_is_called_otherwise_now_leaves_under_the_old_name() {
        catchUp();
        realm.people.remove("a");
        realm.people.put("anna", new Person("id-a", "anna", null, null, null, false, true));
        realm.change("1", realm.past, "a");
        later(Duration.ofMinutes(1));
        catchUp();
        assertThat(staff.grantsOf("a")).isEmpty();
        assertThat(staff.grantsOf("anna")).containsExactly(CHECKER);
    }

    @Test
    void whoever_is_shut_out_leaves_at_once_and_is_written_to_no_longer() {
        realm.people.put("a", new Person("id-a", "a", null, null, "a@city.example", true, true));
        catchUp();
        assertThat(address("a")).contains("a@city.example");

        realm.people.put("a", new Person("id-a", "a", null, null, "a@city.example", true, false));
        realm.change("1", realm.past, "a");
        later(Duration.ofMinutes(1));
        catchUp();
        assertThat(staff.grantsOf("a")).isEmpty();
        assertThat(problems.first(5)).isEmpty();
        assertThat(address("a")).isEmpty();
    }

    private Optional<String> address(String account) {
        return jdbc.sql("select email from staff where id = ? and email is not null")
                .param(account)
                .query(String.class)
                .optional();
    }

    @Test
    void a_night_later_everybody_is_reconciled_again() {
        catchUp();
        jdbc.sql("update roster_reconcile set started_at = started_at - interval '1 day'")
                .update();
        catchUp();
        assertThat(sync.state().last()).extracting(Reconcile::cause).containsExactly("nightly", "first");
    }

    @Test
    void that_keycloak_tells_of_no_changes_and_that_it_is_away_is_seen() {
        realm.telling = false;
        catchUp();
        catchUp();
        assertThat(sync.state().deaf()).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("adminEvents", "off");

        jdbc.sql("update roster_turn set failure = 'unreachable', failing_since = now() - interval '3 minutes'")
                .update();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("failure", "unreachable");
    }

    @Test
    void whom_keycloak_never_vouched_for_is_not_its_to_take() {
        staff.enrol(List.of(new StaffMember("local", "本地")));
        staff.grant("local", Set.of(CHECKER));
        catchUp();
        assertThat(staff.grantsOf("local")).containsExactly(CHECKER);
    }
}
