package org.gridcase.grid.demo;

import java.util.Random;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;

/** What the invented areas are called. */
final class DemoNames {
    private static final String[] PLACES = {"商城", "校园", "医院", "车站", "产业园", "公园", "市场", "体育馆"};

    private final Names names;
    private int places;

    DemoNames(Random random) {
        this.names = new Names(random);
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
            case DEDICATED -> parent.name().replaceFirst("社区第.*", "") + PLACES[places++ % PLACES.length];
            case MICRO -> "%s%d号微网格".formatted(parent.name(), number);
        };
    }
}
