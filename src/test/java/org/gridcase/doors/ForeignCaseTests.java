package org.gridcase.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Timeline;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.intake.Receipt;
import org.gridcase.photo.PhotoId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.gridcase.workflow.InboxTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At no mapping does anybody of another district, or without an account, read or change a case by naming it. */
@HttpCityTest
class ForeignCaseTests {
    private static final List<String> STRANGERS =
            List.of(DoorTable.NOBODY, "worker2", "filing2", "handler2", "dispatch2", "supervisor2", "over-there");
    private static final String WORDS = "井盖不见了别区不许看见";

    @Autowired
    ApplicationContext application;

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Timeline timeline;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Http.Caller> browsers = new TreeMap<>();
    private Receipt receipt;
    private PhotoId photo;
    private InboxTask task;

    /** There is none in the demo. */
    @BeforeEach
    void anAdministratorOfAnotherDistrict() {
        staff.enrol(List.of(new StaffMember("over-there", "外区管理员")));
        staff.grant("over-there", Set.of(Grant.of("administrator@410103")));
        jdbc.sql("""
                insert into demo_account (staff, password) select 'over-there', password from demo_account
                where staff = 'admin' on conflict do nothing""").update();
    }

    /** Others count who there is. */
    @AfterEach
    void nobodyMore() {
        jdbc.sql("delete from staff where id = 'over-there'").update();
    }

    @BeforeEach
    void aCaseOfTheFirstDistrictWaits() {
        photo = flow.residentsPhoto(Flow.jpeg());
        receipt = flow.report(WORDS, "L01001", photo);
        task = flow.awaitTask("filing", receipt.caseId());
    }

    @Test
    void namingItAnywhereShowsNothingOfIt() {
        var all = new SoftAssertions();
        for (String door : Mappings.of(application)) {
            String[] parts = door.split(" ");
            for (String path : paths(parts[1])) {
                for (String account : STRANGERS) {
                    String body = send(account, parts[0].replace("ANY", "GET"), path);
                    marks(path).forEach(mark -> all.assertThat(body)
                            .as(account + " at " + parts[0] + " " + path)
                            .doesNotContain(mark));
                }
            }
        }
        all.assertAll();
        nothingHappened();
    }

    @Test
    void askingForItInOtherWaysShowsNothingOfIt() {
        String words = Http.encode("井盖不见");
        for (String path : List.of(
                "/api/cases?number=" + receipt.number(),
                "/api/cases?words=" + words,
                "/api/cases?area=410102",
                "/api/cases?area=410102&unit=&limit=100000",
                "/api/cases?cursor=9999-01-01T00:00:00Z_ffffffff-ffff-ffff-ffff-ffffffffffff",
                "/api/tasks?case=" + receipt.caseId(),
                "/api/tasks?limit=100000&first=-5",
                "/cases?text=" + words,
                "/cases?text=" + receipt.number(),
                "/cases?place=410102",
                "/cases?place=410102&order=DUE&after=0001-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000",
                "/dispatch?after=0001-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000",
                "/work/cases?number=" + receipt.number(),
                "/my/tasks")) {
            for (String account : STRANGERS) {
                assertThat(send(account, "GET", path))
                        .as(account + " at " + path)
                        .doesNotContain(WORDS, receipt.caseId().toString(), receipt.secret());
            }
        }
    }

    private List<String> paths(String pattern) {
        if (!pattern.contains("{")) {
            return List.of(pattern);
        }
        var paths = new ArrayList<String>();
        for (String id : List.of(
                receipt.caseId().toString(),
                receipt.number(),
                task.id(),
                photo.toString(),
                flow.instance(receipt.caseId()).getId())) {
            paths.add(Mappings.path(pattern, id));
        }
        return paths.stream().distinct().toList();
    }

    /** What must not come back; the public list of requests has numbers, and refusals repeat what was asked. */
    private Stream<String> marks(String path) {
        return Stream.of(WORDS, receipt.secret(), receipt.caseId().toString(), receipt.number())
                .filter(mark -> !path.contains(mark))
                .filter(mark -> !(path.equals("/dispatch")
                        && mark.equals(receipt.caseId().toString())))
                .filter(mark -> !(path.startsWith("/open311/") && mark.equals(receipt.number())));
    }

    private String send(String account, String method, String path) {
        var caller = caller(account, path);
        if (method.equals("GET")) {
            return caller.get(path).body();
        }
        String form = "reason=x&case=" + receipt.caseId() + "&to=classify&group=filing-clerk%40410103&stars=1&words=x";
        String json = "{\"outcome\":\"annulled\",\"reason\":\"x\",\"to\":\"classify\"}";
        var typed = caller.with("Content-Type", "application/x-www-form-urlencoded");
        return caller.with("Content-Type", "application/json")
                        .send(method, path, BodyPublishers.ofString(json))
                        .body()
                + typed.send(method, path, BodyPublishers.ofString(form)).body();
    }

    private Http.Caller caller(String account, String path) {
        if (account.equals(DoorTable.NOBODY)) {
            return webApps.with(Map.of("GC-CSRF", "token")).with("X-GC-CSRF", "token");
        }
        return Stream.of("/api/", "/actuator", "/v3/", "/swagger-ui").anyMatch(path::startsWith)
                ? http.as(account)
                : browsers.computeIfAbsent(account, this::browser);
    }

    private Http.Caller browser(String account) {
        var cookies = new TreeMap<>(webApps.signIn(account).cookies());
        cookies.put("GC-CSRF", "token");
        return webApps.with(cookies).with("X-GC-CSRF", "token");
    }

    private void nothingHappened() {
        CaseFacts now = flow.facts(receipt.caseId());
        assertThat(timeline.of(now.id())).noneMatch(entry -> STRANGERS.contains(entry.actor()));
        assertThat(flow.task("filing", now.id()).id()).isEqualTo(task.id());
        assertThat(flow.task("filing", now.id()).assignee()).isNull();
    }
}
