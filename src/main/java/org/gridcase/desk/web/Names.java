package org.gridcase.desk.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gridcase.casework.Entry;
import org.gridcase.catalogue.Limit;
import org.gridcase.desk.form.Terms;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.jspecify.annotations.Nullable;

/** Names for the codes on one page, each looked up once. */
class Names {
    /** Those on the timeline who are no accounts. */
    private static final Set<String> NO_ACCOUNTS = Set.of("resident", "system", "assistant", "anybody", "gridcase");

    private final Grids grids;
    private final Units units;
    private final Staff staff;
    private final Scopes scopes;
    private final Terms terms;
    private final Locale locale;
    private final Map<String, String> found = new HashMap<>();

    Names(Grids grids, Units units, Staff staff, Scopes scopes, Terms terms, Locale locale) {
        this.grids = grids;
        this.units = units;
        this.staff = staff;
        this.scopes = scopes;
        this.terms = terms;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... arguments) {
        return terms.say(key, locale, arguments);
    }

    String ofLine(Entry entry) {
        return terms.line(entry, locale);
    }

    String ofClass(@Nullable String code) {
        return code == null ? say("desk.case.noClass") : terms.className(code, locale);
    }

    String ofLimit(Limit limit) {
        return terms.limit(limit.amount(), limit.kind().name(), locale);
    }

    String ofArea(String code) {
        return grids.area(code).map(Area::name).orElse(code);
    }

    @Nullable
    String ofUnit(@Nullable String code) {
        return code == null
                ? null
                : once("unit " + code, any -> units.find(code).map(Unit::name).orElse(code));
    }

    String ofActor(String account) {
        return NO_ACCOUNTS.contains(account)
                ? say("desk.actor." + account)
                : once(
                        "staff " + account,
                        any -> staff.find(account).map(StaffMember::name).orElse(account));
    }

    /** A group of the engine: the role and where it is held. */
    String ofGroup(String group) {
        Grant grant = Grant.of(group);
        String where = once(
                "scope " + grant.scope(),
                any -> scopes.find(grant.scope()).map(Scope::name).orElse(grant.scope()));
        return say("identity.role." + grant.role().code()) + " · " + where;
    }

    List<String> ofGroups(List<String> groups) {
        return groups.stream().map(this::ofGroup).toList();
    }

    private String once(String key, Function<String, String> lookUp) {
        return found.computeIfAbsent(key, lookUp);
    }
}
