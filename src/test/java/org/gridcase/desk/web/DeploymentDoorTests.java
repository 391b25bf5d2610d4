package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.SoftAssertions;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.token.DeployTokens;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.FileChange;
import org.gridcase.policy.Releases;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Camunda Modeler deploys, and what is uploaded, over HTTP: it becomes a draft, and nothing is in force. */
@HttpCityTest
class DeploymentDoorTests {
    private static final String DOOR = "/engine-rest/deployment/create";
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    DeployTokens tokens;

    @Autowired
    Staff staff;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    JdbcClient jdbc;

    private String author;
    private Http.Caller modeler;
    private long deployments;

    @BeforeEach
    void anAnalystOfTheCityWithAModeler() {
        author = "modeler-" + UUID.randomUUID();
        staff.enrol(Set.of(new StaffMember(author, "晓文")));
        staff.grant(author, Set.of(Grant.of("analyst@410100")));
        modeler = bearing(author).with("Accept", "application/json").with("Origin", "file://");
        deployments = deployments();
    }

    private Http.Caller bearing(String account) {
        String secret =
                tokens.make(account, "office " + UUID.randomUUID(), 30).secret().text();
        return http.anybody().with("Authorization", "Bearer " + secret).with("Sec-Fetch-Site", "cross-site");
    }

