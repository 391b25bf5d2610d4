package org.gridcase.clock.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gridcase.casework.Stage;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The city's names for codes, in the reader's language. */
@Component
class Named {
    private final MessageSource messages;
    private final Catalogue catalogue;
    private final Grids grids;
    private final Units units;

    Named(MessageSource messages, Catalogue catalogue, Grids grids, Units units) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.grids = grids;
        this.units = units;
    }

    Names in(Locale locale) {
        return new Names(locale);
    }

    /** Of one answer; units are looked up once. */
    class Names {
        private final Locale locale;
        private @Nullable Map<String, String> known;

        private Names(Locale locale) {
            this.locale = locale;
        }

        String say(String key) {
            return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
        }

        String ofStage(Stage stage) {
            return say("casework.stage." + stage);
        }

        String ofClass(@Nullable String code) {
            return code == null
                    ? say("clock.noClass")
                    : catalogue.byServiceCode(code).map(one -> one.name(locale)).orElse(code);
        }

        String ofArea(String code) {
            return grids.area(code).map(Area::name).orElse(code);
        }

        String ofUnit(@Nullable String code) {
            if (code == null) {
                return say("clock.noUnit");
            }
            Map<String, String> all = known;
            if (all == null) {
                all = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
                known = all;
            }
            return all.getOrDefault(code, code);
        }
    }
}
