package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gridcase.backtest.Backtests;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.SecondNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two copies of the application publish together, and go without whichever is not there. */
@HttpCityTest
class PublishingNodesIT {
    private static final int EACH_MILLIS = 100;
    private static final String COLLAPSE = "L01001";

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment settings;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private DraftMaker maker;
    private String there = "";

    /** When which case came in by which node. */
    private record Reported(String node, CaseId id, Instant at) {}

    @BeforeEach
    void begin() {
        maker = new DraftMaker(drafts, releases, backtests);
    }

    @AfterEach
    void end() {
        maker.undoAll();
    }

    @Test
    void whileCasesFlowInOnBothNodesNoneIsLostAndEachIsDecidedByOneRelease() throws Exception {
        Queue<Reported> all = new ConcurrentLinkedQueue<>();
        Queue<Throwable> lost = new ConcurrentLinkedQueue<>();
        int before;
        int release;
        UUID draft;
        Instant published;
        Instant rolledBack;
        try (var second = second()) {
            // from now on both nodes have compiled what was in force when they started
            UUID first = maker.changed("先发一版", "forms/handleCase.form", it -> it + " ");
            before = publishing.begin(first, Reach.CITY_NOW, "approver");
            System.out.println("both nodes warm: " + publishing.reports(ended(first)));
            draft = maker.collapsesGoTo("water", "由两个节点发布");
            var callers = Executors.newScheduledThreadPool(4);
            try {
                callers.scheduleAtFixedRate(() -> report("here", all, lost), 0, EACH_MILLIS, TimeUnit.MILLISECONDS);
                callers.scheduleAtFixedRate(() -> report("there", all, lost), 50, EACH_MILLIS, TimeUnit.MILLISECONDS);
                await().atMost(Duration.ofSeconds(60)).until(() -> all.size() >= 60);
                assertThat(lost).isEmpty();
                assertThat(all).extracting(Reported::node).contains("here", "there");

                published = Instant.now();
                release = publishing.begin(draft, Reach.CITY_NOW, "approver");
                System.out.printf(
                        "put away after %d ms%n",
                        Duration.between(published, Instant.now()).toMillis());
                print("published", published, all, release);

                int seen = all.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> all.size() >= seen + 60);
                rolledBack = Instant.now();
                drafts.rollBack(release, "approver", "水务处不接");
                print("rolled back", rolledBack, all, before);
                int then = all.size();
                await().atMost(Duration.ofSeconds(60)).until(() -> all.size() >= then + 40);
            } finally {
                callers.shutdown();
                assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(lost).isEmpty();
            Publication it = publishing.of(draft).orElseThrow();
            System.out.printf(
                    "in force after %d ms; nodes: %s%n",
                    Duration.between(it.askedAt(), Objects.requireNonNull(it.endedAt()))
                            .toMillis(),
                    publishing.reports(it));
            assertThat(publishing.reports(it)).hasSize(2).allSatisfy(report -> assertThat(report.problem())
                    .isNull());
            // both nodes' job executors bring every case to its clerk
            await().atMost(Duration.ofMinutes(3)).until(() -> atFiling(all) == all.size());
        }
        List<UUID> ids = all.stream().map(one -> one.id().value()).toList();
        Map<Integer, Integer> under = under(ids);
        System.out.printf("%d cases by release: %s%n", ids.size(), under);
        assertThat(under.keySet()).containsExactlyInAnyOrder(before, release);
        assertThat(under.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ids.size());
        assertThat(mixed(ids))
                .as("decided by more than its release, or on its way by another's model")
                .isEmpty();
        order(all, published, rolledBack, before, release);
        CaseId one = all.stream()
                .map(Reported::id)
                .filter(id -> releaseOf(id) == release)
                .findFirst()
                .orElseThrow();
        assertThat(flow.facts(one).release()).isEqualTo(release);
        assertThat(routed(one)).contains("water");
    }

    /** What came in before the publishing, and long after the roll back, went by the old; between them both do, in order. */
    private void order(Queue<Reported> all, Instant published, Instant rolledBack, int before, int release) {
        for (String node : List.of("here", "there")) {
            List<Integer> inOrder = all.stream()
                    .filter(one -> one.node().equals(node))
                    .map(one -> releaseOf(one.id()))
                    .toList();
            List<Integer> turns = new ArrayList<>();
            inOrder.forEach(one -> {
                if (turns.isEmpty() || !turns.get(turns.size() - 1).equals(one)) {
                    turns.add(one);
                }
            });
            assertThat(turns).as("on the node " + node).containsExactly(before, release, before);
        }
        assertThat(all)
                .filteredOn(one -> one.at().isBefore(published))
                .allSatisfy(one -> assertThat(releaseOf(one.id())).isEqualTo(before));
        assertThat(published).isBefore(rolledBack);
    }

