package org.gridcase.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AuditTest
@Timeout(60)
class AuditTests {
    private static final int CALLERS = 8;

    @Autowired
    Audit audit;

    @Autowired
    AuditTrail trail;

    @Autowired
    ChainCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    private final Subject subject = new Subject("case", UUID.randomUUID().toString());
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void everybodyIsDone() {
        threads.shutdownNow();
    }

    @Test
    void anEntryStandsOrFallsWithWhatItTellsOf() {
        assertThatThrownBy(() -> audit.record(entry("admin", "没有事务")))
                .isInstanceOf(IllegalTransactionStateException.class);

        transaction.executeWithoutResult(status -> {
            audit.record(entry("admin", "回滚"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> audit.record(entry("admin", "提交")));

        assertThat(rows()).extracting(AuditPage.Row::reason).containsExactly("提交");
        assertThat(check.run(day -> {}).flaw()).isNull();
    }

    @Test
    void whatIsOldEnoughTellsNothingMoreAndTheChainStaysSound() {
        audit.note(entry("admin", "旧事"));
        ((HandClock) clock).turn(Duration.ofDays(1));
        audit.note(entry("admin", "新事"));
        Instant before = clock.instant().minus(Duration.ofHours(12));

        while (audit.expire(before, 10) == 10) {
            assertThat(check.run(day -> {}).flaw()).isNull();
        }

        assertThat(rows()).extracting(AuditPage.Row::reason).containsExactly("新事", null);
        assertThat(rows()).extracting(AuditPage.Row::erased).containsExactly(false, true);
        assertThat(check.run(day -> {}).flaw()).isNull();
        assertThat(audit.expire(before, 10)).isZero();
    }

    @Test
    void whoReadsAgainWithinTheHourCostsOneLookAtAnIndex() {
        jdbc.sql("""
                        insert into audit_reading (reader, subject_kind, subject, hour)
                        select 'reader' || n % 100, 'case', 'seen' || n, now() from generate_series(1, 20000) n""").update();
        jdbc.sql("analyze audit_reading").update();

        assertThat(jdbc.sql("explain select 1 from audit_reading where subject = 'seen77' and subject_kind = 'case'"
                                + " and reader = 'reader77' and hour >= now()")
                        .query(String.class)
                        .list())
                .first()
                .asString()
                .contains("Index Scan using audit_reading_pkey");
    }

    @Test
    void manyTransactionsAtOnceAppendToOneChain() throws Exception {
        List<Callable<Object>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            String actor = "caller" + caller;
            callers.add(Executors.callable(() -> {
                for (int i = 0; i < 40; i++) {
                    audit.note(entry(actor, "同时"));
                }
            }));
        }
        for (Future<?> done : threads.invokeAll(callers)) {
            done.get();
        }

        assertThat(count()).isEqualTo(CALLERS * 40);
        assertThat(check.run(day -> {}).flaw()).isNull();
    }

    /** If the end of the chain were taken when the entry is told, the second would wait for the first's whole work. */
    @Test
    void nobodyWaitsForTheWorkOfAnotherWhoHasSomethingToTell() throws Exception {
        var told = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        Future<?> slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
            audit.record(entry("slow", "慢"));
            told.countDown();
            await(mayEnd);
        }));
        await(told);

        threads.submit(() -> audit.note(entry("quick", "快"))).get(20, TimeUnit.SECONDS);

