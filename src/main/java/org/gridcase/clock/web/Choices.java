package org.gridcase.clock.web;

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
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody can filter by: nothing they could not see anyway. */
@Component
class Choices {
    private final Grids grids;
    private final Units units;
    private final Catalogue catalogue;
    private final Named named;

    Choices(Grids grids, Units units, Catalogue catalogue, Named named) {
        this.grids = grids;
        this.units = units;
        this.catalogue = catalogue;
        this.named = named;
    }

    /** @param of the code of the district that it belongs to, if it does */
    record Choice(String code, String name, @Nullable String of) {}

    /** Of each filter. */
    record All(
            List<Choice> districts,
            List<Choice> streets,
            List<Choice> units,
            List<Choice> kinds,
            List<Choice> stages,
            List<Choice> ends) {}

    All of(Sight sight, Locale locale) {
        List<String> districts = districts(sight);
        Set<String> streets =
                sight.areas().stream().filter(AreaLevel.STREET::isCode).collect(Collectors.toSet());
        return new All(
                districts.stream()
                        .flatMap(code -> grids.area(code).stream())
                        .map(Choices::choice)
                        .toList(),
                Stream.concat(
                                districts.stream().flatMap(code -> grids.children(code).stream()),
                                streets.stream().sorted().flatMap(code -> grids.area(code).stream()))
                        .distinct()
                        .map(Choices::choice)
                        .toList(),
                units.all().stream()
                        .filter(unit -> districts.contains(unit.district())
                                || sight.units().contains(unit.code()))
                        .map(Choices::choice)
                        .toList(),
                catalogue.groups().stream()
                        .map(group -> new Choice(group.code(), group.code() + " " + group.name(locale), null))
                        .toList(),
                stages(false, locale),
                stages(true, locale));
    }

    private List<Choice> stages(boolean ended, Locale locale) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.ended() == ended)
                .map(stage -> new Choice(stage.name(), named.in(locale).ofStage(stage), null))
                .toList();
    }

    private List<String> districts(Sight sight) {
        return sight.everywhere()
                ? grids.all().stream()
                        .filter(area -> area.level() == AreaLevel.DISTRICT)
                        .map(Area::code)
                        .toList()
                : sight.districts().stream().sorted().toList();
    }

    private static Choice choice(Area area) {
        return new Choice(area.code(), area.name(), area.district());
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.code(), unit.name(), unit.district());
    }
}
