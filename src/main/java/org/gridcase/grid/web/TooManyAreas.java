package org.gridcase.grid.web;

import org.gridcase.shared.Refusal;

/** A map of so many outlines would only be a blur. */
class TooManyAreas extends Refusal {

    private TooManyAreas(int most) {
        super(Kind.INVALID, "grid.tooManyAreas", most);
    }

    static TooManyAreas moreThan(int most) {
        return new TooManyAreas(most);
    }
}
