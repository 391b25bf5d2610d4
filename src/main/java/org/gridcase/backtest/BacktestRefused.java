package org.gridcase.backtest;

import org.gridcase.shared.Refusal;

/** What cannot be tried, or not now. */
public final class BacktestRefused extends Refusal {

    private BacktestRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static BacktestRefused none() {
        return new BacktestRefused(Kind.NOT_FOUND, "backtest.none");
    }

    static BacktestRefused notYours() {
        return new BacktestRefused(Kind.FORBIDDEN, "backtest.notYours");
    }

    static BacktestRefused days() {
        return new BacktestRefused(Kind.INVALID, "backtest.days.wrong", Stretch.MOST_DAYS);
    }

    static BacktestRefused district() {
        return new BacktestRefused(Kind.INVALID, "backtest.district.wrong");
    }

    static BacktestRefused classes() {
        return new BacktestRefused(Kind.INVALID, "backtest.classes.wrong");
    }

    static BacktestRefused alreadyRunning() {
        return new BacktestRefused(Kind.CONFLICT, "backtest.alreadyRunning");
    }

    static BacktestRefused tooMany(int most) {
        return new BacktestRefused(Kind.TOO_MANY, "backtest.tooMany", most);
    }

    static BacktestRefused over() {
        return new BacktestRefused(Kind.CONFLICT, "backtest.over.ended");
    }
}