    @Test
    void aNodeThatCannotTakeItStopsItWithItsNameAndReasonAndANodeThatDiedDoesNot() throws Exception {
        int before = releases.inForce().number();
        UUID draft = maker.collapsesGoTo("power", "一个节点没有准备好");
        int failed;
        try (var second = second("--gridcase.policy.compile-patience=1ms", "--gridcase.node.name=weak")) {
            failed = publishing.begin(draft, Reach.CITY_NOW, "approver");
            Publication it = ended(draft);

            assertThat(it.state()).isEqualTo(Publication.State.FAILED);
            Obstacle failure = Objects.requireNonNull(it.failure());
            assertThat(failure.node()).startsWith("weak");
            assertThat(failure.why().key()).isEqualTo("policy.publishing.slow");
            assertThat(releases.inForce().number()).isEqualTo(before);
            assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.APPROVED);
            assertThat(drafts.steps(draft)).extracting(PolicyStep::step).endsWith(Draft.Step.PREPARE, Draft.Step.FAIL);
            assertThat(jdbc.sql("select count(*) from act_re_deployment where id_ = ?")
                            .param(releases.get(failed).deploymentId())
                            .query(Integer.class)
                            .single())
                    .as("nothing of it is left in the engine")
                    .isZero();
            second.kill();
        }
        Instant begun = Instant.now();
        int release = publishing.begin(draft, Reach.CITY_NOW, "approver");
        Publication it = ended(draft);

        assertThat(it.state()).isEqualTo(Publication.State.DONE);
        assertThat(release).isGreaterThan(failed);
        assertThat(publishing.reports(it)).hasSize(1);
        assertThat(releases.inForce().number()).isEqualTo(release);
        System.out.printf(
                "published without the dead node after %d ms%n",
                Duration.between(begun, Instant.now()).toMillis());
    }

    private Publication ended(UUID draft) {
        return await().atMost(Duration.ofSeconds(90))
                .until(() -> publishing.of(draft).orElseThrow(), it -> it.state() != Publication.State.PREPARING);
    }

    /** How long it takes until each node has accepted a case under it. */
    private void print(String what, Instant since, Queue<Reported> all, int release) {
        Map<String, Long> took = new TreeMap<>();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    all.stream()
                            .filter(one -> one.at().isAfter(since))
                            .filter(one -> !took.containsKey(one.node()))
                            .filter(one -> releaseOf(one.id()) == release)
                            .forEach(one -> took.putIfAbsent(
                                    one.node(),
                                    Duration.between(since, one.at()).toMillis()));
                    return took.size() == 2;
                });
        System.out.printf("%s: first case under release %d after %s ms%n", what, release, took);
    }

    private void report(String node, Queue<Reported> all, Queue<Throwable> lost) {
        try {
            Instant at = Instant.now();
            CaseId id = node.equals("here") ? flow.report("路面塌陷", COLLAPSE).caseId() : reportThere();
            all.add(new Reported(node, id, at));
        } catch (Exception | AssertionError failed) {
            lost.add(failed);
        }
    }

    private CaseId reportThere() throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(there + "/open311/v2/requests.json"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "service_code=" + COLLAPSE + "&lat=34.75&long=113.6&description=collapse"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = answer.body().replaceFirst("(?s).*\"service_request_id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return new CaseId(jdbc.sql("select case_id from case_origin where number = ?")
                .param(number)
                .query(UUID.class)
                .single());
    }

    private SecondNode second(String... more) throws IOException {
        int port = freePort();
        there = "http://localhost:" + port;
        var all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + settings.getRequiredProperty("spring.datasource.url"),
                "--spring.datasource.username=postgres",
                "--gridcase.demo.enabled=true",
                "--gridcase.data-dir=target/test-data/publishing-there"));
        all.addAll(List.of(more));
        return SecondNode.start(all);
    }

    private int atFiling(Queue<Reported> all) {
        return jdbc.sql("""
                        select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where t.task_def_key_ = 'fileCase' and e.business_key_ = any(?)""")
                .param(all.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private Map<Integer, Integer> under(List<UUID> ids) {
        return jdbc
                .sql("select release, count(*) as number from city_case where id = any(:ids) group by 1")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getInt(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Cases with a decision of another release than their own, or whose process belongs to another's deployment. */
    private List<UUID> mixed(List<UUID> ids) {
        return jdbc.sql("""
                        select c.id from city_case c join policy_release r on r.number = c.release
                        join act_ru_execution e on e.business_key_ = c.id::text and e.parent_id_ is null
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        where c.id = any(:ids) and (d.deployment_id_ <> r.deployment_id
                          or not exists (select from decision_record k where k.case_id = c.id)
                          or exists (select from decision_record k where k.case_id = c.id and k.release <> c.release))""")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private int releaseOf(CaseId id) {
        return jdbc.sql("select release from city_case where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** Which unit it is proposed to, once it is filed. */
    private String routed(CaseId id) {
        flow.completeNow(
                "filing",
                flow.awaitTask("filing", id).id(),
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.awaitTask("dispatch", id);
        return String.valueOf(flow.facts(id).proposedUnit());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
