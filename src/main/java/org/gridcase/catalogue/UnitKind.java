package org.gridcase.catalogue;

import java.util.Locale;

/** What kind of unit answers for a class; which unit that is in a place is routing's to say. */
public enum UnitKind {
    SANITATION,
    URBAN_MANAGEMENT,
    MUNICIPAL_WORKS,
    WATER,
    POWER,
    GAS,
    TELECOM,
    LANDSCAPE,
    TRAFFIC_POLICE,
    HOUSING,
    MARKET,
    ENVIRONMENT,
    EMERGENCY,
    COMMUNITY_AFFAIRS,
    STREET_OFFICE;

    /** As written in tables: {@code municipal-works}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if no kind has this code */
    public static UnitKind of(String code) {
        for (UnitKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of unit: " + code);
    }
}
