package org.gridcase.grid.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;

/** Draws the areas of an invented city; the same seed draws the same city. */
public final class DemoAreas {
    public static final String CITY = "410100";
    private static final int FIRST_DISTRICT = 2;
    /** Lattice cells that a grid is wide and high at least: room for a dedicated grid inside it. */
    private static final int ROOM = 3;

    private final DemoSize size;
    private final Random random;
    private final Lattice lattice;
    private final DemoNames names;

    private DemoAreas(DemoSize size, long seed) {
        this.size = size;
        this.random = new Random(seed);
        this.lattice = new Lattice(size.lattice, random);
        this.names = new DemoNames(random);
    }

    /** From the city down. */
    public static List<Area> of(DemoSize size, long seed) {
        return new DemoAreas(size, seed).draw();
    }

    private List<Area> draw() {
        int[] streetsOf = Shares.of(size.streets, size.districts, random);
        int[] communitiesOf = Shares.of(size.communities, size.streets, random);
        int[] gridsOf = Shares.of(size.grids, size.communities, random);
        int[] streetWeights = Shares.sums(gridsOf, communitiesOf);
        int[] districtWeights = Shares.sums(streetWeights, streetsOf);

        List<Plot> city = List.of(city());
        List<Plot> districts = divide(city, new int[] {size.districts}, districtWeights, AreaLevel.DISTRICT);
        List<Plot> streets = divide(districts, streetsOf, streetWeights, AreaLevel.STREET);
        List<Plot> communities = divide(streets, communitiesOf, gridsOf, AreaLevel.COMMUNITY);
        List<Plot> grids = divide(communities, gridsOf, equal(size.grids), AreaLevel.GRID);
        List<Plot> micro = divide(grids, Shares.of(size.micro, size.grids, random), equal(size.micro), AreaLevel.MICRO);
        return Stream.of(city, districts, streets, communities, grids, dedicated(grids), micro)
                .flatMap(List::stream)
                .map(Plot::area)
                .toList();
    }

    private Plot city() {
        Block all = lattice.all();
        return new Plot(new Area(CITY, AreaLevel.CITY, null, null, names.city(), lattice.outline(all)), all);
    }

    private List<Plot> divide(List<Plot> parents, int[] children, int[] weights, AreaLevel level) {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            int[] share = Arrays.copyOfRange(weights, plots.size(), plots.size() + children[i]);
            int number = 0;
            int least = level == AreaLevel.MICRO ? 1 : ROOM;
            for (Block block : parents.get(i).block().split(share, least, random)) {
                plots.add(plot(parents.get(i).area(), level, ++number, block));
            }
        }
        return plots;
    }

    private List<Plot> dedicated(List<Plot> grids) {
        int[] shares = Shares.of(size.dedicated, size.grids, random);
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] == 1) {
                Block inside = grids.get(i).block().inside(random);
                plots.add(plot(grids.get(i).area(), AreaLevel.DEDICATED, 1, inside));
            }
        }
        return plots;
    }

    private Plot plot(Area parent, AreaLevel level, int number, Block block) {
        String code = code(parent, level, number);
        String district = level == AreaLevel.DISTRICT ? code : parent.district();
        String name = names.name(parent, level, number);
        String kind = level == AreaLevel.DEDICATED ? DemoNames.kind(name) : null;
        return new Plot(new Area(code, level, parent.code(), district, name, kind, lattice.outline(block)), block);
    }

    private static String code(Area parent, AreaLevel level, int number) {
        return switch (level) {
            case DISTRICT -> "%s%02d".formatted(parent.code().substring(0, 4), number + FIRST_DISTRICT - 1);
            case DEDICATED -> "%sD%02d".formatted(parent.code(), number);
            case MICRO -> "%sM%02d".formatted(parent.code(), number);
            default -> "%s%03d".formatted(parent.code(), number);
        };
    }

    private static int[] equal(int parts) {
        int[] weights = new int[parts];
        Arrays.fill(weights, 1);
        return weights;
    }
}
