package org.gridcase.desk.web.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears what every node tells: one connection a node, however many look on. */
@Component
class ChangeWire implements SmartLifecycle {
    static final String CHANNEL = "gridcase_case_changed";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWire.class);
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int CHECKED_EVERY = 30;
    private static final long PAUSE_MILLIS = 5_000;

    private final DataSource source;
    private final Viewers viewers;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    ChangeWire(DataSource source, Viewers viewers) {
        this.source = source;
        this.viewers = viewers;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        var thread = new Thread(this::listen, "case-changes-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (isRunning()) {
            try (var connection = source.getConnection()) {
                hear(connection);
            } catch (SQLException lost) {
                LOG.warn("no news of changed cases for now: {}", lost.getMessage());
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            // what was told before this connection has been missed
            viewers.tellAll();
            var wire = connection.unwrap(PGConnection.class);
            for (int quiet = 0; isRunning(); ) {
                for (PGNotification news : wire.getNotifications(PATIENCE_MILLIS)) {
                    news.getParameter().lines().forEach(this::pass);
                }
                if (++quiet % CHECKED_EVERY == 0) {
                    // finds out whether anybody is still there
                    statement.execute("select 1");
                }
            }
            statement.execute("unlisten *");
        }
    }

    private void pass(String line) {
        Change.parse(line).ifPresent(viewers::tell);
        Ring.parse(line).ifPresent(viewers::ring);
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
        viewers.closeAll();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
