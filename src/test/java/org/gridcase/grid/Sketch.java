package org.gridcase.grid;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A city of four by two degrees that a reader can keep in mind: two grids side by side, the western one with a hole
 * that is a third grid, the eastern one with two micro grids and a mall.
 */
public final class Sketch {
    public static final String COMMUNITY = "410102001001";
    public static final String WEST = COMMUNITY + "001";
    public static final String EAST = COMMUNITY + "002";
    public static final String HOLE = COMMUNITY + "003";

    private Sketch() {}

    public static List<Area> city() {
        return List.of(
                area("410100", AreaLevel.CITY, box(0, 0, 4, 2)),
                area("410102", AreaLevel.DISTRICT, box(0, 0, 4, 2)),
                area("410102001", AreaLevel.STREET, box(0, 0, 4, 2)),
                area(COMMUNITY, AreaLevel.COMMUNITY, box(0, 0, 4, 2)),
                area(WEST, AreaLevel.GRID, "POLYGON((0 0,2 0,2 2,0 2,0 0),(0.5 0.5,0.5 1,1 1,1 0.5,0.5 0.5))"),
                area(EAST, AreaLevel.GRID, box(2, 0, 4, 2)),
                area(HOLE, AreaLevel.GRID, box(0.5, 0.5, 1, 1)),
                area(EAST + "D01", AreaLevel.DEDICATED, box(3.25, 0.5, 3.5, 1)),
                area(EAST + "M01", AreaLevel.MICRO, box(2, 0, 3, 2)),
                area(EAST + "M02", AreaLevel.MICRO, box(3, 0, 4, 2)));
    }

    public static Area area(String code, AreaLevel level, String outline) {
        String parent =
                switch (level) {
                    case CITY -> null;
                    case DISTRICT -> "410100";
                    default -> code.substring(0, code.length() - 3);
                };
        String district = level == AreaLevel.CITY ? null : code.substring(0, 6);
        return new Area(code, level, parent, district, "名" + code, geometry(outline));
    }

    public static String box(double west, double south, double east, double north) {
        return String.format(
                Locale.ROOT, "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))", west, south, east, north);
    }

    private static Geometry geometry(String outline) {
        try {
            return new WKTReader().read(outline);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
