package org.gridcase.calendar;

import java.time.LocalTime;
import org.gridcase.shared.Refusal;

/** A calendar by which no deadline could be counted. */
public final class CalendarRefused extends Refusal {

    private CalendarRefused(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static CalendarRefused emptySpan(LocalTime from, LocalTime to) {
        return new CalendarRefused("calendar.emptySpan", from.toString(), to.toString());
    }

    static CalendarRefused overlap(Span one, Span other) {
        return new CalendarRefused("calendar.overlap", text(one), text(other));
    }

    static CalendarRefused tooManySpans(int most) {
        return new CalendarRefused("calendar.tooManySpans", most);
    }

    static CalendarRefused unreadableSpan(String text) {
        return new CalendarRefused("calendar.unreadableSpan", text);
    }

    static CalendarRefused noWorkingTime() {
        return new CalendarRefused("calendar.noWorkingTime");
    }

    static CalendarRefused noReason() {
        return new CalendarRefused("calendar.noReason");
    }

    static CalendarRefused year(int from, int to) {
        return new CalendarRefused("calendar.year", String.valueOf(from), String.valueOf(to));
    }

    static CalendarRefused tooLong(int lines) {
        return new CalendarRefused("calendar.tooLong", lines);
    }

    static CalendarRefused line(int number, String what) {
        return new CalendarRefused("calendar.line." + what, number);
    }

    private static String text(Span span) {
        return span.from() + "–" + span.to();
    }
}
