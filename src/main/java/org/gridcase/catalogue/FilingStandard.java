package org.gridcase.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a case of a class is filed, how long handling may take, and what closes it: in versions, of which each release of
 * policy names one.
 */
@Component
public class FilingStandard {
    private final Editions editions;
    private final CatalogueTables tables;

    FilingStandard(Editions editions, CatalogueTables tables) {
        this.editions = editions;
        this.tables = tables;
    }

    /** The rows of a version; none if there is no such version, or it is not committed yet. */
    public FilingRows in(int version) {
        return editions.rows(version);
    }

    /** The newest there is, whether or not anybody goes by it. */
    public int newest() {
        return editions.newest();
    }

    /**
     * Makes these rows a version in the caller's transaction.
     *
     * @return {@code base} if it has the very same rows, else the next version
     */
    @Transactional
    public int version(FilingRows rows, int base, @Nullable String by) {
        if (rows.equals(in(base))) {
            return base;
        }
        tables.lock();
        return tables.add(rows.all(), by);
    }
}
