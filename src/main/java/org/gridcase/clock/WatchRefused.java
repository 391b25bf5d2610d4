package org.gridcase.clock;

import org.gridcase.shared.Refusal;

/** A case that cannot be watched, or a watch that cannot go on so. */
public final class WatchRefused extends Refusal {

    private WatchRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static WatchRefused already() {
        return new WatchRefused(Kind.CONFLICT, "clock.watch.already");
    }

    static WatchRefused ended() {
        return new WatchRefused(Kind.CONFLICT, "clock.watch.ended");
    }

    static WatchRefused none() {
        return new WatchRefused(Kind.CONFLICT, "clock.watch.none");
    }

    /** The policy release that the case keeps to has no such flow. */
    public static WatchRefused noFlow() {
        return new WatchRefused(Kind.CONFLICT, "clock.watch.noFlow");
    }

    static WatchRefused words(int reason, int orders) {
        return new WatchRefused(Kind.INVALID, "clock.watch.words", reason, orders);
    }

    static WatchRefused time(int mostHours) {
        return new WatchRefused(Kind.INVALID, "clock.watch.time", mostHours);
    }
}
