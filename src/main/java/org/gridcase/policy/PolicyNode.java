package org.gridcase.policy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's part in publishing: its heart beats, it makes itself ready for what is on its way, and whichever node finds
 * that all are ready lets it come into force. Woken by the database, and by itself once a second. A program that only runs a
 * command takes no cases and has no part in it.
 */
@Component
@ConditionalOnProperty(name = "gridcase.command", havingValue = "none", matchIfMissing = true)
class PolicyNode implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyNode.class);
    private static final long BEAT_MILLIS = 2_000;
    private static final int WAKES_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 3_000;

    private final DataSource source;
    private final PolicyNodes nodes;
    private final Publishing publishing;
    private final PolicyNews news;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable ScheduledExecutorService heart;

    PolicyNode(DataSource source, PolicyNodes nodes, Publishing publishing, PolicyNews news) {
        this.source = source;
        this.nodes = nodes;
        this.publishing = publishing;
        this.news = news;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        nodes.beat();
        nodes.bury();
        var beats = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "policy-heart"));
        beats.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        heart = beats;
        thread(this::work, "policy-node").start();
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void beat() {
        try {
            nodes.beat();
        } catch (RuntimeException lost) {
            LOG.warn("this node cannot say that it lives: {}", lost.getMessage());
        }
    }

    private void work() {
        while (isRunning()) {
            try (var connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException lost) {
                if (isRunning()) {
                    LOG.warn("this node does not follow policy for now", lost);
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + PolicyNews.CHANNEL);
            var wire = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                publishing.attend();
                news.hear();
                wire.getNotifications(WAKES_MILLIS);
            }
            statement.execute("unlisten *");
        }
    }

    private void pause() {
        try {
            stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (heart != null) {
            heart.shutdownNow();
        }
        try {
            nodes.leave();
        } catch (RuntimeException lost) {
            LOG.info("this node ends without saying so: {}", lost.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
