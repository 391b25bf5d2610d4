package org.gridcase.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.Limit;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;
import org.gridcase.grid.Units;
import org.gridcase.policy.ClassificationDecided;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorDecided;
import org.gridcase.policy.MinorInput;
import org.gridcase.policy.RoutingInput;
import org.gridcase.policy.Rulebook;
import org.gridcase.policy.Rulebooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a policy decides about each arrival: class, whether it is minor, limit and unit. */
@Component
class Fates {
    private static final String STREET_OFFICE = "street-office";
    private static final int TELL = 2_000;

    private final Units units;

    Fates(Units units) {
        this.units = units;
    }

    private record Serving(String kind, String area) {}

    List<Fate> of(List<Arrival> arrivals, Rulebooks.Book policy, Progress progress) {
        Map<Serving, String> serving = new HashMap<>();
        // by code, so of several the first serves
        for (Unit unit : units.all()) {
            serving.putIfAbsent(new Serving(unit.kind(), unit.area()), unit.code());
        }
        List<Fate> fates = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            if (fates.size() % TELL == 0) {
                progress.at((double) fates.size() / arrivals.size());
            }
            fates.add(of(arrival, policy.tables(), policy.standard(), serving));
        }
        return fates;
    }

    private static Fate of(Arrival arrival, Rulebook tables, FilingRows standard, Map<Serving, String> serving) {
        if (arrival.proposal() == null) {
            return Fate.UNKNOWN;
        }
        ClassificationDecided decided = tables.classify(arrival.proposal());
        // a person who is asked finds the class that it had in the end
        String code = decided.serviceCode() == null ? arrival.serviceCode() : decided.serviceCode();
        if (code == null) {
            return new Fate(decided.serviceCode() != null, false, false, null, null);
        }
        MinorDecided minor = tables.assessMinor(new MinorInput(code, arrival.channel(), arrival.photos()));
        var filing =
                tables.file(new FilingInput(code, arrival.district(), arrival.placeKind(), code.startsWith("L01")));
        FilingRow row = standard.row(filing.filingRow()).orElse(null);
        var routing = tables.route(new RoutingInput(
                code,
                code.substring(0, Math.min(3, code.length())),
                row == null ? "" : row.unit().code(),
                arrival.street(),
                arrival.district(),
                0));
        String area =
                UnitLevel.valueOf(routing.level().name()) == UnitLevel.STREET ? arrival.street() : arrival.district();
        String unit = serving.get(new Serving(routing.unitKind(), area));
        return new Fate(
                decided.serviceCode() != null,
                minor.minor(),
                minor.checkedByPerson(),
                limit(row, filing.limitFactor()),
                unit != null ? unit : serving.get(new Serving(STREET_OFFICE, arrival.street())));
    }

    private static @Nullable Limit limit(@Nullable FilingRow row, double factor) {
        return row == null ? null : row.limit().times(factor);
    }
}
