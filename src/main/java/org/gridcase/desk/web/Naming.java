package org.gridcase.desk.web;

import java.util.Locale;
import org.gridcase.desk.form.Terms;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Units;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;

/** Begins the names of a page. */
@Component
class Naming {
    private final Grids grids;
    private final Units units;
    private final Staff staff;
    private final Scopes scopes;
    private final Terms terms;

    Naming(Grids grids, Units units, Staff staff, Scopes scopes, Terms terms) {
        this.grids = grids;
        this.units = units;
        this.staff = staff;
        this.scopes = scopes;
        this.terms = terms;
    }

    Names in(Locale locale) {
        return new Names(grids, units, staff, scopes, terms, locale);
    }
}