    @Test
    void theModelersCallsInTheirOrderEndInADraftOfItsAuthor() {
        // as it looks whether it is connected, and which engine this is
        assertThat(modeler.get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(200);
        assertThat(modeler.get("/engine-rest/version").json().path("version").asText())
                .startsWith("7.");

        var answer = deploys(modeler, "回访等两周", "case-handling.bpmn", flow(">P14D<"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/json");
        UUID id = UUID.fromString(answer.json().path("id").asText());
        assertThat(answer.json().path("name").asText()).isEqualTo("回访等两周");
        assertThat(answer.json().path("deploymentTime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+]\\d{4}");
        var definition =
                answer.json().path("deployedProcessDefinitions").elements().next();
        assertThat(definition.path("key").asText()).isEqualTo("case-handling");
        assertThat(definition.path("resource").asText()).isEqualTo(FLOW);
        assertThat(definition.path("id").asText()).startsWith("case-handling:draft:");
        Draft draft = drafts.get(id);
        assertThat(draft.author()).isEqualTo(author);
        assertThat(draft.state()).isEqualTo(Draft.State.DRAFT);
        assertThat(drafts.changes(id)).containsExactly(new FileChange(FLOW, FileChange.Kind.CHANGED));
        assertThat(deployments()).isEqualTo(deployments);
    }

    @Test
    void theNextDeploymentGoesIntoTheSameDraftAndTheSameAgainChangesNothing() {
        UUID id = id(deploys(modeler, "一", "case-handling.bpmn", flow(">P14D<")));
        assertThat(id(deploys(modeler, "二", "case-handling.bpmn", flow(">P13D<"))))
                .isEqualTo(id);
        assertThat(new String(drafts.file(id, FLOW), StandardCharsets.UTF_8)).contains(">P13D<");
        int steps = drafts.steps(id).size();
        assertThat(id(deploys(modeler, "二", "case-handling.bpmn", flow(">P13D<"))))
                .isEqualTo(id);
        assertThat(drafts.steps(id)).hasSize(steps);
        assertThat(drafts.recent(50))
                .filteredOn(it -> it.author().equals(author))
                .hasSize(1);

        UUID other = drafts.open("别的", author);
        assertThat(id(deploys(modeler, "一", "case-handling.bpmn", flow(">P12D<"))))
                .as("the draft of that name")
                .isEqualTo(id);
        drafts.withdraw(other, author, "试完");
    }

    @Test
    void aFileIsKnownByItsNameOrByWhatItHolds() {
        var answer = deploys(modeler, "改名", "diagram_1.bpmn", flow(">P14D<"));
        assertThat(drafts.changes(id(answer))).containsExactly(new FileChange(FLOW, FileChange.Kind.CHANGED));

        String added = flowText().replace("id=\"case-handling\"", "id=\"nightly\"");
        var refused = deploys(modeler, "新的", "nightly.bpmn", added.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).as(refused.body()).isIn(200, 400);
        assertThat(deploys(modeler, "示例", "cases.csv", new byte[] {1})
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("policy.upload.ambiguous");
        assertThat(deploys(modeler, "图片", "mayor.png", new byte[] {1})
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("policy.upload.noPlace");
    }

    @Test
    void whatTheGuardRefusesIsSaidAsTheEngineWouldAndNothingIsKept() {
        var answer = deploys(
                modeler.speaking("en"),
                "脚本",
                "case-handling.bpmn",
                flowText().replace("${route}", "${''.getClass()}").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").asText()).isEqualTo("ParseException");
        assertThat(answer.json().path("message").asText())
                .startsWith("ENGINE-09005 Could not parse BPMN process.")
                .contains(FLOW + " route", "An automatic step must be one that the program has");
        assertThat(answer.json()
                        .path("details")
                        .path(FLOW)
                        .path("errors")
                        .path(0)
                        .path("mainElementId")
                        .asText())
                .isEqualTo("route");
        assertThat(deploys(modeler.speaking("zh-CN"), "乱", "case-handling.bpmn", "<definitions/>".getBytes())
                        .json()
                        .path("message")
                        .asText())
                .contains("没有接收");
        assertThat(drafts.recent(50)).noneMatch(it -> it.author().equals(author));
        assertThat(deployments()).isEqualTo(deployments);
    }

    @Test
    void whatIsAsTheReleaseInForceIsNoDraft() {
        var answer = deploys(modeler, "没改", "case-handling.bpmn", flow(">P7D<"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asText()).isEqualTo("policy.draft.nothingChanged");
        assertThat(drafts.recent(50)).noneMatch(it -> it.author().equals(author));
    }

    @Test
    void nobodyButTheCitysAnalystsDeploysADraft() {
        var all = new SoftAssertions();
        String district = "district-" + UUID.randomUUID();
        staff.enrol(Set.of(new StaffMember(district, "区")));
        staff.grant(district, Set.of(Grant.of("analyst@410102")));
        all.assertThat(deploys(http.anybody(), "x", "case-handling.bpmn", flow(">P14D<"))
                        .status())
                .isEqualTo(401);
        for (Http.Caller other : List.of(
                bearing(district), http.as("worker"), http.as("approver"), http.as("admin"), http.as("supervisor"))) {
            var answer = deploys(other, "x", "case-handling.bpmn", flow(">P14D<"));
            all.assertThat(answer.status()).isEqualTo(403);
            all.assertThat(answer.json().path("message").asText()).contains("全市");
        }
        all.assertThat(deploys(http.as("analyst"), "分析员自己", "case-handling.bpmn", flow(">P14D<"))
                        .status())
                .isEqualTo(200);
        all.assertThat(deployments()).isEqualTo(deployments);
        all.assertAll();
    }

    @Test
    void everyOtherSpellingOfTheDoorIsShut() {
        var all = new SoftAssertions();
        var form = form("x", "case-handling.bpmn", flow(">P14D<"));
        for (String path : List.of(
                "/engine-rest/deployment/create/",
                "/engine-rest/engine/default/deployment/create",
                "/camunda/api/engine/engine/default/deployment/create")) {
            for (String account : List.of("analyst", "admin")) {
                Http.Caller caller = path.startsWith("/camunda") ? webApps.staff(account) : http.as(account);
                all.assertThat(caller.postMultipart(path, form).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        all.assertThat(modeler.send("PUT", DOOR, BodyPublishers.ofString("x")).status())
                .isEqualTo(403);
        all.assertThat(deployments()).isEqualTo(deployments);
        all.assertAll();
    }

    @Test
    void whatIsNoFormOrTooMuchIsTheSendersMistake() {
        var all = new SoftAssertions();
        all.assertThat(modeler.post(DOOR, "application/json", "{}".getBytes()).status())
                .isEqualTo(415);
        all.assertThat(modeler.post(DOOR).status()).isEqualTo(415);
        all.assertThat(modeler.post(DOOR, "multipart/form-data; boundary=x", new byte[1000])
                        .status())
                .isEqualTo(400);
        all.assertThat(modeler.post(DOOR, "multipart/form-data", new byte[10]).status())
                .isEqualTo(400);
        all.assertThat(modeler.postMultipart(DOOR, new Multipart().field("deployment-name", "x"))
                        .json()
                        .path("code")
                        .asText())
                .isIn("policy.upload.nothing", "policy.draft.words");
        all.assertThat(deploys(modeler, "大", "case-handling.bpmn", new byte[(4 << 20) + 1])
                        .status())
                .isEqualTo(413);
        all.assertThat(deploys(modeler, "更大", "case-handling.bpmn", new byte[21 << 20])
                        .status())
                .isEqualTo(413);
        all.assertThat(deploys(modeler, "长".repeat(500), "case-handling.bpmn", flow(">P14D<"))
                        .status())
                .isEqualTo(200);
        for (String name : List.of("../../etc/passwd", "processes/../x.bpmn", "/etc/x.bpmn", "C:\\\\x.bpmn")) {
            all.assertThat(deploys(modeler, "路径", name, flow(">P14D<")).status())
                    .as(name)
                    .isIn(200, 400, 422);
        }
        all.assertAll();
        assertThat(drafts.paths(drafts.recent(50).stream()
                        .filter(it -> it.author().equals(author))
                        .findFirst()
                        .orElseThrow()
                        .id()))
                .noneMatch(path -> path.contains("..") || path.contains("etc"));
    }

    @Test
    void aBundleGoesInAndOutAsAnArchive() throws IOException {
        UUID id = drafts.open("整包", author);
        staff.grant(author, Set.of(Grant.of("analyst@410100")));
        UUID own = drafts.open("整包", "analyst");
        var analyst = webApps.staff("analyst");
        var sent = analyst.postMultipart(
                "/policy/drafts/" + own + "/files",
                new Multipart()
                        .file("files", "bundle.zip", zip(Map.of("policy/" + FLOW, flow(">P14D<"))))
                        .file("files", "handleCase.form", releases.form(1, "handleCase")));
        assertThat(sent.status()).isEqualTo(302);
        assertThat(drafts.changes(own)).containsExactly(new FileChange(FLOW, FileChange.Kind.CHANGED));

        var got = analyst.get("/policy/drafts/" + own + "/bundle.zip");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.type()).isEqualTo("application/zip");
        assertThat(analyst.postMultipart(
                                "/policy/drafts/" + id + "/files",
                                new Multipart().file("files", "case-handling.bpmn", flow(">P14D<")))
                        .status())
                .as("somebody else's draft")
                .isEqualTo(403);
        assertThat(analyst.postMultipart(
                                "/policy/drafts/" + own + "/files",
                                new Multipart().file("files", "x.zip", "no archive".getBytes()))
                        .body())
                .contains("不是可以读取的 ZIP");
        drafts.withdraw(own, "analyst", "试完");
        drafts.withdraw(id, author, "试完");
    }

    /** Each door that takes files, asked without any. */
    @Test
    void aDoorForFilesAskedWithoutAFormAnswersThatItWasAskedWrongly() {
        var all = new SoftAssertions();
        UUID draft = drafts.open("无表单", "analyst");
        for (String type : List.of("application/json", "application/x-www-form-urlencoded", "text/plain")) {
            for (String path : List.of(
                    "/policy/drafts/" + draft + "/file?path=rules/routing/cases.csv",
                    "/policy/drafts/" + draft + "/files")) {
                all.assertThat(webApps.staff("analyst")
                                .post(path, type, "a=b".getBytes())
                                .status())
                        .as(type + " " + path)
                        .isEqualTo(415);
            }
            all.assertThat(webApps.staff("admin")
                            .post("/admin/calendars/year?scope=410100&year=2027&why=x", type, "a=b".getBytes())
                            .status())
                    .as(type + " calendar")
                    .isBetween(400, 499);
            for (String path : List.of("/api/catalogue/filing-standard.xlsx", "/api/photos", "/api/reports")) {
                all.assertThat(http.as("admin")
                                .post(path, type, "a=b".getBytes())
                                .status())
                        .as(type + " " + path)
                        .isBetween(400, 499);
            }
        }
        all.assertAll();
        drafts.withdraw(draft, "analyst", "试完");
    }

    private static Http.Answer deploys(Http.Caller modeler, String name, String file, byte[] content) {
        return modeler.postMultipart(DOOR, form(name, file, content));
    }

    /** As the Modeler fills it in. */
    private static Multipart form(String name, String file, byte[] content) {
        return new Multipart()
                .field("deployment-name", name)
                .field("deployment-source", "Camunda Modeler")
                .field("enable-duplicate-filtering", "true")
                .file(file, file, content);
    }

    private static UUID id(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return UUID.fromString(answer.json().path("id").asText());
    }

    private byte[] flow(String waits) {
        return flowText().replace(">P7D<", waits).getBytes(StandardCharsets.UTF_8);
    }

    private String flowText() {
        return new String(releases.artifact(releases.inForce().number(), FLOW), StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }
}
