package org.gridcase.policy;

import org.jspecify.annotations.Nullable;

/**
 * The class of a case, or that a person must choose it.
 *
 * @param row the table's row that decided
 * @param serviceCode none if a person must choose
 */
public record ClassificationDecided(String row, @Nullable String serviceCode) {

    public boolean askPerson() {
        return serviceCode == null;
    }
}
