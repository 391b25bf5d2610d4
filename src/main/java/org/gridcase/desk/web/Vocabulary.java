package org.gridcase.desk.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.catalogue.UnitKind;
import org.gridcase.desk.form.Terms;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.springframework.stereotype.Component;

/** The codes that policy speaks in, with what they stand for. */
@Component
class Vocabulary {
    private static final List<String> CHANNELS = List.of("resident", "worker", "hotline", "video", "sensor", "open311");

    private final Catalogue catalogue;
    private final Grids grids;
    private final Terms terms;

    Vocabulary(Catalogue catalogue, Grids grids, Terms terms) {
        this.catalogue = catalogue;
        this.grids = grids;
        this.terms = terms;
    }

    /** Of what a table reads or gives under that name; none where its words are free. */
    List<Choice> of(String name, Locale locale) {
        return switch (name) {
            case "serviceCode", "proposed" -> classes(locale);
            case "group" ->
                catalogue.groups().stream()
                        .map(group -> new Choice(group.code(), group.name(locale)))
                        .toList();
            case "district" -> areas(AreaLevel.DISTRICT);
            case "street" -> areas(AreaLevel.STREET);
            case "channel" -> channels(locale);
            case "placeKind" -> placeKinds(locale);
            case "rowUnitKind", "unitKind" -> unitKinds(locale);
            default -> List.of();
        };
    }

    private List<Choice> classes(Locale locale) {
        return catalogue.all().stream()
                .filter(CaseClass::active)
                .map(one -> new Choice(one.serviceCode(), one.name(locale)))
                .sorted(Comparator.comparing(Choice::code))
                .toList();
    }

    private List<Choice> areas(AreaLevel level) {
        return grids.all().stream()
                .filter(area -> area.level() == level)
                .map(area -> new Choice(area.code(), area.name()))
                .toList();
    }

    private List<Choice> channels(Locale locale) {
        return CHANNELS.stream()
                .map(code -> new Choice(code, terms.say("desk.studio.channel." + code, locale)))
                .toList();
    }

    private List<Choice> placeKinds(Locale locale) {
        Set<String> kinds = new LinkedHashSet<>(List.of("campus", "hospital", "market", "station", "mall"));
        for (Area area : grids.all()) {
            if (area.kind() != null && area.level() == AreaLevel.DEDICATED) {
                kinds.add(area.kind());
            }
        }
        return kinds.stream()
                .map(code -> new Choice(code, known("desk.studio.place." + code, code, locale)))
                .toList();
    }

    private List<Choice> unitKinds(Locale locale) {
        List<Choice> kinds = new ArrayList<>();
        for (UnitKind kind : UnitKind.values()) {
            kinds.add(new Choice(kind.code(), terms.unitKind(kind, locale)));
        }
        return kinds;
    }

    /** What a city has added is shown as it is. */
    private String known(String key, String code, Locale locale) {
        String words = terms.say(key, locale);
        return words.equals(key) ? code : words;
    }
}
