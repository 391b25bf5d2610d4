package org.gridcase.grid;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.shared.GeoPoint;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The city's areas, and which of them a point lies in; answered from memory, on every node. */
@Component
public class Grids {
    private final AreaRows rows;
    private final Scopes scopes;
    private volatile Atlas atlas;

    Grids(AreaRows rows, Scopes scopes) {
        this.rows = rows;
        this.scopes = scopes;
        this.atlas = Atlas.of(rows.version(), rows.all());
    }

    /**
     * The areas around a point; none outside the city. A border belongs to both its sides, and of those the lowest
     * code is taken, level by level from the grid down; a hole belongs to whatever else covers it.
     */
    public Optional<Location> locate(GeoPoint point) {
        return atlas.locate(point);
    }

    public Optional<Area> area(String code) {
        return atlas.area(code);
    }

    /** Directly below this area, by code; a grid's dedicated grids come before its micro grids. */
    public List<Area> children(String code) {
        return atlas.children(code);
    }

    /** Those of a level whose bounds touch the box, by code. */
    public List<Area> within(Box box, AreaLevel level) {
        return atlas.within(box, level);
    }

    /** From the city down, then by code: so each comes after its parent. */
    public List<Area> all() {
        return atlas.all();
    }

    /** Changes whenever any area does. */
    public String version() {
        return atlas.version().tag();
    }

    /** @throws NoCity if none has been imported */
    public City city() {
        Area city = atlas.city().orElseThrow(NoCity::yet);
        Box bounds = Box.of(city.outline().getEnvelopeInternal());
        return new City(city.code(), city.name(), bounds, bounds.centre());
    }

    /**
     * Adds or changes areas that have been checked; a parent is among them or there already. Everyone sees all of
     * them at once, after the commit.
     */
    @Transactional
    public void put(Collection<Area> areas) {
        List<Area> fromAbove =
                areas.stream().sorted(Comparator.comparing(Area::level)).toList();
        rows.lock();
        Version version = rows.nextVersion();
        rows.put(fromAbove, version.number());
        scopes.put(fromAbove.stream()
                .filter(area -> area.level().isScope())
                .map(area -> new Scope(area.code(), area.parent(), area.district(), area.name()))
                .toList());
        // made before the commit, so that what cannot be shown is not written
        Atlas next = Atlas.of(version, rows.all());
        AfterCommit.run(() -> this.atlas = next);
    }

    /** Keeps others from changing areas until this transaction ends, and shows what they have changed so far. */
    @Transactional
    public void hold() {
        rows.lock();
        refresh();
    }

    /** Another node may have imported. */
    @Scheduled(fixedDelayString = "${gridcase.grid.refresh:5s}")
    @Transactional(readOnly = true)
    void refresh() {
        Version version = rows.version();
        if (!version.equals(atlas.version())) {
            atlas = Atlas.of(version, rows.all());
        }
    }
}
