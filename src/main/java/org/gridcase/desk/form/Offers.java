package org.gridcase.desk.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridcase.casework.CaseFacts;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.policy.Releases;
import org.springframework.stereotype.Component;

/** What there is to choose from: classes, rows of the filing standard, units, other cases. */
@Component
class Offers {
    private static final int EXCERPT = 60;

    private final Catalogue catalogue;
    private final Releases releases;
    private final Units units;
    private final Terms terms;

    Offers(Catalogue catalogue, Releases releases, Units units, Terms terms) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.units = units;
        this.terms = terms;
    }

    Stream<Offer> classes(String words, Locale locale) {
        return catalogue.search(words).stream().map(one -> offer(one, locale));
    }

    private static Offer offer(CaseClass one, Locale locale) {
        return new Offer(
                one.serviceCode(),
                one.name(locale),
                one.serviceCode() + " · " + one.group().name(locale),
                false);
    }

    List<Offer> rows(CaseFacts facts, Locale locale) {
        String code = facts.serviceCode();
        return code == null
                ? List.of()
                : releases.standard(facts.release()).of(code).stream()
                        .map(row -> offer(row, facts, locale))
                        .toList();
    }

    private Offer offer(FilingRow row, CaseFacts facts, Locale locale) {
        String limit = terms.limit(row.limit().amount(), row.limit().kind().name(), locale);
        return new Offer(
                row.code(),
                row.condition(),
                terms.say("desk.form.row", locale, limit, terms.unitKind(row.unit(), locale), row.closing()),
                row.code().equals(facts.proposedRow()));
    }

    List<Offer> units(CaseFacts facts, Locale locale) {
        return units.of(facts.location().district()).stream()
                .map(unit -> offer(unit, facts, locale))
                .sorted((one, other) -> Boolean.compare(other.proposed(), one.proposed()))
                .toList();
    }

    private Offer offer(Unit unit, CaseFacts facts, Locale locale) {
        return new Offer(
                unit.code(),
                unit.name(),
                terms.unitKind(unit.kind(), locale),
                unit.code().equals(facts.proposedUnit()));
    }

    Offer other(CaseFacts found, Locale locale) {
        String text = found.description();
        String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
        return new Offer(found.number(), found.number() + " · " + terms.stage(found.stage(), locale), excerpt, false);
    }
}
