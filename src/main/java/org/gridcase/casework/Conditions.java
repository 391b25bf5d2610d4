package org.gridcase.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridcase.grid.AreaLevel;
import org.jspecify.annotations.Nullable;

/** A query's conditions as SQL over {@code city_case c} and {@code case_origin o}, with their values. */
class Conditions {
    private static final Pattern NUMBER = Pattern.compile("GC\\d{8}-\\d{6,}");
    private static final Pattern GROUP = Pattern.compile("[A-Z]\\d{2}");

    private static final String TEXT = "lower(normalize(o.description || ' ' || coalesce(o.address, ''), NFKC))";

    /** No index knows a single character: it is looked for among the last reports only. */
    private static final String RECENT = "o.reported_at >= coalesce((select reported_at from case_origin"
            + " order by reported_at desc offset " + CaseQuery.RECENT + " limit 1), '-infinity')";

    private final List<String> all = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    static Conditions of(CaseQuery query, @Nullable AreaLevel level) {
        var them = new Conditions();
        them.text(query.text());
        them.place(query.place(), level);
        them.serviceClass(query.serviceClass());
        them.stages(query);
        them.unit(query.unit());
        them.time("from", "o.reported_at >= :from", query.from());
        them.time("until", "o.reported_at < :until", query.until());
        them.after(query);
        return them;
    }

    Conditions seenBy(Sight sight) {
        if (!sight.everywhere()) {
            List<String> ways = new ArrayList<>();
            way(ways, "o.district", "districts", sight.districts());
            way(ways, "o.street", "streets", of(AreaLevel.STREET, sight.areas()));
            way(ways, "o.community", "communities", of(AreaLevel.COMMUNITY, sight.areas()));
            way(ways, "o.grid", "grids", of(AreaLevel.GRID, sight.areas()));
            way(ways, "c.unit", "units", sight.units());
            all.add(ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")");
        }
        return this;
    }

    private static Set<String> of(AreaLevel level, Set<String> areas) {
        return areas.stream().filter(level::isCode).collect(Collectors.toSet());
    }

    /** Only what is asked is in the condition, so that an index can answer it. */
    private void way(List<String> ways, String column, String name, Set<String> codes) {
        if (!codes.isEmpty()) {
            ways.add(column + " = any(:" + name + ")");
            values.put(name, codes.toArray(String[]::new));
        }
    }

    String sql() {
        return String.join(" and ", all);
    }

    Map<String, Object> values() {
        return values;
    }

    private void text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        if (isNumber(text)) {
            add("o.number = :number", "number", number(text));
        } else {
            words(text);
        }
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(number(text)).matches();
    }

    private static String number(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private void words(String text) {
        var terms = CaseWords.terms(text);
        if (terms.isEmpty()) {
            // nothing but signs and pictures
            terms = List.of(text.strip());
        }
        for (int i = 0; i < terms.size(); i++) {
            add("strpos(" + TEXT + ", :term" + i + ") > 0", "term" + i, terms.get(i));
        }
        var pairs = CaseWords.pairs(text);
        if (pairs.isEmpty()) {
            all.add(RECENT);
        } else {
            add("o.words @> cast(:words as text[])", "words", pairs.toArray(String[]::new));
        }
    }

    private void place(@Nullable String code, @Nullable AreaLevel level) {
        if (code == null) {
            return;
        }
        if (level == null) {
            all.add("false");
        } else if (level != AreaLevel.CITY) {
            add("o." + level.label() + " = :place", "place", code);
        }
    }

    private void serviceClass(@Nullable String code) {
        if (code == null) {
            return;
        }
        if (GROUP.matcher(code).matches()) {
            add("c.service_code like :group", "group", code + "%");
        } else {
            add("c.service_code = any(:classes)", "classes", code.split(","));
        }
    }

    private void stages(CaseQuery query) {
        if (!query.stages().isEmpty()) {
            add(
                    "c.stage = any(:stages)",
                    "stages",
                    query.stages().stream().map(Stage::name).toArray(String[]::new));
        }
    }

    private void unit(@Nullable String unit) {
        if (unit != null) {
            add("c.unit = :unit", "unit", unit);
        }
    }

    private void time(String name, String condition, @Nullable Instant at) {
        if (at != null) {
            add(condition, name, at.atOffset(ZoneOffset.UTC));
        }
    }

    private void after(CaseQuery query) {
        Cursor.parse(query.after()).ifPresent(cursor -> {
            boolean due = query.order() == CaseOrder.DUE;
            all.add(due ? "(" + CaseSearch.DUE + ", c.id) > (:at, :id)" : "(o.reported_at, o.case_id) < (:at, :id)");
            values.put("at", cursor.at().atOffset(ZoneOffset.UTC));
            values.put("id", cursor.id());
        });
    }

    private void add(String condition, String name, Object value) {
        all.add(condition);
        values.put(name, value);
    }
}
