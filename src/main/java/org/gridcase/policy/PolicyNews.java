package org.gridcase.policy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hint to every node, and to whoever waits on this one, that something about releases has changed; it may be lost. */
@Component
class PolicyNews {
    static final String CHANNEL = "gridcase_policy";

    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();

    PolicyNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As soon as the transaction is committed. */
    void tell() {
        jdbc.sql("select pg_notify(?, '')")
                .param(CHANNEL)
                .query((row, n) -> true)
                .list();
    }

    /** Wakes whoever waits here. */
    void hear() {
        lock.lock();
        try {
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Until something is heard, or that time has passed.
     *
     * @return false if nobody needs to wait any more, because the program ends
     */
    boolean await(Duration most) {
        lock.lock();
        try {
            // whoever waits looks again, heard or not
            boolean news = heard.await(most.toMillis(), TimeUnit.MILLISECONDS);
            return news || !Thread.currentThread().isInterrupted();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
