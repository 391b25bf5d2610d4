package org.gridcase.grid.exchange;

import org.gridcase.grid.Area;

/** An area as a file has it, and where in the file. */
record AreaRow(int row, Area area) {}
