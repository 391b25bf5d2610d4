package org.gridcase.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gridcase.database.DurableServer;
import org.gridcase.testing.Http;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long a person of each post waits for their task list in a city of 75,350 staff with 200,000 open tasks: in
 * Tasklist's own API, the engine's REST and our pages, over HTTP, one asker at a time. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=TaskListBenchmark}
 */
class TaskListBenchmark {
    private static final int STAFF = Integer.getInteger("bench.staff", 75_350);
    private static final int TASKS = Integer.getInteger("bench.tasks", 200_000);
    private static final int ASKS = Integer.getInteger("bench.asks", 40);
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PAGE = "?firstResult=0&maxResults=15";
    private static final Map<String, Object> NEWEST =
            Map.of("sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc")), "active", true);

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder.resolve("server"));
                var application = new WholeApplication(
                        server.newDatabase("city"),
                        folder.resolve("city"),
                        "--camunda.bpm.job-execution.enabled=false")) {
            var jdbc = application.part(JdbcTemplate.class);
            var full = new FullCity(application, jdbc);
            full.scopes();
            full.staff(STAFF);
            full.tasks(TASKS);
            System.out.printf(
                    "%n%,d staff, %,d grants, %,d open tasks, %d asks each; milliseconds%n",
                    count(jdbc, "staff"), count(jdbc, "staff_grant"), count(jdbc, "act_ru_task"), ASKS);
            System.out.printf("%-28s %-34s %8s %8s %8s %10s%n", "who", "what", "p50", "p95", "p99", "answer");
            ask(application.part(Http.class), application.part(WebApps.class));
        }
    }

    private static long count(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private static void ask(Http http, WebApps webApps) {
        String filters = http.as("admin")
                .with("Accept", "application/json")
                .get("/engine-rest/filter?maxResults=1")
                .body();
        String all = filters.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        // once unheard, so that nobody pays for the program's first steps
        System.out.println("warm-up:");
        ask("filing", "warm-up", all, http, webApps);
        System.out.println("measured:");
        for (var post : FullCity.POSTS.entrySet()) {
            ask(post.getKey(), post.getValue(), all, http, webApps);
        }
    }

    private static void ask(String account, String who, String filter, Http http, WebApps webApps) {
        var pages = webApps.staff(account);
        var tasklist = pages.with("Accept", "application/hal+json, application/json; q=0.5");
        var program = http.as(account);
        String filtered = ENGINE + "/filter/" + filter;
        measure(who, "Tasklist: filter, 15 tasks", () -> tasklist.postJson(filtered + "/list" + PAGE, NEWEST));
        measure(who, "Tasklist: filter, count", () -> pages.postJson(filtered + "/count", NEWEST));
        measure(who, "Tasklist: any task, 15", () -> pages.postJson(ENGINE + "/task" + PAGE, NEWEST));
        measure(who, "Tasklist: any task, count", () -> pages.postJson(ENGINE + "/task/count", NEWEST));
        measure(
                who,
                "engine-rest: filter, 15 tasks",
                () -> program.postJson("/engine-rest/filter/" + filter + "/list" + PAGE, NEWEST));
        measure(who, "/my/tasks (at most 500)", () -> pages.get("/my/tasks"));
        measure(who, "/api/tasks", () -> program.get("/api/tasks"));
        measure(who, "/cases", () -> pages.get("/cases"));
        measure(who, "users: colleagues, 50", () -> pages.get(ENGINE + "/user?firstResult=0&maxResults=50"));
        measure(
                who,
                "users: of one's group",
                () -> pages.get(ENGINE + "/user?maxResults=50&memberOfGroup=" + Http.encode("filing-clerk@410102")));
        measure(who, "groups: one's own", () -> pages.get(ENGINE + "/group?maxResults=50&member=" + account));
    }

    private static void measure(String who, String what, Supplier<Http.Answer> question) {
        var waits = Waits.of(question, ASKS);
        System.out.printf(
                "%-28s %-34s %8.1f %8.1f %8.1f %10s%n",
                who, what, waits.at(50), waits.at(95), waits.at(99), waits.answer());
    }
}
