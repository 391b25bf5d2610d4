package org.gridcase.grid.demo;

/** How large an invented city to make: areas of each level, and lattice cells along one side. */
public enum DemoSize {
    NONE(0, 0, 0, 0, 0, 0, 0),
    /** Starts in seconds. */
    SMALL(144, 2, 8, 24, 144, 36, 346),
    /** As large as a city of thirteen million people. */
    CITY(840, 12, 215, 3_530, 19_582, 4_835, 47_188);

    final int lattice;
    final int districts;
    final int streets;
    final int communities;
    final int grids;
    final int dedicated;
    final int micro;

    DemoSize(int lattice, int districts, int streets, int communities, int grids, int dedicated, int micro) {
        this.lattice = lattice;
        this.districts = districts;
        this.streets = streets;
        this.communities = communities;
        this.grids = grids;
        this.dedicated = dedicated;
        this.micro = micro;
    }
}
