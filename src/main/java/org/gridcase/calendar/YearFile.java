package org.gridcase.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A year's holidays and make-up days as comma-separated text: {@code date,kind,name}, where kind is {@code holiday} or
 * {@code workday} (放假, 上班).
 */
public final class YearFile {
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;
    private static final int MOST_LINES = 400;
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_NAME = 40;
    private static final String HEADER = "date,kind,name";
    private static final Map<String, Boolean> KINDS =
            Map.of("holiday", false, "放假", false, "workday", true, "上班", true);

    private YearFile() {}

    /** @throws CalendarRefused naming the first line in the way, or because the file is larger than any year needs */
    public static List<SpecialDay> read(int year, InputStream file) throws IOException {
        byte[] bytes = file.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw CalendarRefused.tooLong(MOST_LINES);
        }
        return read(year, new String(bytes, StandardCharsets.UTF_8));
    }

    /** @throws CalendarRefused naming the first line in the way */
    public static List<SpecialDay> read(int year, String text) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw CalendarRefused.year(FIRST_YEAR, LAST_YEAR);
        }
        List<String> lines = text.strip().lines().map(YearFile::clean).toList();
        if (lines.size() > MOST_LINES) {
            throw CalendarRefused.tooLong(MOST_LINES);
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw CalendarRefused.line(1, "header");
        }
        var days = new TreeMap<LocalDate, SpecialDay>();
        for (int i = 1; i < lines.size(); i++) {
            SpecialDay day = day(i + 1, lines.get(i), year);
            if (days.put(day.date(), day) != null) {
                throw CalendarRefused.line(i + 1, "twice");
            }
        }
        if (days.isEmpty()) {
            throw CalendarRefused.line(2, "missing");
        }
        return List.copyOf(days.values());
    }

    public static String write(List<SpecialDay> days) {
        var text = new StringBuilder(HEADER).append('\n');
        days.forEach(it -> text.append(it.date())
                .append(it.working() ? ",workday," : ",holiday,")
                .append(it.name())
                .append('\n'));
        return text.toString();
    }

    private static String clean(String line) {
        return line.replace("\uFEFF", "").strip();
    }

    private static SpecialDay day(int number, String line, int year) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3) {
            throw CalendarRefused.line(number, "cells");
        }
        LocalDate date = date(number, cells[0].strip());
        if (date.getYear() != year) {
            throw CalendarRefused.line(number, "year");
        }
        Boolean working = KINDS.get(cells[1].strip());
        if (working == null) {
            throw CalendarRefused.line(number, "kind");
        }
        String name = cells[2].strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !Character.isLetterOrDigit(name.codePointAt(0))) {
            throw CalendarRefused.line(number, "name");
        }
        return new SpecialDay(date, working, name);
    }

    private static LocalDate date(int number, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw CalendarRefused.line(number, "date");
        }
    }
}
