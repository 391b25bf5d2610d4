package org.gridcase.backtest;

/**
 * Which cases a draft is tried on: those reported lately.
 *
 * @param days up to now
 * @param district empty: the whole city
 * @param classes a service code or the beginning of several, such as {@code M06}; empty: all
 */
public record Stretch(int days, String district, String classes) {
    /** About three years. */
    public static final int MOST_DAYS = 1_100;
}
