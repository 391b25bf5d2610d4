package org.gridcase.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything the catalogue says in one version, indexed and unchanging. */
final class Edition {
    private final int version;
    private final List<CaseClass> classes;
    private final Map<ClassKey, CaseClass> byKey;
    private final Map<String, CaseClass> byServiceCode;
    private final Map<String, FilingRow> rows;
    private final Map<String, List<FilingRow>> rowsByClass;

    Edition(int version, List<CaseClass> classes, List<FilingRow> rows) {
        this.version = version;
        this.classes = List.copyOf(classes);
        this.byKey = index(classes, CaseClass::key);
        this.byServiceCode = index(classes, CaseClass::serviceCode);
        this.rows = index(rows, FilingRow::code);
        this.rowsByClass =
                rows.stream().collect(Collectors.groupingBy(FilingRow::serviceCode, Collectors.toUnmodifiableList()));
    }

    private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
        var map = new LinkedHashMap<K, V>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    int version() {
        return version;
    }

    List<CaseClass> classes() {
        return classes;
    }

    Optional<CaseClass> find(ClassKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<CaseClass> byServiceCode(String serviceCode) {
        return Optional.ofNullable(byServiceCode.get(serviceCode));
    }

    List<FilingRow> rows() {
        return List.copyOf(rows.values());
    }

    List<FilingRow> rowsFor(String serviceCode) {
        return rowsByClass.getOrDefault(serviceCode, List.of());
    }

    Optional<FilingRow> row(String code) {
        return Optional.ofNullable(rows.get(code));
    }
}
