package org.gridcase.desk.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridcase.casework.CaseFacts;
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

@HttpCityTest
class ChangesTests {
    private static final String COLLAPSE = "L01001";

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    final List<InputStream> open = new ArrayList<>();

    @AfterEach
    void lookAway() throws IOException {
        for (InputStream line : open) {
            line.close();
        }
        nobodyLooksOn();
    }

    /** Other tests of this application have looked on too. */
    @BeforeEach
    void nobodyLooksOn() {
        viewers.closeAll();
        await().until(() -> viewers.count() == 0);
    }

    @Test
    void aChangeIsToldToThoseWhoMaySeeTheCaseAndToNobodyElse() {
        CaseId other = flow.report("先有的一件", COLLAPSE).caseId();
        flow.awaitTask("filing", other);
        var district = heard("filing", "/cases/changes");
        var neighbour = heard("filing2", "/cases/changes");
        var otherCase = heard("filing", "/cases/" + other + "/changes");

        CaseId id = flow.report("路面塌了要马上看见", COLLAPSE).caseId();

        await().atMost(Duration.ofSeconds(20)).until(() -> district.contains("event: changed"));
        assertThat(neighbour).doesNotContain("event: changed");
        assertThat(otherCase).doesNotContain("event: changed");
        assertThat(String.join("", district))
                .doesNotContain(id.toString(), flow.facts(id).number());
    }

    @Test
    void whatAnotherNodeTellsIsHeardHere() {
        CaseFacts facts = flow.facts(flow.report("别的节点上的事", COLLAPSE).caseId());
        flow.awaitTask("filing", facts.id());
        var page = heard("filing", "/cases/" + facts.id() + "/changes");

        jdbc.sql("select pg_notify(?, ?)")
                .param(ChangeWire.CHANNEL)
                .param("nonsense\n" + Change.of(facts).text())
                .query((row, n) -> true)
                .list();

        await().atMost(Duration.ofSeconds(20)).until(() -> page.contains("event: changed"));
    }

    @Test
    void aCaseOfTheOtherDistrictHasNoStream() {
        CaseId id = flow.report("看不到的", COLLAPSE).caseId();

        assertThat(stream("filing2", "/cases/" + id + "/changes").statusCode()).isEqualTo(404);
        assertThat(http.anybody().get("/cases/changes").status()).isEqualTo(302);
    }

    @Test
    void thoseWhoLookOnHoldNoConnectionAndOfOneAccountTheEldestEndsForTheNewest() {
        int before = pool.getHikariPoolMXBean().getActiveConnections();
        for (int i = 0; i < Viewers.MOST_OF_ONE; i++) {
            heard("checker", "/cases/changes");
        }

        assertThat(viewers.count()).isEqualTo(Viewers.MOST_OF_ONE);
        await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() <= before);
        var newest = heard("checker", "/cases/changes");
        assertThat(viewers.count()).isEqualTo(Viewers.MOST_OF_ONE);
        viewers.tellAll();
        await().atMost(Duration.ofSeconds(20)).until(() -> newest.contains("event: changed"));
        assertThat(stream("supervisor", "/cases/changes").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHasLeftIsForgotten() throws IOException {
        heard("checker", "/cases/changes");
        open.get(0).close();

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            viewers.tellAll();
            return viewers.count() == 0;
        });
    }

    /** What comes down the line, line by line. */
    private List<String> heard(String account, String path) {
        var answer = stream(account, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture.runAsync(() -> {
            try (var reader = answer.body()) {
                var text = new StringBuilder();
                for (int sign; (sign = reader.read()) >= 0; ) {
                    if (sign == '\n') {
                        lines.add(text.toString());
                        text.setLength(0);
                    } else {
                        text.append((char) sign);
                    }
                }
            } catch (IOException closed) {
                lines.add("closed");
            }
        });
        await().until(() -> !lines.isEmpty());
        return lines;
    }

    private HttpResponse<InputStream> stream(String account, String path) {
        String cookie = "JSESSIONID=" + webApps.signIn(account).cookies().get("JSESSIONID");
        var request = HttpRequest.newBuilder(URI.create(http.address() + path))
                .header("Cookie", cookie)
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofInputStream())
                .join();
        open.add(answer.body());
        return answer;
    }
}
