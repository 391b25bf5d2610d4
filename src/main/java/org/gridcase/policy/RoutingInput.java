package org.gridcase.policy;

/**
 * What the routing table reads.
 *
 * @param group kind and first two digits of the class, such as {@code M06}
 * @param rowUnitKind the unit kind the filing row names; empty if it names none
 * @param returns how often units have sent the case back so far
 */
public record RoutingInput(
        String serviceCode, String group, String rowUnitKind, String street, String district, int returns) {

    public RoutingInput {
        serviceCode = Words.plain(serviceCode);
        group = Words.plain(group);
        rowUnitKind = Words.plain(rowUnitKind);
        street = Words.plain(street);
        district = Words.plain(district);
        returns = Math.max(0, returns);
    }
}
