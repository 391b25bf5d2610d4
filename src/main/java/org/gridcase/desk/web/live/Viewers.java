package org.gridcase.desk.web.live;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gridcase.casework.Sight;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Those who look at cases just now. Nobody holds a thread or a connection to the database while nothing happens. */
@Component
class Viewers implements DisposableBean {
    static final int MOST = 2_000;
    static final int MOST_OF_ONE = 8;
    /** After this a browser comes back by itself, and what it may see is asked anew. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration BEAT = Duration.ofSeconds(20);
    /** A comment, so that nobody on the way thinks the line dead. */
    private static final String BEAT_TEXT = ":\n\n";

    private final Set<Viewer> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "case-viewers");
        thread.setDaemon(true);
        return thread;
    });

    Viewers() {
        heart.scheduleAtFixedRate(
                () -> all.forEach(viewer -> viewer.line().send(BEAT_TEXT)),
                BEAT.toMillis(),
                BEAT.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private record Viewer(
            String account, Sight sight, @Nullable CaseId only, Line line, long since) {

        boolean concernedBy(Change change) {
            return (only == null || only.equals(change.id()))
                    && sight.sees(change.district(), change.grid(), change.unit());
        }
    }

    /**
     * @param only the one case looked at; all that they may see if missing
     * @param line what is opened once there is room for it
     * @throws TooManyViewers if all together look at too many pages at once
     */
    void open(String account, Sight sight, @Nullable CaseId only, Supplier<Line> line) {
        if (all.size() >= MOST) {
            throw TooManyViewers.now();
        }
        makeRoom(account);
        var viewer = new Viewer(account, sight, only, line.get(), System.nanoTime());
        viewer.line().whenOver(() -> all.remove(viewer));
        all.add(viewer);
        viewer.line().send("retry: 3000\n\n");
    }

    /** Whoever goes from page to page leaves lines behind that nobody has noticed yet: the eldest of theirs ends. */
    private void makeRoom(String account) {
        List<Viewer> theirs = all.stream()
                .filter(one -> one.account().equals(account))
                .sorted(Comparator.comparingLong(Viewer::since))
                .toList();
        for (Viewer eldest : theirs.subList(0, Math.max(0, theirs.size() - MOST_OF_ONE + 1))) {
            all.remove(eldest);
            eldest.line().close();
        }
    }

    void tell(Change change) {
        all.stream().filter(viewer -> viewer.concernedBy(change)).forEach(Viewers::told);
    }

    /** On all the pages that this person looks at. */
    void ring(Ring ring) {
        all.stream().filter(viewer -> viewer.account().equals(ring.account())).forEach(viewer -> viewer.line()
                .send("event: rung\ndata:\n\n"));
    }

    /** Anything may have changed. */
    void tellAll() {
        all.forEach(Viewers::told);
    }

    private static void told(Viewer viewer) {
        viewer.line().send("event: changed\ndata:\n\n");
    }

    int count() {
        return all.size();
    }

    /** So that a server that stops need not wait for them. */
    void closeAll() {
        all.forEach(viewer -> viewer.line().close());
    }

    @Override
    public void destroy() {
        heart.shutdownNow();
    }
}
