package org.gridcase.backtest;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a table was asked and answered, for all the records in which it was the same.
 *
 * @param <I> what it was asked
 * @param <O> what it answered
 */
final class Asked<I, O> {
    final I input;
    final O then;
    final int catalogueVersion;
    private final boolean sameTable;

    @Nullable
    private volatile O now;

    /** @param catalogueVersion that the records name */
    Asked(I input, O then, int catalogueVersion, boolean sameTable) {
        this.input = input;
        this.then = then;
        this.catalogueVersion = catalogueVersion;
        this.sameTable = sameTable;
    }

    /** What the draft's table answers; asked only if it is not the very table that answered then. */
    O now(Function<I, O> table) {
        O known = now;
        if (known == null) {
            known = sameTable ? then : table.apply(input);
            now = known;
        }
        return known;
    }
}
