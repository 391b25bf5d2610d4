package org.gridcase.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All rows of the filing standard in one state, which never changes; equal to others of the same rows in the same order. */
public final class FilingRows {
    static final FilingRows NONE = new FilingRows(List.of());

    private final Map<String, FilingRow> byCode = new LinkedHashMap<>();
    private final Map<String, List<FilingRow>> byClass;

    FilingRows(List<FilingRow> rows) {
        rows.forEach(row -> byCode.put(row.code(), row));
        byClass = rows.stream().collect(Collectors.groupingBy(FilingRow::serviceCode, Collectors.toUnmodifiableList()));
    }

    /** In the order the city gave them. */
    public List<FilingRow> all() {
        return List.copyOf(byCode.values());
    }

    /** In the order the city gave them; never empty for an active class of a version. */
    public List<FilingRow> of(String serviceCode) {
        return byClass.getOrDefault(serviceCode, List.of());
    }

    public Optional<FilingRow> row(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilingRows those && all().equals(those.all());
    }

    @Override
    public int hashCode() {
        return byCode.hashCode();
    }
}
