package org.gridcase.grid.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads one feature and checks what can be seen without the others. */
final class FeatureReader {
    private static final int DISTRICT_DIGITS = 6;

    private final ImportLimits limits;
    private final Findings findings;

    FeatureReader(ImportLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Nothing if any of it was refused. */
    Optional<Area> read(int row, JsonNode feature) {
        int before = findings.count();
        JsonNode properties = feature.path("properties");
        AreaLevel level = level(row, properties.path("level"));
        String code = code(row, properties.path("code"), level);
        String parent = parent(row, properties.path("parent"), level);
        String name = properties.path("name").asText("");
        Fields.name(row, name, findings);
        String kind = kind(row, properties.path("kind"), level);
        Geometry outline = outline(row, feature.path("geometry"));
        if (findings.count() > before || level == null || outline == null) {
            return Optional.empty();
        }
        String district = level == AreaLevel.CITY ? null : code.substring(0, DISTRICT_DIGITS);
        return Optional.of(new Area(code, level, parent, district, name, kind, outline));
    }

    private @Nullable AreaLevel level(int row, JsonNode value) {
        Optional<AreaLevel> level = AreaLevel.of(value.asText(""));
        if (level.isEmpty()) {
            findings.refuse(row, "level", "level", Fields.excerpt(value.asText("")));
        }
        return level.orElse(null);
    }

    private String code(int row, JsonNode value, @Nullable AreaLevel level) {
        String code = value.asText("");
        if (level != null && !level.isCode(code)) {
            findings.refuse(row, "code", "code", Fields.excerpt(code), level.label());
        }
        return code;
    }

    private @Nullable String parent(int row, JsonNode value, @Nullable AreaLevel level) {
        String parent = value.asText("");
        if (level == AreaLevel.CITY && !parent.isEmpty()) {
            findings.refuse(row, "parent", "cityParent", Fields.excerpt(parent));
        }
        if (level != null && level != AreaLevel.CITY && parent.isEmpty()) {
            findings.refuse(row, "parent", "parentMissing");
        }
        return parent.isEmpty() ? null : parent;
    }

    private @Nullable String kind(int row, JsonNode value, @Nullable AreaLevel level) {
        String kind = value.asText("");
        if (kind.isEmpty()) {
            return null;
        }
        if (!Fields.isKind(kind)) {
            findings.refuse(row, "kind", "kind", Fields.excerpt(kind));
        } else if (level != AreaLevel.DEDICATED) {
            findings.refuse(row, "kind", "kindOfDedicated", Fields.excerpt(kind));
        }
        return kind;
    }

    private @Nullable Geometry outline(int row, JsonNode value) {
        Optional<Geometry> outline = new OutlineReader(limits.points()).read(value);
        if (outline.isEmpty()) {
            findings.refuse(row, "outline", "outline", limits.points());
            return null;
        }
        TopologyValidationError error = new IsValidOp(outline.get()).getValidationError();
        if (error != null) {
            Coordinate at = error.getCoordinate();
            findings.refuse(row, "outline", "outlineInvalid", String.valueOf(at.x), String.valueOf(at.y));
            return null;
        }
        return outline.get();
    }
}
