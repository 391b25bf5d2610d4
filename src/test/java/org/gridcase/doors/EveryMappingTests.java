package org.gridcase.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each mapping of the application, tried by nobody and by each role, against the answers in {@code doors/mappings.txt}. */
@HttpCityTest
class EveryMappingTests {
    static final List<String> CALLERS = List.of(
            DoorTable.NOBODY,
            "worker",
            "leader",
            "filing",
            "dispatch",
            "handler",
            "checker",
            "supervisor",
            "analyst",
            "approver",
            "admin");
    private static final List<String> MACHINES = List.of("/api/", "/actuator", "/v3/", "/swagger-ui");

    @Autowired
    ApplicationContext application;

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    private final Map<String, Http.Caller> people = new TreeMap<>();

    @Test
    void everyMappingHasARowAndEveryRowAMapping() {
        assertThat(DoorTable.read("mappings.txt").doors())
                .as("say in src/test/resources/doors/mappings.txt who may do what at a new door")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Mappings.of(application));
    }

    @Test
    void everybodyGetsTheAnswerThatIsTheirs() {
        var all = new SoftAssertions();
        for (DoorTable.Row row : DoorTable.read("mappings.txt").rows()) {
            for (String account : CALLERS) {
                String path = Mappings.path(row.path(), UUID.randomUUID().toString());
                int status = answer(account, row.method().replace("ANY", "GET"), path);
                all.assertThat(status).as(account + " at " + row.door()).isEqualTo(row.expected(account));
            }
        }
        all.assertAll();
    }

    private int answer(String account, String method, String path) {
        Http.Caller caller = caller(account, path);
        if (method.equals("GET")) {
            return caller.get(path).status();
        }
        return caller.with("Content-Type", "application/json")
                .send(method, path, BodyPublishers.ofString("{}"))
                .status();
    }

    private Http.Caller caller(String account, String path) {
        boolean machine = MACHINES.stream().anyMatch(path::startsWith);
        if (machine) {
            return account.equals(DoorTable.NOBODY) ? http.anybody() : http.as(account);
        }
        return people.computeIfAbsent(account, this::browser);
    }

    /** With the token that a page of ours would send along. */
    private Http.Caller browser(String account) {
        if (account.equals(DoorTable.NOBODY)) {
            return webApps.with(Map.of("GC-CSRF", "token")).with("X-GC-CSRF", "token");
        }
        var cookies = new TreeMap<>(webApps.signIn(account).cookies());
        cookies.put("GC-CSRF", "token");
        return webApps.with(cookies).with("X-GC-CSRF", "token");
    }
}
