package org.gridcase.backtest;

import java.util.Objects;
import java.util.function.IntFunction;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.Limit;
import org.gridcase.policy.FilingDecided;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorDecided;
import org.gridcase.policy.MinorInput;
import org.gridcase.policy.Rehearsal;
import org.gridcase.policy.RoutingDecided;
import org.gridcase.policy.RoutingInput;
import org.jspecify.annotations.Nullable;

/**
 * Follows a case from decision to decision: by what the tables said then, and by what the draft's say. Where an earlier
 * answer is another, the later tables are asked with it and with everything else as it was recorded; where a person
 * decided, they are taken to decide the same again.
 */
final class Chain {
    private final Rehearsal rehearsal;
    private final ServingUnits units;
    private final IntFunction<FilingRows> versions;
    private final FilingRows standard;

    /** @param versions of the filing standard, which the records name */
    Chain(Rehearsal rehearsal, ServingUnits units, IntFunction<FilingRows> versions) {
        this.rehearsal = rehearsal;
        this.units = units;
        this.versions = versions;
        this.standard = rehearsal.standard();
    }

    /**
     * @param overruled whether the draft proposes another unit although a person had chosen one
     */
    record Both(Outcome then, Outcome now, boolean overruled) {}

    Outcome then(CaseRecords it) {
        var classified = it.classification;
        String code = classThen(it);
        Boolean minor = it.minor == null ? null : it.minor.then.minor();
        Limit limit = it.filing == null ? null : limit(then(it.filing), it.chosenRow, it.filing.then);
        String unit = it.routing == null ? null : unit(it.routing.input, it.routing.then, it.chosenUnit);
        return new Outcome(
                code,
                classified != null && classified.then.askPerson(),
                minor,
                it.routing == null ? null : kind(unit, it.routing.then),
                unit,
                limit);
    }

    /** Whether the way of this case is one for which nobody has recorded where it happened. */
    boolean needsPlace(CaseRecords it) {
        return it.filing == null
                && it.minor != null
                && it.minor.then.minor()
                && !minorNow(it, it.minor, classThen(it), classNow(it)).minor();
    }

    /** @param place only if {@link #needsPlace} */
    Both follow(CaseRecords it, @Nullable Place place) {
        Outcome then = then(it);
        var classified = it.classification;
        boolean byPerson =
                classified != null && classified.now(rehearsal::classify).askPerson();
        String code = classNow(it);
        if (it.minor == null) {
            var now = new Outcome(code, byPerson, null, then.unitKind(), then.unit(), then.limit());
            return new Both(then, now, false);
        }
        boolean minor = minorNow(it, it.minor, then.serviceCode(), code).minor();
        boolean workerRefused = it.minor.then.minor() && it.filing != null;
        if (minor && !workerRefused || it.filing == null && place == null) {
            return new Both(then, new Outcome(code, byPerson, minor, null, null, null), false);
        }
        FilingInput filing = filingInput(it, then.serviceCode(), code, place);
        FilingDecided filed = it.filing != null && filing.equals(it.filing.input)
                ? it.filing.now(rehearsal::file)
                : rehearsal.file(filing);
        boolean sameClass = it.filing != null && filing.serviceCode().equals(it.filing.input.serviceCode());
        String chosenRow = sameClass ? it.chosenRow : null;
        Limit limit = limit(standard, chosenRow, filed);
        if (it.filing != null && it.routing == null) {
            // joined or annulled before it went to a unit
            return new Both(then, new Outcome(code, byPerson, minor, null, null, limit), false);
        }
        RoutingInput routing = routingInput(it, filing.serviceCode(), chosenRow, filed, place);
        RoutingDecided routed = it.routing != null && routing.equals(it.routing.input)
                ? it.routing.now(rehearsal::route)
                : rehearsal.route(routing);
        String unit = unit(routing, routed, it.chosenUnit);
        boolean overruled = it.chosenUnit != null
                && it.routing != null
                && !Objects.equals(unit(routing, routed, null), unit(it.routing.input, it.routing.then, null));
        return new Both(then, new Outcome(code, byPerson, minor, kind(unit, routed), unit, limit), overruled);
    }

    private static @Nullable String classThen(CaseRecords it) {
        if (it.chosenClass != null) {
            return it.chosenClass;
        }
        return it.classification == null ? null : it.classification.then.serviceCode();
    }

