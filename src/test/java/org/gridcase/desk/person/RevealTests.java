package org.gridcase.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.intake.Followers;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reporter leaves is masked wherever it is shown or held, and shown in full to those alone who say why. */
@HttpCityTest
@ExtendWith(OutputCaptureExtension.class)
class RevealTests {
    private static final Map<String, String> ASKED = Map.of("why", "call", "words", "回访核实", "field", "contact");

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Reports reports;

    @Autowired
    Followers followers;

    @Autowired
    RevealSettings settings;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    String left = "";
    String typed = "";
    String added = "";
    String room = "";
    Receipt receipt = new Receipt(CaseId.next(), "", "");

    @BeforeEach
    void somebodyReports() {
        var random = ThreadLocalRandom.current();
        left = "1391" + random.nextInt(1_000_000, 9_999_999);
        typed = "1372" + random.nextInt(1_000_000, 9_999_999);
        added = "1353" + random.nextInt(1_000_000, 9_999_999);
        room = String.valueOf(random.nextInt(1_001, 9_999));
        receipt = reports.submit(
                new Report(
                        "resident",
                        "resident",
                        Uploader.holding("privacy"),
                        "路面塌陷，请打" + typed + "找我",
                        Flow.SOMEWHERE,
                        "东风路3号楼2单元" + room + "室门口",
                        "L01001",
                        List.of(),
                        new Report.Contact("欧阳小明", left, "ouyang@example.org")),
                null);
        flow.awaitTask("filing", receipt.caseId());
        followers.add(receipt.secret(), "邻居的电话是" + added, List.of(), Uploader.holding("privacy"));
    }

    @Test
    void whatIsPersonalIsHeldOnceAndApart() {
        assertThat(Traces.of(left, jdbc)).containsExactly("report");
        assertThat(Traces.of("欧阳小明", jdbc)).containsExactly("report");
        assertThat(Traces.of(typed, jdbc)).containsExactly("personal_text");
        assertThat(Traces.of(added, jdbc)).containsExactly("personal_text");
        assertThat(Traces.of(room + "室", jdbc)).containsExactly("personal_text");
        assertThat(flow.facts(receipt.caseId()).description())
                .isEqualTo("路面塌陷，请打" + typed.substring(0, 3) + "****" + typed.substring(7) + "找我");
    }

    @Test
    void noListNoPageAndNoInterfaceShowsIt(CapturedOutput log) {
        String number = receipt.number();
        String task = flow.task("filing", receipt.caseId()).id();
        var pages = List.of(
                webApps.staff("filing").get("/cases").body(),
                webApps.staff("filing").get("/cases?q=" + number).body(),
                webApps.staff("filing").get("/cases/" + receipt.caseId()).body(),
                webApps.staff("analyst").get("/cases/" + receipt.caseId()).body(),
                webApps.staff("filing").get("/my/tasks").body(),
                webApps.staff("filing").get("/my/" + task).body(),
                http.as("filing").get("/api/cases").body(),
                http.as("filing").get("/api/cases/" + receipt.caseId()).body(),
                http.as("filing")
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .body(),
                http.anybody().get("/open311/v2/requests/" + number + ".json").body(),
                http.anybody().get("/follow/" + receipt.secret()).body(),
                webApps.staff("admin").get("/admin/stuck?number=" + number).body(),
                webApps.staff("admin")
                        .get("/admin/audit.csv?subject=" + receipt.caseId())
                        .body());

        assertThat(pages)
                .allSatisfy(page -> assertThat(page).doesNotContain(left, typed, added, "欧阳", "ouyang", room + "室"));
        assertThat(log.getAll()).doesNotContain(left, typed, added, "欧阳", room + "室");
        assertThat(webApps.staff("filing").get("/cases/" + receipt.caseId()).body())
                .contains("欧**", left.substring(0, 3) + "****" + left.substring(7), "3号楼*******室");
        assertThat(webApps.staff("analyst").get("/cases/" + receipt.caseId()).body())
                .doesNotContain("欧**");
    }

    @Test
    void searchDoesNotFindWhatIsHidden() {
        assertThat(webApps.staff("filing").get("/cases?q=" + typed).body()).doesNotContain(receipt.number());
        assertThat(webApps.staff("filing").get("/cases?q=" + room).body()).doesNotContain(receipt.number());
        assertThat(webApps.staff("filing")
                        .get("/cases?q=" + Http.encode("路面塌陷"))
                        .body())
                .contains(receipt.number());
    }

