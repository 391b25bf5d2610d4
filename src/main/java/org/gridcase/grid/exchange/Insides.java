package org.gridcase.grid.exchange;

import java.util.HashMap;
import java.util.Map;
import org.gridcase.grid.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Whether areas lie inside their parents, give or take what rounding does to surveyed borders. */
final class Insides {
    /** About a metre. */
    private static final double TOLERANCE_DEGREES = 1e-5;

    private final Map<String, PreparedGeometry> exact = new HashMap<>();
    private final Map<String, PreparedGeometry> wider = new HashMap<>();

    boolean covers(Area parent, Area child) {
        return exact.computeIfAbsent(parent.code(), code -> prepared(parent.outline()))
                        .covers(child.outline())
                || wider.computeIfAbsent(
                                parent.code(), code -> prepared(parent.outline().buffer(TOLERANCE_DEGREES)))
                        .covers(child.outline());
    }

    private static PreparedGeometry prepared(Geometry outline) {
        return PreparedGeometryFactory.prepare(outline);
    }
}
