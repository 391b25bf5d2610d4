package org.gridcase.backtest;

/**
 * So many cases for which something is another.
 *
 * @param was as {@link Aspect} says
 */
public record Shift(Aspect aspect, String was, String becomes, long cases) {}
