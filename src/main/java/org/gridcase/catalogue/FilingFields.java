package org.gridcase.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row, each by its column's rule. */
final class FilingFields {
    private static final int MAX_TEXT = 500;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,4}(\\.0+)?");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    /** Where a cell's refusal goes. */
    interface Refused {
        void add(String cell, String key, String... args);
    }

    private final Sheet.Line line;
    private final Classes classes;
    private final Refused refused;

    FilingFields(Sheet.Line line, Classes classes, Refused refused) {
        this.line = line;
        this.classes = classes;
        this.refused = refused;
    }

    /** None if a cell is wrong. */
    @Nullable
    FilingRow row() {
        CaseClass one = caseClass();
        String code = code(one);
        String condition = text(FilingColumn.CONDITION);
        Integer amount = amount();
        LimitKind kind = choice(FilingColumn.LIMIT_KIND, LimitKind.values(), words -> value -> words.of(value));
        String closing = text(FilingColumn.CLOSING);
        UnitKind unit = choice(FilingColumn.UNIT, UnitKind.values(), words -> value -> words.of(value));
        Boolean sample = choice(FilingColumn.SAMPLE, new Boolean[] {true, false}, words -> value -> words.of(value));
        if (one == null
                || code == null
                || condition == null
                || amount == null
                || kind == null
                || closing == null
                || unit == null
                || sample == null) {
            return null;
        }
        return new FilingRow(code, one.serviceCode(), condition, new Limit(amount, kind), closing, unit, sample);
    }

    private @Nullable CaseClass caseClass() {
        String code = stripped(FilingColumn.SERVICE_CODE);
        Optional<CaseClass> found = classes.byServiceCode(code);
        if (found.isEmpty()) {
            return refuse(FilingColumn.SERVICE_CODE, "catalogue.import.unknownClass", shown(code));
        }
        CaseClass one = found.get();
        String name = stripped(FilingColumn.CLASS_NAME);
        if (!name.isEmpty() && !name.equals(one.name()) && !name.equals(one.nameEn())) {
            return refuse(FilingColumn.CLASS_NAME, "catalogue.import.otherName", code, one.name());
        }
        return one;
    }

    private @Nullable String code(@Nullable CaseClass one) {
        String code = stripped(FilingColumn.CODE);
        if (one == null) {
            return null;
        }
        String prefix = one.serviceCode() + "-";
        if (!code.startsWith(prefix)
                || !NUMBER.matcher(code.substring(prefix.length())).matches()) {
            return refuse(FilingColumn.CODE, "catalogue.import.rowCode", prefix + "1");
        }
        return code;
    }

    private @Nullable String text(FilingColumn column) {
        String text = line.cell(column).text();
        if (text.isBlank()) {
            return refuse(column, "catalogue.import.blank");
        }
        if (text.length() > MAX_TEXT) {
            return refuse(column, "catalogue.import.longText", String.valueOf(MAX_TEXT));
        }
        return UNFIT.matcher(text).find() ? refuse(column, "catalogue.import.controlCharacter") : text;
    }

    private @Nullable Integer amount() {
        String text = stripped(FilingColumn.AMOUNT);
        int amount = AMOUNT.matcher(text).matches() ? Integer.parseInt(text.split("\\.")[0]) : 0;
        if (amount < 1 || amount > Limit.MAX_AMOUNT) {
            return refuse(FilingColumn.AMOUNT, "catalogue.import.amount", String.valueOf(Limit.MAX_AMOUNT));
        }
        return amount;
    }

    private <T> @Nullable T choice(FilingColumn column, T[] values, Function<Words, Function<T, String>> label) {
        String text = stripped(column);
        Optional<T> found = Arrays.stream(values)
                .filter(value -> Words.BOTH.stream()
                        .anyMatch(words -> label.apply(words).apply(value).equalsIgnoreCase(text)))
                .findFirst();
        return found.isPresent() ? found.get() : refuse(column, "catalogue.import.choice", shown(text));
    }

    private <T> @Nullable T refuse(FilingColumn column, String key, String... args) {
        refused.add(line.cell(column).reference(), key, args);
        return null;
    }

    private String stripped(FilingColumn column) {
        return line.cell(column).text().strip();
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
