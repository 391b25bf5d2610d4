package org.gridcase.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Stage;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Units;
import org.springframework.stereotype.Component;

/** What a person can filter cases by: nothing they could not see anyway. */
@Component
class CaseChoices {
    private final Catalogue catalogue;
    private final Grids grids;
    private final Units units;

    CaseChoices(Catalogue catalogue, Grids grids, Units units) {
        this.catalogue = catalogue;
        this.grids = grids;
        this.units = units;
    }

    List<Choice> stages(Names names) {
        return Arrays.stream(Stage.values())
                .map(stage -> new Choice(stage.name(), names.say("casework.stage." + stage)))
                .toList();
    }

    List<Choice> kinds(Locale locale) {
        return catalogue.groups().stream()
                .map(group -> new Choice(group.code(), group.code() + " " + group.name(locale)))
                .toList();
    }

    /** Districts, each followed by its streets; smaller areas for those who have only these. */
    List<Choice> places(Sight sight) {
        if (!sight.everywhere() && sight.districts().isEmpty()) {
            return sight.areas().stream()
                    .sorted()
                    .map(code ->
                            new Choice(code, grids.area(code).map(Area::name).orElse(code)))
                    .toList();
        }
        return districts(sight).stream()
                .sorted()
                .flatMap(code -> grids.area(code).stream())
                .flatMap(district -> Stream.concat(
                        Stream.of(new Choice(district.code(), district.name())),
                        grids.children(district.code()).stream()
                                .map(street -> new Choice(street.code(), district.name() + " " + street.name()))))
                .toList();
    }

    List<Choice> units(Sight sight) {
        return Stream.concat(
                        districts(sight).stream().flatMap(district -> units.of(district).stream()),
                        sight.units().stream().flatMap(code -> units.find(code).stream()))
                .distinct()
                .map(unit -> new Choice(unit.code(), unit.name()))
                .toList();
    }

    private Set<String> districts(Sight sight) {
        if (!sight.everywhere()) {
            return sight.districts();
        }
        return grids.all().stream()
                .filter(area -> area.level() == AreaLevel.DISTRICT)
                .map(Area::code)
                .collect(Collectors.toSet());
    }
}
