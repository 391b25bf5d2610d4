package org.gridcase.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of cases asks for; what is left out is not asked.
 *
 * @param text a case's number, or words or parts of words that its
 *     description and address must all hold; a single character is looked for among the last {@value #RECENT} only
 * @param place code of an area of any level
 * @param serviceClass service codes such as {@code M06010,M06011}, or a group {@code M06}
 * @param stages any of these; all if empty
 * @param unit code of the unit that handles it
 * @param from reported then or later
 * @param until reported before
 * @param after {@link CasePage#next()} of the page before
 * @param most cases of a page, at most {@value #MOST}
 */
public record CaseQuery(
        @Nullable String text,
        @Nullable String place,
        @Nullable String serviceClass,
        Set<Stage> stages,
        @Nullable String unit,
        @Nullable Instant from,
        @Nullable Instant until,
        CaseOrder order,
        @Nullable String after,
        int most) {
    public static final int MOST = 100;
    /** How many of the last reports are looked through for a single character. */
    public static final int RECENT = 20_000;

    public static final int LONGEST_TEXT = 100;

    public CaseQuery {
        stages = stages.isEmpty() ? Set.of() : EnumSet.copyOf(stages);
        most = Math.max(1, Math.min(most, MOST));
        from = within(from);
        until = within(until);
        if (text != null && text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
    }

    /** The nearest moment that a database knows. */
    private static @Nullable Instant within(@Nullable Instant asked) {
        if (asked == null || asked.isAfter(Cursor.BEGINNING) && asked.isBefore(Cursor.NEVER)) {
            return asked;
        }
        return asked.isBefore(Cursor.NEVER) ? Cursor.BEGINNING : Cursor.NEVER;
    }

    /** Whether it asks for single characters only, which are looked for among the last reports. */
    public boolean recentOnly() {
        return text != null
                && !text.isBlank()
                && !Conditions.isNumber(text)
                && CaseWords.pairs(text).isEmpty();
    }

    public static CaseQuery all() {
        return new CaseQuery(null, null, null, Set.of(), null, null, null, CaseOrder.NEWEST, null, MOST);
    }

    public CaseQuery holding(String words) {
        return new CaseQuery(words, place, serviceClass, stages, unit, from, until, order, after, most);
    }

    public CaseQuery in(Stage... any) {
        return new CaseQuery(text, place, serviceClass, Set.of(any), unit, from, until, order, after, most);
    }

    public CaseQuery by(CaseOrder other) {
        return new CaseQuery(text, place, serviceClass, stages, unit, from, until, other, after, most);
    }

    public CaseQuery page(@Nullable String begin, int size) {
        return new CaseQuery(text, place, serviceClass, stages, unit, from, until, order, begin, size);
    }
}
