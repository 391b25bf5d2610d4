package org.gridcase.identity.roster;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks Keycloak as long as the program runs, on a thread of its own: reconciling a city takes minutes. */
@Component
@WithRoster
@ConditionalOnProperty(name = "gridcase.command", havingValue = "none", matchIfMissing = true)
class Rhythm {
    private final Rounds rounds;
    private final RosterSettings settings;
    private @Nullable ScheduledExecutorService thread;

    Rhythm(Rounds rounds, RosterSettings settings) {
        this.rounds = rounds;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "roster"));
            long pause = settings.poll().toMillis();
            thread.scheduleWithFixedDelay(this::round, 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void round() {
        while (rounds.next() && !Thread.currentThread().isInterrupted()) {}
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
