package org.gridcase.backtest;

/**
 * A unit's cases of the past, then and by the draft.
 *
 * @param expectedThen how many of them are expected on time
 * @param ended its cases whose handling ended
 * @param onTime how many of these were not late, or excused
 */
public record UnitLoad(
        String unit, long then, long now, double expectedThen, double expectedNow, long ended, long onTime) {}
