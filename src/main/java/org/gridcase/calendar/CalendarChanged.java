package org.gridcase.calendar;

import org.jspecify.annotations.Nullable;

/**
 * Working time is counted otherwise from now on, for the past too; told inside the transaction that changes it.
 *
 * @param district none if the whole city's calendar has changed
 */
public record CalendarChanged(int version, @Nullable String district) {}
