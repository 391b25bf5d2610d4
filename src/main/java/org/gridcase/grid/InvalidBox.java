package org.gridcase.grid;

import org.gridcase.shared.Refusal;

/** A map was asked for by a rectangle that is none. */
public class InvalidBox extends Refusal {

    private InvalidBox(String box) {
        super(Kind.INVALID, "grid.invalidBox", box);
    }

    static InvalidBox of(String box) {
        return new InvalidBox(box.substring(0, Math.min(box.length(), 100)));
    }
}
