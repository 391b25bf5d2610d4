package org.gridcase.grid.exchange;

import java.util.List;

/**
 * Why a row cannot be taken.
 *
 * @param row the line of a CSV file, its header being line 1, or the number of a GeoJSON feature, from 1; 0 for the
 *     file as a whole
 * @param field what is wrong with it: a column, a property, {@code outline} or {@code file}
 * @param reason a message key
 */
public record Refused(int row, String field, String reason, List<Object> arguments) {}
