package org.gridcase.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The classes of the standard and our own, and the filing standard of samples of the first policy, as files in the jar. */
final class Shipped {
    private static final String FILING_STANDARD = "policy/rules/limits/filing-standard.xlsx";

    private Shipped() {}

    static List<CaseClass> classes() {
        var details = new LinkedHashMap<String, Map<String, String>>();
        Table.read("class_details.csv").forEach(row -> details.put(cell(row, "service_code"), row));
        var groups = new LinkedHashMap<String, String>();
        Table.read("class_groups.csv").forEach(row -> groups.put(cell(row, "group"), cell(row, "name_en")));
        return Stream.of("gbt47678_5_directory.csv", "local_classes.csv")
                .flatMap(file -> Table.read(file).stream())
                .map(row -> caseClass(row, details, groups))
                .toList();
    }

    private static CaseClass caseClass(
            Map<String, String> row, Map<String, Map<String, String>> details, Map<String, String> groups) {
        var key = new ClassKey(cell(row, "standard_ref"), Kind.named(cell(row, "kind")), cell(row, "code"));
        Map<String, String> more = details.getOrDefault(key.serviceCode(), Map.of());
        String group = key.groupCode();
        return new CaseClass(
                key,
                new ClassGroup(group, cell(row, "class_name"), groups.get(group)),
                cell(row, "name"),
                orNull(more.get("name_en")),
                words(more.get("keywords")),
                orNull(more.get("old_code")),
                true);
    }

    /** From the same file that is part of policy release 1. */
    static FilingRows filingRows(Classes classes) {
        try {
            byte[] file = new ClassPathResource(FILING_STANDARD).getContentAsByteArray();
            FilingSheet sheet = new FilingSheetCheck(SheetReader.read(file), classes).read();
            if (!sheet.isRight()) {
                throw new IllegalStateException(FILING_STANDARD + ": " + sheet.refused());
            }
            return sheet.rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }
}