    @Test
    void whoHasTheTaskFindsTheDoorAndStillNoNumber() {
        String task = flow.task("filing", receipt.caseId()).id();

        var form = webApps.staff("filing").get("/work/tasks/" + task).json();

        assertThat(form.get("address").asText()).isEqualTo("东风路3号楼2单元" + room + "室门口");
        assertThat(form.get("description").asText()).doesNotContain(typed);
        assertThat(form.get("timeline").toString()).doesNotContain(added);
    }

    @Test
    void aReasonShowsItOnceAndIsOnRecord() {
        var filing = webApps.staff("filing").speaking("zh-CN");

        var shown = filing.postForm("/cases/" + receipt.caseId() + "/reveal", ASKED);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("欧阳小明", left, "ouyang@example.org").doesNotContain(typed);
        assertThat(shown.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(filing.get("/cases/" + receipt.caseId()).body())
                .doesNotContain(left)
                .contains("查看个人信息", "联系上报人核实或回访");
        assertThat(jdbc.sql("""
                        select actor || ' ' || reason || ' ' || detail::text from audit_entry
                        where subject = ? and action = 'person.reveal'""")
                        .param(receipt.caseId().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("filing 回访核实 {\"why\": \"call\", \"fields\": [\"contact\"]}");
        assertThat(Traces.of(left, jdbc)).containsExactly("report");
    }

    @Test
    void theWordsAreShownWhereTheyAreAskedFor() {
        var asked = Map.of("why", "place", "words", "找门", "fields", List.of("words"));

        var shown = http.as("filing").postJson("/api/cases/" + receipt.caseId() + "/reveal", asked);

        assertThat(shown.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.json().get("contacts")).isEmpty();
        assertThat(shown.json().get("texts").findValuesAsText("part"))
                .containsExactlyInAnyOrder("DESCRIPTION", "ADDRESS", "ADD");
        assertThat(shown.json().get("texts").toString()).contains(typed, added, room + "室");
    }

    @Test
    void withoutBusinessNothingIsShownAndTheAttemptIsOnRecord() {
        String door = "/cases/" + receipt.caseId() + "/reveal";

        assertThat(webApps.staff("analyst").postForm(door, ASKED).status()).isEqualTo(403);
        assertThat(webApps.staff("admin").postForm(door, ASKED).status()).isEqualTo(403);
        assertThat(webApps.staff("filing2").postForm(door, ASKED).status()).isEqualTo(404);
        assertThat(http.as("analyst")
                        .postJson("/api" + door, Map.of("why", "call", "words", "好奇", "fields", List.of("contact")))
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select actor from audit_chain where subject = ? and action = 'person.reveal.refused'"
                                + " order by number")
                        .param(receipt.caseId().toString())
                        .query(String.class)
                        .list())
                .containsExactly("analyst", "admin", "filing2", "analyst");
    }

    @Test
    void withoutAReasonTheFormComesBackAsItWasTyped() {
        var page = webApps.staff("filing")
                .speaking("zh-CN")
                .postForm("/cases/" + receipt.caseId() + "/reveal", Map.of("why", "dispute", "field", "words"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("请选择为什么要看")
                .contains("<details class=\"mt-3\" open")
                .doesNotContain(left);
        assertThat(page.body()).containsPattern("value=\"dispute\"[^>]*selected");
    }

    @Test
    void aHandlerSeesItWhileTheyHoldTheTaskAndNotBefore() {
        CaseId id = receipt.caseId();
        flow.completeNow(
                "filing",
                flow.task("filing", id).id(),
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        String dispatch = flow.awaitTask("dispatch", id).id();
        flow.completeNow(
                "dispatch",
                dispatch,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        String task = flow.awaitTask("handler", id).id();
        var handler = webApps.staff("handler");
        String door = "/cases/" + id + "/reveal";

        assertThat(handler.postForm(door, ASKED).status()).isEqualTo(403);
        handler.post("/my/" + task + "/claim");
        assertThat(handler.postForm(door, ASKED).body()).contains(left);
        handler.post("/my/" + task + "/give-back");
        assertThat(handler.postForm(door, ASKED).status()).isEqualTo(403);
    }

    @Test
    void nobodyLeafsThroughTheCity() {
        var shown = new AuditEntry("supervisor", "person.reveal", Subject.of(receipt.caseId()), "回访", Map.of());
        IntStream.range(0, settings.anHour()).forEach(any -> audit.note(shown));

        var refused = http.as("supervisor")
                .postJson(
                        "/api/cases/" + receipt.caseId() + "/reveal",
                        Map.of("why", "call", "words", "又一次", "fields", List.of("contact")));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).doesNotContain(left);
    }
}
