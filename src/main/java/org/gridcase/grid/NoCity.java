package org.gridcase.grid;

import org.gridcase.shared.Refusal;

/** Nobody has imported the city yet. */
public class NoCity extends Refusal {

    private NoCity() {
        super(Kind.NOT_FOUND, "grid.noCity");
    }

    static NoCity yet() {
        return new NoCity();
    }
}
