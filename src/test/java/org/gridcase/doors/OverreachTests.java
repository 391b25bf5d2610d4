package org.gridcase.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.gridcase.casework.Stage;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.NewAbsence;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator reaches as far as the grant that makes them one, and gives nothing to themself. */
@HttpCityTest
class OverreachTests {
    private static final Map<String, String> ADMINISTRATORS = Map.of(
            "over-district", "administrator@410103",
            "over-street", "administrator@410102002");

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Staff staff;

    @Autowired
    Absences absences;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private CaseId id = CaseId.next();

    @BeforeEach
    void aCaseOfTheFirstDistrictWaits() {
        enrol("over-away", Set.of());
        ADMINISTRATORS.forEach((account, grant) -> enrol(account, Set.of(Grant.of(grant))));
        id = flow.report("越权试探", "L01001").caseId();
        flow.awaitTask("filing", id);
    }

    private void enrol(String account, Set<Grant> grants) {
        staff.enrol(List.of(new StaffMember(account, "越权探")));
        staff.grant(account, grants);
        jdbc.sql("""
                insert into demo_account (staff, password) select ?, password from demo_account
                where staff = 'admin' on conflict do nothing""").param(account).update();
    }

    /** Others count who there is. */
    @AfterEach
    void nobodyMore() {
        jdbc.sql("delete from staff where id like 'over-%'").update();
    }

    @Test
    void whoeverWatchesOneDistrictReadsNoOtherByAGrantOfAnotherRoleThere() {
        String grid = flow.facts(id).location().grid();
        enrol("over-watch", Set.of(Grant.of("supervisor@410103"), Grant.of("grid-worker@" + grid)));
        enrol("over-home", Set.of(Grant.of("supervisor@410102"), Grant.of("grid-worker@" + grid)));
        enrol("over-city", Set.of(Grant.of("supervisor@410100"), Grant.of("grid-worker@" + grid)));

        assertThat(instances("over-watch")).isEmpty();
        assertThat(instances("over-home")).isNotEmpty();
        assertThat(instances("over-city")).isNotEmpty();
        assertThat(webApps.staff("over-watch").get("/cases").status())
                .as("our own pages know both grants apart")
                .isEqualTo(200);
    }

    private List<?> instances(String account) {
        return http.as(account)
                .with("Accept", "application/json")
                .get("/engine-rest/process-instance?maxResults=10&businessKey=" + id)
                .json()
                .findValues("id");
    }

    @Test
    void whatDiffersIsToldToThoseWhoseDistrictItIs() {
        runtime.deleteProcessInstance(flow.instance(id).getId(), "planted");
        try {
            assertThat(http.as("over-district").get("/api/admin/consistency").body())
                    .doesNotContain(id.toString());
            assertThat(webApps.staff("over-district").get("/admin/consistency").body())
                    .doesNotContain(flow.facts(id).number());
            assertThat(http.as("admin").get("/api/admin/consistency").body()).contains(id.toString());
            staff.grant("over-district", Set.of(Grant.of("administrator@410102")));
            assertThat(http.as("over-district").get("/api/admin/consistency").body())
                    .contains(id.toString());
        } finally {
            http.as("admin").postJson("/api/admin/cases/" + id + "/annul", Map.of("reason", "试完了"));
        }
    }

    @Test
    void anotherRoleInADistrictShowsNoStuckCasesOfIt() {
        staff.grant("over-district", Set.of(Grant.of("administrator@410103"), Grant.of("checker@410102")));
        jdbc.sql("update city_case set moved_at = timestamptz '2000-01-01' where id = ?")
                .param(id.value())
                .update();

        assertThat(http.as("over-district").get("/api/admin/stuck?hours=8000").body())
                .doesNotContain(id.toString());
        assertThat(webApps.staff("over-district")
                        .get("/admin/stuck?number=" + flow.facts(id).number())
                        .body())
                .doesNotContain(id.toString());
        assertThat(http.as("admin").get("/api/admin/stuck?hours=8000").body()).contains(id.toString());
    }

    @Test
    void anAdministratorOfAStreetAdministersNoDistrict() {
        assertThat(flow.facts(id).location().street()).isNotEqualTo("410102002");

        assertThat(http.as("over-street")
                        .postJson("/api/admin/cases/" + id + "/annul", Map.of("reason", "试"))
                        .status())
                .isEqualTo(403);
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.FILING);
        assertThat(http.as("over-street").get("/api/admin/stuck?hours=1").status())
                .isEqualTo(200);
    }

    @Test
    void whatHoldsForTheWholeCityIsForItsAdministratorsAlone() {
        byte[] units = "code,name,kind,level,area\n".getBytes();
        for (String account : ADMINISTRATORS.keySet()) {
            Stream.of("areas", "units", "duties").forEach(file -> assertThat(http.as(account)
                            .post("/api/grids/import/" + file, "text/csv", units)
                            .status())
                    .isEqualTo(403));
            assertThat(http.as(account)
                            .post("/api/catalogue/filing-standard.xlsx", "text/plain", units)
                            .status())
                    .isEqualTo(403);
            assertThat(http.as(account).get("/api/grids/export/units").status()).isEqualTo(200);
        }
        assertThat(http.as("admin")
                        .post("/api/grids/import/units", "text/csv", units)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoeverStandsInForSomebodyGivesThemNothing() {
        staff.grant("over-away", Set.of(Grant.of("administrator@410103")));
        absences.enter(
                new NewAbsence("over-away", "over-district", absences.today(), absences.today(), "年假"), "over-away");

        var refused = http.as("over-district")
                .postJson(
                        "/api/admin/grants/give",
                        Map.of("account", "over-away", "grant", "dispatcher@410103", "reason", "试"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asText()).isEqualTo("identity.grant.standIn");
        assertThat(staff.grantsOf("over-district")).doesNotContain(Grant.of("dispatcher@410103"));
    }

    @Test
    void nobodyIsHandedATaskByThemself() {
        String task = flow.task("filing", id).id();

        var refused = http.as("admin")
                .postJson(
                        "/api/admin/tasks/" + task + "/hand-over",
                        Map.of("group", "administrator@410100", "reason", "试"));

        assertThat(refused.json().path("code").asText()).isEqualTo("desk.intervention.toOneself");
        assertThat(flow.hasTask("filing", id)).isTrue();
    }

    @Test
    void whatIsLentEndsWithTheLastGrantOfWhoeverStandsIn() {
        staff.grant("over-away", Set.of(Grant.of("checker@410103")));
        staff.grant("over-district", Set.of(Grant.of("checker@410103")));
        absences.enter(
                new NewAbsence("over-away", "over-district", absences.today(), absences.today(), "年假"), "over-away");
        assertThat(staff.grantsOf("over-district")).isNotEmpty();

        staff.take("over-district", Grant.of("checker@410103"));

        assertThat(staff.grantsOf("over-district")).isEmpty();
    }
}
