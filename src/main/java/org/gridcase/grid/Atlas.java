package org.gridcase.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** All areas of one version in memory, indexed by code, parent and place; never changed once made. */
final class Atlas {
    private static final Comparator<Area> FROM_ABOVE =
            Comparator.comparing(Area::level).thenComparing(Area::code);

    private final Version version;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final Map<AreaLevel, STRtree> trees = new EnumMap<>(AreaLevel.class);

    private Atlas(Version version) {
        this.version = version;
    }

    static Atlas of(Version version, Collection<Area> areas) {
        Atlas atlas = new Atlas(version);
        areas.stream().sorted(FROM_ABOVE).forEach(atlas::add);
        // a tree builds itself at the first query, which is not safe from several threads
        atlas.trees.values().forEach(STRtree::build);
        return atlas;
    }

    private void add(Area area) {
        Cell cell = new Cell(area, cell(area.parent()));
        cells.put(area.code(), cell);
        trees.computeIfAbsent(area.level(), level -> new STRtree()).insert(cell.envelope(), cell);
    }

    Version version() {
        return version;
    }

    Optional<Area> area(String code) {
        return Optional.ofNullable(cell(code)).map(Cell::area);
    }

    /** The first of all, as nothing is above it. */
    Optional<Area> city() {
        return cells.values().stream().findFirst().map(Cell::area);
    }

    List<Area> children(String code) {
        Cell cell = cell(code);
        return cell == null ? List.of() : cell.children();
    }

    /** From the city down, then by code. */
    List<Area> all() {
        return cells.values().stream().map(Cell::area).toList();
    }

    List<Area> within(Box box, AreaLevel level) {
        List<Area> found = new ArrayList<>();
        STRtree tree = trees.get(level);
        if (tree != null) {
            tree.query(box.envelope(), item -> found.add(((Cell) item).area()));
        }
        found.sort(FROM_ABOVE);
        return found;
    }

    Optional<Location> locate(GeoPoint point) {
        STRtree grids = trees.get(AreaLevel.GRID);
        if (grids == null) {
            return Optional.empty();
        }
        Coordinate at = new Coordinate(point.longitude(), point.latitude());
        LowestCode lowest = new LowestCode(at);
        grids.query(new Envelope(at), lowest);
        return Optional.ofNullable(lowest.found()).map(grid -> grid.locate(at));
    }

    private @Nullable Cell cell(@Nullable String code) {
        return code == null ? null : cells.get(code);
    }
}
