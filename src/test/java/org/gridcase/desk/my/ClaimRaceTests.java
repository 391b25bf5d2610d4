package org.gridcase.desk.my;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two colleagues reach for the same task: both have read that it is free before either writes that it is theirs. */
@HttpCityTest
class ClaimRaceTests {
    /** A class that is minor: the grid's worker and the substitute share its task. */
    private static final String SMALL_ADS = "M07001";

    private static final List<String> COLLEAGUES = List.of("worker", "substitute");

    @Autowired
    Flow flow;

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/my/{task}/claim",
                "/camunda/api/engine/engine/default/task/{task}/claim",
                "/api/tasks/{task}/claim",
                "/engine-rest/task/{task}/claim"
            })
    void whoeverIsSecondIsToldWhoHasIt(String door) {
        String task = task();

        List<Answer> answers = atOnce(task, account -> claim(account, door.replace("{task}", task)));

        String holder = holder(task);
        assertThat(answers).extracting(Answer::status).contains(204);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .singleElement()
                .satisfies(loser -> {
                    assertThat(loser.status()).as(loser.body()).isIn(409, 422);
                    assertThat(loser.body())
                            .contains("已被")
                            .contains(holder)
                            .doesNotContain("ENGINE", "Exception", "at org.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my/{task}/claim", "/camunda/api/engine/engine/default/task/{task}/claim"})
    void whoeverClaimsWhileAColleagueCompletesIsToldThatItIsDone(String door) {
        String task = task();
        String photo = flow.photo("worker").toString();

        List<Answer> answers = atOnce(
                task,
                account -> account.equals("worker")
                        ? http.as(account)
                                .speaking("zh-CN")
                                .postJson("/api/tasks/" + task + "/complete", Map.of("outcome", "done", "after", photo))
                        : claim(account, door.replace("{task}", task)));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isLessThan(500);
            assertThat(answer.body()).doesNotContain("ENGINE", "Exception", "at org.");
        });
        assertThat(answers).extracting(Answer::status).contains(204);
    }

    private String task() {
        var id = flow.report("两个人同时要认领的小广告", SMALL_ADS).caseId();
        return flow.awaitTask("worker", id).id();
    }

    private interface Act {
        Answer by(String account);
    }

    /** The task's row is held until both wait for it. */
    private List<Answer> atOnce(String task, Act act) {
        var sent = transaction.execute(status -> {
            jdbc.sql("select id_ from act_ru_task where id_ = ? for update")
                    .param(task)
                    .query(String.class)
                    .single();
            var both = COLLEAGUES.stream()
                    .map(account -> CompletableFuture.supplyAsync(() -> act.by(account)))
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 2);
            return both;
        });
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private int waiting() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity where datname = current_database()
                        and wait_event_type = 'Lock' and query ilike '%act_ru_task%'""").query(Integer.class).single();
    }

    private String holder(String task) {
        return jdbc.sql("select assignee_ from act_ru_task where id_ = ?")
                .param(task)
                .query(String.class)
                .single();
    }

    private Answer claim(String account, String path) {
        if (path.startsWith("/api") || path.startsWith("/engine-rest")) {
            return http.as(account).speaking("zh-CN").postJson(path, Map.of("userId", account));
        }
        return webApps.staff(account).speaking("zh-CN").postJson(path, Map.of("userId", account));
    }
}
