package org.gridcase.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.index.ItemVisitor;

/** Of the cells that cover a point keeps the one with the lowest code: so a shared border has one owner. */
final class LowestCode implements ItemVisitor {
    private final Coordinate point;
    private @Nullable Cell found;

    LowestCode(Coordinate point) {
        this.point = point;
    }

    @Override
    public void visitItem(Object item) {
        Cell cell = (Cell) item;
        if (cell.covers(point) && (found == null || cell.code().compareTo(found.code()) < 0)) {
            found = cell;
        }
    }

    @Nullable
    Cell found() {
        return found;
    }
}
