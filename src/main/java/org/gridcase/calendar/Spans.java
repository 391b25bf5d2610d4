package org.gridcase.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Times of a day as people write them: {@code 08:00-12:00 14:00-18:00}. */
public final class Spans {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})[-–~至](\\d{1,2}:\\d{2})");
    private static final int LONGEST = 200;

    private Spans() {}

    /** @throws CalendarRefused if it is nothing of the kind */
    public static List<Span> parse(String text) {
        if (text.length() > LONGEST) {
            throw CalendarRefused.unreadableSpan(text.substring(0, LONGEST));
        }
        String plain = text.replace('：', ':').strip();
        return plain.isEmpty()
                ? List.of()
                : Stream.of(plain.split("[\\s,，;；、]+")).map(Spans::span).toList();
    }

    private static Span span(String text) {
        Matcher found = SPAN.matcher(text);
        if (!found.matches()) {
            throw CalendarRefused.unreadableSpan(text);
        }
        return new Span(time(found.group(1), text), time(found.group(2), text));
    }

    private static LocalTime time(String time, String of) {
        try {
            return time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time.length() == 4 ? "0" + time : time);
        } catch (DateTimeException e) {
            throw CalendarRefused.unreadableSpan(of);
        }
    }

    public static String text(Span span) {
        return span.from() + "-" + (span.to().equals(LocalTime.MIDNIGHT) ? "24:00" : span.to());
    }
}
