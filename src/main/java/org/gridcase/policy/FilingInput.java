package org.gridcase.policy;

/**
 * What the filing table reads.
 *
 * @param placeKind the kind of the dedicated grid it happened in; empty in the open street
 * @param suddenEvent whether it is one of the local classes for sudden events
 */
public record FilingInput(String serviceCode, String district, String placeKind, boolean suddenEvent) {

    public FilingInput {
        serviceCode = Words.plain(serviceCode);
        district = Words.plain(district);
        placeKind = Words.plain(placeKind);
    }
}
