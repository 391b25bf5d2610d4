package org.gridcase.grid.demo;

import java.util.Arrays;
import java.util.Random;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;

/** What the invented areas are called. */
final class DemoNames {
    private static final String[][] PLACES = {
        {"商城", "mall"}, {"校园", "campus"}, {"医院", "hospital"}, {"车站", "station"},
        {"产业园", "industrial-park"}, {"公园", "park"}, {"市场", "market"}, {"体育馆", "stadium"}
    };

    private final Names names;
    private int places;

    DemoNames(Random random) {
        this.names = new Names(random);
    }

    /** What the dedicated grid of that name is. */
    static String kind(String name) {
        return Arrays.stream(PLACES)
                .filter(place -> name.endsWith(place[0]))
                .findFirst()
                .orElseThrow()[1];
    }

    String city() {
        return "霁川市";
    }

    String name(Area parent, AreaLevel level, int number) {
        return switch (level) {
            case CITY -> city();
            case DISTRICT -> names.next() + "区";
            case STREET -> names.next() + "街道";
            case COMMUNITY -> names.next() + "社区";
            case GRID -> "%s第%d网格".formatted(parent.name(), number);
            case DEDICATED -> parent.name().replaceFirst("社区第.*", "") + PLACES[places++ % PLACES.length][0];
            case MICRO -> "%s%d号微网格".formatted(parent.name(), number);
        };
    }
}