        assertThat(rows()).extracting(AuditPage.Row::actor).containsExactly("quick");
        mayEnd.countDown();
        slow.get();
        assertThat(rows()).extracting(AuditPage.Row::actor).containsExactly("slow", "quick");
    }

    @Test
    void whoTellsAndThenWaitsForARowDeadlocksWithNobody() throws Exception {
        jdbc.sql("create table if not exists thing (id int primary key)").update();
        jdbc.sql("insert into thing values (1) on conflict do nothing").update();
        var held = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        Future<?> holder = threads.submit(() -> transaction.executeWithoutResult(status -> {
            lock();
            held.countDown();
            await(told);
            audit.record(entry("holder", "先锁后记"));
        }));
        Future<?> waiter = threads.submit(() -> transaction.executeWithoutResult(status -> {
            await(held);
            audit.record(entry("waiter", "先记后锁"));
            told.countDown();
            lock();
        }));

        holder.get(20, TimeUnit.SECONDS);
        waiter.get(20, TimeUnit.SECONDS);

        assertThat(rows()).extracting(AuditPage.Row::actor).containsExactly("waiter", "holder");
    }

    @Test
    void whoLooksOftenIsOneEntryAnHour() throws Exception {
        ((HandClock) clock).turn(Duration.ofHours(1));
        List<Callable<Object>> lookers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            lookers.add(Executors.callable(() -> audit.read("filing", subject)));
        }
        for (Future<?> done : threads.invokeAll(lookers)) {
            done.get();
        }
        audit.read("dispatch", subject);
        assertThat(rows()).extracting(AuditPage.Row::actor).containsExactly("dispatch", "filing");
        assertThat(rows()).extracting(AuditPage.Row::action).containsOnly("case.read");

        ((HandClock) clock).turn(Duration.ofHours(1));
        audit.read("filing", subject);
        audit.read("filing", subject);

        assertThat(count()).isEqualTo(3);
    }

    @Test
    void aClockThatIsBehindNeverTurnsTheChainsDayBack() {
        ((HandClock) clock).turn(Duration.ofDays(2));
        audit.note(entry("ahead", "快的钟"));
        ((HandClock) clock).turn(Duration.ofDays(-1));
        audit.note(entry("behind", "慢的钟"));

        assertThat(jdbc.sql("select count(distinct day) from audit_chain where subject = ?")
                        .param(subject.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(check.run(day -> {}).flaw()).isNull();
        ((HandClock) clock).turn(Duration.ofDays(1));
    }

    @Test
    void whateverIsToldCanBeReadAndVerified() {
        audit.note(new AuditEntry(
                "anybody", "sign-in.failed", subject, "引号\"与\\u0000", Map.of("typed", "\u0000\ud83d\ude00\n'--")));

        AuditPage.Row row = rows().get(0);
        assertThat(row.reason()).isEqualTo("引号\"与\\u0000");
        assertThat(row.detail()).contains("\ufffd\ud83d\ude00\\n'--");
        assertThat(check.run(day -> {}).flaw()).isNull();
    }

    @Test
    void entriesAreFoundByWhoWhatAndWhenAPageAtATime() {
        for (int i = 0; i < 5; i++) {
            ((HandClock) clock).turn(Duration.ofMinutes(1));
            audit.note(entry(i == 2 ? "leader" : "admin", "第" + i));
        }
        AuditPage page = trail.find(query(null, null), 2);
        assertThat(page.rows()).extracting(AuditPage.Row::reason).containsExactly("第4", "第3");
        AuditPage next = trail.find(query(null, null).after(page.next()), 3);
        assertThat(next.rows()).extracting(AuditPage.Row::reason).containsExactly("第2", "第1", "第0");
        assertThat(next.next()).isNull();
        assertThat(trail.find(query("leader", null), 9).rows()).hasSize(1);
        assertThat(trail.find(query(null, "case.move"), 9).rows()).hasSize(5);
        assertThat(trail.find(query(null, "case.annul"), 9).rows()).isEmpty();
        var lastMinute = new AuditQuery(null, null, subject.id(), clock.instant(), null, null);
        assertThat(trail.find(lastMinute, 9).rows()).hasSize(1);
        assertThat(trail.find(query(null, null).after("2026_x"), 9).rows()).hasSize(5);
        assertThat(trail.actions()).contains("case.move");
    }

    private AuditQuery query(@Nullable String actor, @Nullable String action) {
        return new AuditQuery(actor, action, subject.id(), null, null, null);
    }

    private AuditEntry entry(String actor, String reason) {
        return new AuditEntry(actor, "case.move", subject, reason, Map.of());
    }

    private List<AuditPage.Row> rows() {
        return trail.find(query(null, null), 1000).rows();
    }

    private int count() {
        return rows().size();
    }

    private void lock() {
        jdbc.sql("select id from thing where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
