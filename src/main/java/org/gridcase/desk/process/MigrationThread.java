package org.gridcase.desk.process;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves cases as long as there are some to move, on a thread of its own: thousands take minutes. */
@Component
@ConditionalOnProperty(name = "gridcase.command", havingValue = "none", matchIfMissing = true)
class MigrationThread {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationThread.class);
    private static final long LOOKS_EVERY_MILLIS = 1_000;

    private final Migrations migrations;
    private @Nullable ScheduledExecutorService thread;

    MigrationThread(Migrations migrations) {
        this.migrations = migrations;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                var one = new Thread(task, "case-migration");
                one.setDaemon(true);
                return one;
            });
            thread.scheduleWithFixedDelay(this::sweep, 0, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        try {
            migrations.sweep();
        } catch (RuntimeException lost) {
            LOG.warn("no cases are moved for now", lost);
        }
    }

    /** Before what it needs is closed. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() throws InterruptedException {
        if (thread != null) {
            thread.shutdownNow();
            thread.awaitTermination(10, TimeUnit.SECONDS);
        }
    }
}
