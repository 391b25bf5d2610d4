package org.gridcase.grid.demo;

import org.gridcase.grid.Area;

/** An area and the lattice cells it was cut from. */
record Plot(Area area, Block block) {}
