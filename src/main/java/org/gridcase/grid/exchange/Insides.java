package org.gridcase.grid.exchange;

import java.util.HashMap;
import java.util.Map;
import org.gridcase.grid.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/** Whether areas lie inside their parents, give or take what rounding does to surveyed borders. */
final class Insides {
    /** About a metre. */
    private static final double TOLERANCE_DEGREES = 1e-5;

    private static final BufferParameters SHARP =
            new BufferParameters(1, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 2);

    private final Map<String, PreparedGeometry> parents = new HashMap<>();

    boolean covers(Area parent, Area child) {
        return parents.computeIfAbsent(parent.code(), code -> prepared(parent.outline()))
                .covers(child.outline());
    }

    /** Widened, a parent touches none of its children, which also spares the costly comparison of shared borders. */
    private static PreparedGeometry prepared(Geometry outline) {
        return PreparedGeometryFactory.prepare(BufferOp.bufferOp(outline, TOLERANCE_DEGREES, SHARP));
    }
}
