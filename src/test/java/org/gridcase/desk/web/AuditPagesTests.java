package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.ChainCheck;
import org.gridcase.audit.Subject;
import org.gridcase.desk.Auditing;
import org.gridcase.desk.AuditingRefused;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpCityTest
class AuditPagesTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Audit audit;

    @Autowired
    ChainCheck chain;

    @Autowired
    Auditing auditing;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    /** Others may have failed to sign in within this minute; then only the sum of it would be told. */
    @BeforeEach
    void nothingHasBeenCounted() {
        jdbc.sql("delete from audit_tally").update();
    }

    @Test
    void whoSignsInAndOutIsOnRecord() {
        long before = last();
        webApps.staff("leader2").post("/sign-out");

        assertThat(since(before, "leader2")).containsSequence("sign-in", "sign-out");
        assertThat(jdbc.sql(
                                "select detail ->> 'address' from audit_entry where number > ? and actor = 'leader2' limit 1")
                        .param(before)
                        .query(String.class)
                        .single())
                .isNotBlank();
    }

    @Test
    void whatWasTypedByOneWhoIsRefusedStandsOnlyWhereItCanBeErasedAndThePasswordNowhere() {
        long before = last();
        String typed = "我的口令" + UUID.randomUUID();
        String password = "secret" + UUID.randomUUID();
        webApps.with(Map.of("GC-CSRF", "t"))
                .with("X-GC-CSRF", "t")
                .postForm("/sign-in", Map.of("username", typed, "password", password));

        assertThat(since(before, "anybody")).containsExactly("sign-in.failed");
        String whole = String.join(
                "\n",
                jdbc.sql(
                                "select c::text || coalesce(p.payload, '') from audit_chain c join audit_payload p using (number)"
                                        + " where number > ?")
                        .param(before)
                        .query(String.class)
                        .list());
        assertThat(whole).contains(typed).doesNotContain(password);
        String day = jdbc.sql("select subject from audit_chain where number > ? and action = 'sign-in.failed'")
                .param(before)
                .query(String.class)
                .single();

        audit.erase(new Subject("sign-in", day), "admin", "到期");

        assertThat(jdbc.sql("select count(*) from audit_payload where payload like '%' || ? || '%'")
                        .param(typed)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(chain.run(any -> {}).flaw()).isNull();
    }

    @Test
    void aWrongPasswordAtTheApiIsOnRecordToo() {
        long before = last();
        http.anybody().with("Authorization", "Basic YWRtaW46bm8=").get("/api/cases");

        assertThat(since(before, "anybody")).containsExactly("sign-in.failed");
    }

    @Test
    void whoReadsACaseIsOneEntryHoweverOftenAndByWhicheverDoor() {
        CaseId id = flow.report("谁看过我", "L01001").caseId();
        http.as("supervisor").get("/api/cases/" + id);
        var supervisor = webApps.staff("supervisor");
        supervisor.get("/cases/" + id);
        supervisor.get("/cases/" + id + "/live?seen=x");
        http.as("filing2").get("/api/cases/" + id);

        assertThat(jdbc.sql("select actor from audit_entry where subject = ? and action = 'case.read'")
                        .param(id.toString())
                        .query(String.class)
                        .list())
                .hasSizeBetween(1, 2)
                .containsOnly("supervisor");
    }

    @Test
    void filesTakenOutAndBroughtInAreOnRecordWithHowItEnded() {
        long before = last();
        http.as("admin").get("/api/grids/export/units");
        http.as("admin").get("/api/grids/export/nonsense");
        http.as("admin").post("/api/grids/import/units", "text/csv", "nonsense".getBytes());
        http.as("leader").get("/api/grids/export/units");

        assertThat(since(before, "admin")).containsExactly("file.export", "file.import", "file.refused");
        assertThat(since(before, "leader")).doesNotContain("file.export");
    }

    @Test
    void thePageFindsEntriesAndSaysWhetherTheChainIsSound() {
        CaseId id = flow.report("审计页", "L01001").caseId();
        String number = flow.facts(id).number();
        audit.note(new AuditEntry("leader", "case.move", Subject.of(id), "<b>派错了</b>", Map.of("to", "route")));
        chain.run(any -> {});

        var admin = webApps.staff("admin").speaking("zh-CN");
        String page = admin.get("/admin/audit?subject=" + number).body();
        assertThat(page)
                .contains("最近一次核验")
                .contains("&lt;b&gt;派错了&lt;/b&gt;")
                .contains("移动流程")
                .contains("移到 route")
                .contains("href=\"/cases/" + id + "\"")
                .contains(number);
        assertThat(admin.get("/admin/audit?subject=" + number + "&actor=nobody").body())
                .contains("没有记录");
        assertThat(admin.get("/admin/audit?from=nonsense&until=9999-99-99&after=_")
                        .status())
                .isEqualTo(200);
        assertThat(webApps.staff("admin").speaking("en").get("/admin/audit").body())
                .contains("Last verified")
                .doesNotContain("??");
    }

    @Test
    void theExportIsAFileNoSpreadsheetComputesAndIsItselfOnRecord() {
        CaseId id = CaseId.next();
        audit.note(new AuditEntry("leader", "case.move", Subject.of(id), "=1+1,\"2\"", Map.of()));
        long before = last();

        var file = webApps.staff("admin").get("/admin/audit.csv?subject=" + id);

        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"leader\",\"case.move\",\"case\",\"" + id + "\",\"'=1+1,\"\"2\"\"\"");
        assertThat(since(before, "admin")).contains("audit.export");
    }

    @Test
    void whoAdministersOneDistrictDoesNotReadOfTheOthers() {
        staff.enrol(List.of(new StaffMember("district-admin", "区管理员")));
        staff.grant("district-admin", Set.of(new Grant(Role.ADMINISTRATOR, "410102")));

        assertThatThrownBy(() -> auditing.check("district-admin")).isInstanceOf(AuditingRefused.class);
        auditing.check("admin");
    }

    private long last() {
        return jdbc.sql("select number from audit_head").query(Long.class).single();
    }

    private List<String> since(long before, String actor) {
        return jdbc.sql(
                        "select action from audit_entry where number > ? and actor = ? and detail ->> 'further' is null order by number")
                .param(before)
                .param(actor)
                .query(String.class)
                .list();
    }
}
