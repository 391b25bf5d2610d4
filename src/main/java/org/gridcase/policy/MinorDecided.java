package org.gridcase.policy;

/**
 * Whether the grid worker settles the case on the spot.
 *
 * @param check who looks after handling: {@code person}, or {@code none} when the machine's comparison is enough
 */
public record MinorDecided(String row, boolean minor, String check) {

    public boolean checkedByPerson() {
        return !check.equals("none");
    }
}
