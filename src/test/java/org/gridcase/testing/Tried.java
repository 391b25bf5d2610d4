package org.gridcase.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.gridcase.backtest.Backtest;
import org.gridcase.backtest.Backtests;
import org.gridcase.backtest.Stretch;

/** Tries drafts on the past and waits for the end. */
public final class Tried {

    private Tried() {}

    /** On the last day of the whole city, as every draft that changes decisions is before somebody approves it. */
    public static Backtest now(Backtests backtests, UUID draft, String by) {
        return over(backtests, draft, new Stretch(1, "", ""), by);
    }

    public static Backtest over(Backtests backtests, UUID draft, Stretch past, String by) {
        return ended(backtests, backtests.begin(draft, past, by), by);
    }

    public static Backtest ended(Backtests backtests, UUID run, String reader) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> backtests.get(run, reader), it -> !it.isRunning());
    }
}
