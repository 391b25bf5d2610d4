package org.gridcase.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param working a make-up working day (调休上班); a holiday if not
 * @param name of the holiday that it is or makes up for
 */
public record SpecialDay(LocalDate date, boolean working, String name) {}
