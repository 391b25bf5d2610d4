package org.gridcase.notice;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends, once a second, what is due: each channel on a thread of its own, so that none waits for another that hangs. */
@Component
class Deliveries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Courier courier;
    private final List<Channel> channels;
    private final ScheduledExecutorService threads;
    private volatile boolean running;

    Deliveries(Courier courier, Carriers carriers) {
        this.courier = courier;
        this.channels = carriers.channels().stream().filter(carriers::ready).toList();
        this.threads = Executors.newScheduledThreadPool(Math.max(1, channels.size()), work -> {
            var thread = new Thread(work, "notices");
            thread.setDaemon(true);
            return thread;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        channels.forEach(channel -> threads.scheduleWithFixedDelay(
                () -> round(channel), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void round(Channel channel) {
        try {
            while (running && courier.round(channel)) {
                // until nothing is due
            }
        } catch (RuntimeException failed) {
            LOG.warn("notices by {} wait for the next round", channel, failed);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        threads.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