    /** Whoever is asked now decides what was decided then. */
    private @Nullable String classNow(CaseRecords it) {
        if (it.classification == null) {
            return null;
        }
        String now = it.classification.now(rehearsal::classify).serviceCode();
        boolean same = Objects.equals(now, it.classification.then.serviceCode());
        return same || now == null ? classThen(it) : now;
    }

    /** Of a case whose class somebody changed later on, that class stays. */
    private static String code(String recorded, @Nullable String then, @Nullable String now) {
        return now != null && recorded.equals(then) ? now : recorded;
    }

    private MinorDecided minorNow(
            CaseRecords it,
            Asked<MinorInput, MinorDecided> asked,
            @Nullable String classThen,
            @Nullable String classNow) {
        String code = code(asked.input.serviceCode(), classThen, classNow);
        return code.equals(asked.input.serviceCode())
                ? asked.now(rehearsal::assessMinor)
                : rehearsal.assessMinor(new MinorInput(code, asked.input.channel(), asked.input.photos()));
    }

    private static FilingInput filingInput(
            CaseRecords it, @Nullable String classThen, @Nullable String classNow, @Nullable Place place) {
        if (it.filing == null) {
            Place at = Objects.requireNonNull(place);
            String code = code(Objects.requireNonNull(it.minor).input.serviceCode(), classThen, classNow);
            return new FilingInput(code, at.district(), at.kind(), isSudden(code));
        }
        FilingInput recorded = it.filing.input;
        String code = code(recorded.serviceCode(), classThen, classNow);
        return code.equals(recorded.serviceCode())
                ? recorded
                : new FilingInput(code, recorded.district(), recorded.placeKind(), isSudden(code));
    }

    /** The city's own classes for sudden events. */
    private static boolean isSudden(String serviceCode) {
        return serviceCode.startsWith("L01");
    }

    private RoutingInput routingInput(
            CaseRecords it,
            String serviceCode,
            @Nullable String chosenRow,
            FilingDecided filed,
            @Nullable Place place) {
        String group = serviceCode.substring(0, Math.min(3, serviceCode.length()));
        String row = chosenRow != null ? chosenRow : filed.filingRow();
        if (it.routing == null) {
            Place at = Objects.requireNonNull(place);
            return new RoutingInput(serviceCode, group, unitKind(row, ""), at.street(), at.district(), 0);
        }
        RoutingInput recorded = it.routing.input;
        boolean sameRow =
                it.filing != null && row.equals(it.chosenRow != null ? it.chosenRow : it.filing.then.filingRow());
        boolean otherUnit = it.filing != null && !sameUnitKind(row, then(it.filing));
        if (sameRow && !otherUnit && serviceCode.equals(recorded.serviceCode())) {
            return recorded;
        }
        return new RoutingInput(
                serviceCode,
                group,
                sameRow && !otherUnit ? recorded.rowUnitKind() : unitKind(row, recorded.rowUnitKind()),
                recorded.street(),
                recorded.district(),
                recorded.returns());
    }

    private String unitKind(String row, String otherwise) {
        return standard.row(row).map(it -> it.unit().code()).orElse(otherwise);
    }

    /** Whether the draft's row names the kind of unit that it named then. */
    private boolean sameUnitKind(String row, FilingRows then) {
        return then == standard
                || then.row(row).map(FilingRow::unit).equals(standard.row(row).map(FilingRow::unit));
    }

    private FilingRows then(Asked<?, ?> asked) {
        return versions.apply(asked.catalogueVersion);
    }

    private @Nullable String unit(RoutingInput at, RoutingDecided decided, @Nullable String chosen) {
        return chosen != null ? chosen : units.unit(decided, at.district(), at.street());
    }

    private @Nullable String kind(@Nullable String unit, RoutingDecided decided) {
        if (unit == null) {
            return decided.unitKind();
        }
        String kind = units.kind(unit);
        return kind == null ? decided.unitKind() : kind;
    }

    /** The row's limit; policy's factor holds for the row that policy proposes. */
    private static @Nullable Limit limit(FilingRows rows, @Nullable String chosenRow, FilingDecided filed) {
        String code = chosenRow != null ? chosenRow : filed.filingRow();
        FilingRow row = rows.row(code).orElse(null);
        if (row == null) {
            return null;
        }
        Limit plain = row.limit();
        return code.equals(filed.filingRow()) ? plain.times(filed.limitFactor()) : plain;
    }
}
