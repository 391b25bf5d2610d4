package org.gridcase.backtest;

/**
 * Where a case happened, as far as the tables ask.
 *
 * @param kind of the dedicated grid; empty in the open street
 */
record Place(String district, String street, String kind) {}
