package org.gridcase.identity.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffLeft;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.KeycloakAdmin;
import org.gridcase.testing.KeycloakServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The roster beside a real Keycloak with the realm as it is shipped. */
@RosterTest
@RecordApplicationEvents
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RosterIT {
    static KeycloakServer keycloak;
    static String secret;

    @Autowired
    Rounds rounds;

    @Autowired
    Sync sync;

    @Autowired
    RosterProblems problems;

    @Autowired
    Granting granting;

    @Autowired
    KeycloakHttp http;

    @Autowired
    Staff staff;

    @Autowired
    Scopes scopes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeAll
    static void start() throws IOException {
        secret = UUID.randomUUID().toString();
        keycloak = new KeycloakServer("http://localhost:1", secret);
        keycloak.start();
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

    @BeforeEach
    void city() {
        scopes.put(List.of(
                new Scope("410100", null, null, "郑州市"),
                new Scope("410102", "410100", "410102", "中原区"),
                new Scope("410103", "410100", "410103", "二七区")));
    }

    private void catchUp() {
        while (rounds.next()) {}
        assertThat(sync.state().failure()).isNull();
    }

    private static KeycloakAdmin admin() {
        return keycloak.admin();
    }

    private Set<Grant> grants(String account) {
        return staff.grantsOf(account);
    }

    private static Grant[] of(String... groups) {
        return Arrays.stream(groups).map(Grant::of).toArray(Grant[]::new);
    }

    @Test
    @Order(1)
    void theFirstReconcileBringsEverybodyWithNameAndGrants() {
        catchUp();
        assertThat(staff.find("jiang")).contains(new StaffMember("jiang", "江晚秋"));
        assertThat(staff.find("wu")).contains(new StaffMember("wu", "Second Clerk"));
        assertThat(grants("jiang")).containsExactly(of("checker@410102"));
        assertThat(grants("guan")).containsExactly(of("administrator@410100"));
        assertThat(grants("lin")).isEmpty();
        var reconcile = sync.state().last().get(0);
        assertThat(reconcile.cause()).isEqualTo("first");
        assertThat(reconcile.endedAt()).isNotNull();
        assertThat(reconcile.changed()).isEqualTo(11);
        assertThat(sync.lag()).isPresent();
    }

    @Test
    @Order(2)
    void aGroupOfNoRoleOrOfAScopeThatIsNoMoreGrantsNothingAndIsListed() {
        assertThat(problems.first(1_000))
                .contains(
                        new RosterProblems.Problem("no-role", "chief@410102", 1),
                        new RosterProblems.Problem("no-scope", "checker@999999", 1));
    }

    @Test
    @Order(3)
    void whatIsChangedInKeycloakIsTakenOverByTheNextRound() {
        admin().put("lin", "checker@410102");
        admin().takeOut("jiang", "chief@410102");
        catchUp();
        assertThat(grants("lin")).containsExactly(of("checker@410102"));
        assertThat(problems.first(1_000))
                .extracting(RosterProblems.Problem::subject)
                .doesNotContain("chief@410102");
        assertThat(sync.state().last()).as("no reconcile of everybody").hasSize(1);
    }

    @Test
    @Order(3)
    void somebodyNewIsThereBeforeTheySignIn() {
        admin().send("POST", "/users", """
                {"username": "xuwen", "enabled": true, "firstName": "文", "lastName": "徐", "groups": ["/checker@410103"]}""");
        catchUp();
        assertThat(staff.find("xuwen")).contains(new StaffMember("xuwen", "徐文"));
        assertThat(grants("xuwen")).containsExactly(of("checker@410103"));
    }

    @Test
    @Order(4)
    void whoeverIsDisabledLosesTheirGrantsAndGetsThemBackWhenEnabled() {
        setEnabled("xuwen", false);
        catchUp();
        assertThat(grants("xuwen")).isEmpty();
        assertThat(events.stream(StaffLeft.class)).containsExactly(new StaffLeft("xuwen"));

        setEnabled("xuwen", true);
        catchUp();
        assertThat(grants("xuwen")).containsExactly(of("checker@410103"));
    }

    @Test
    @Order(4)
    void noticesReachOnlyAnAddressThatIsShownToBeTheirs() {
        assertThat(address("jiang")).contains("jiang@example.org");

        admin().send("PUT", "/users/" + admin().userId("jiang"), "{\"emailVerified\": false}");
        catchUp();
        assertThat(address("jiang")).isEmpty();

        admin().send("PUT", "/users/" + admin().userId("jiang"), "{\"emailVerified\": true}");
        catchUp();
        assertThat(address("jiang")).contains("jiang@example.org");
    }

    private Optional<String> address(String account) {
        return jdbc.sql("select email from staff where id = ? and email is not null")
                .param(account)
                .query(String.class)
                .optional();
    }

    private static void setEnabled(String account, boolean enabled) {
        admin().send("PUT", "/users/" + admin().userId(account), "{\"enabled\": " + enabled + "}");
    }

    @Test
    @Order(5)
    void whoeverIsRemovedLosesTheirGrants() {
        admin().send("DELETE", "/users/" + admin().userId("xuwen"), "");
        catchUp();
        assertThat(grants("xuwen")).isEmpty();
        assertThat(events.stream(StaffLeft.class)).containsExactly(new StaffLeft("xuwen"));
        assertThat(jdbc.sql("select action from audit_entry where subject = 'xuwen' order by number desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("staff.left");
    }

    @Test
    @Order(6)
    void whatAGroupIsRenamedToAndThatItIsRemovedReachesItsMembers() {
        admin().put("zhao", "checker@410103");
        catchUp();
        String group = admin().groupId("checker@410103");
        admin().send("PUT", "/groups/" + group, "{\"name\": \"checker@410100\"}");
        catchUp();
        assertThat(grants("zhao")).containsExactly(of("checker@410100"));

        admin().send("DELETE", "/groups/" + group, "");
        catchUp();
        assertThat(grants("zhao")).isEmpty();
        assertThat(sync.state().last().get(0).cause()).isEqualTo("group");
    }

    @Test
    @Order(7)
    void changesThatKeycloakNoLongerTellsOfAreFoundByReconcilingEverybody() {
        admin().put("qian", "dispatcher@410102");
        admin().send("DELETE", "/users/" + admin().userId("wu"), "");
        admin().send("DELETE", "/admin-events", "");
        catchUp();
        assertThat(sync.state().last().get(0).cause()).isEqualTo("gap");
        assertThat(grants("qian")).containsExactly(of("dispatcher@410102"));
        assertThat(grants("wu")).isEmpty();
        assertThat(events.stream(StaffLeft.class)).containsExactly(new StaffLeft("wu"));
    }

    @Test
    @Order(8)
    void aGrantGivenHereMakesItsGroupInKeycloakAndCountsAtOnce() {
        granting.give(GrantOrder.of("lin", "supervisor@410103", "新任督查"), "guan");
        assertThat(grants("lin")).containsExactlyInAnyOrder(of("checker@410102", "supervisor@410103"));
        assertThat(groupsOf("lin")).contains("supervisor@410103");
        granting.take(GrantOrder.of("lin", "supervisor@410103", "调离"), "guan");
        assertThat(grants("lin")).containsExactly(of("checker@410102"));
        assertThat(groupsOf("lin")).doesNotContain("supervisor@410103");
        catchUp();
        assertThat(grants("lin")).containsExactly(of("checker@410102"));
    }

    @Test
    @Order(8)
    void anApproversGroupAsksForASecondFactor() {
        if (admin().get("/roles").findValuesAsText("name").stream().noneMatch(KeycloakGroups.SECOND_FACTOR::equals)) {
            admin().send("POST", "/roles", "{\"name\": \"second-factor\"}");
        }
        granting.give(GrantOrder.of("lin", "approver@410103", "新任审批"), "guan");
        String group = admin().groupId("approver@410103");
        assertThat(admin().get("/groups/" + group + "/role-mappings/realm").findValuesAsText("name"))
                .containsExactly(KeycloakGroups.SECOND_FACTOR);
    }

    @Test
    @Order(8)
    void anOlderTokenDoesNotUndoWhatWasGivenOrTakenSince() {
        Instant older = Instant.now().minusSeconds(30);
        granting.give(GrantOrder.of("shen", "dispatcher@410102", "兼任"), "guan");
        assertThat(staff.isNews("shen", older)).isFalse();
        assertThat(staff.isNews("shen", Instant.now().plusSeconds(2))).isTrue();
    }

    private static List<String> groupsOf(String account) {
        return admin().get("/users/" + admin().userId(account) + "/groups").findValuesAsText("name");
    }

    @Test
    @Order(9)
    void aWrongSecretIsToldAsSuch() {
        var tokens = new RosterTokens(new RosterClient(keycloak.issuer(), "gridcase-roster", "wrong"), http);
        assertThatExceptionOfType(KeycloakFailure.class)
                .isThrownBy(tokens::bearer)
                .extracting(KeycloakFailure::why)
                .isEqualTo(KeycloakFailure.Why.UNKNOWN_CLIENT);
    }

    @Test
    @Order(9)
    void whoeverMayNotSeePeopleDoesNotTakeThemForGone() {
        Set<Grant> before = grants("shen");
        String realm = admin().get("/clients?clientId=realm-management")
                .path(0)
                .path("id")
                .asText();
        String role = admin().get("/clients/" + realm + "/roles/view-users").toString();
        String manages =
                admin().get("/clients/" + realm + "/roles/manage-users").toString();
        String ours = admin().userId("service-account-gridcase-roster");
        admin().send("DELETE", "/users/" + ours + "/role-mappings/clients/" + realm, "[" + role + "," + manages + "]");
        sync.ask("guan");
        assertThat(rounds.next()).isFalse();
        assertThat(sync.state().failure()).isEqualTo("forbidden");
        assertThat(grants("shen")).isEqualTo(before).isNotEmpty();
    }

    @Test
    @Order(10)
    void withKeycloakGoneNothingChangesAndTheReasonIsKept() {
        Set<Grant> before = grants("shen");
        keycloak.close();
        assertThat(rounds.next()).isFalse();
        assertThat(sync.state().failure()).isEqualTo("unreachable");
        assertThatExceptionOfType(GrantRefused.class)
                .isThrownBy(() -> granting.take(GrantOrder.of("shen", "dispatcher@410102", "试"), "guan"))
                .extracting(GrantRefused::key)
                .isEqualTo("identity.grant.unreachable");
        assertThat(grants("shen")).isEqualTo(before);
    }
}
