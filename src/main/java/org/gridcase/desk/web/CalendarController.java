package org.gridcase.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.Spans;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.calendar.WorkingHours;
import org.gridcase.calendar.YearFile;
import org.gridcase.desk.Calendaring;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** When the city and its districts work: hours, holidays and make-up days, by which working limits are counted. */
@Controller
@RequestMapping("/admin/calendars")
class CalendarController {
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private final Calendaring calendaring;
    private final Calendars calendars;
    private final CalendarViews views;
    private final Naming naming;

    CalendarController(Calendaring calendaring, Calendars calendars, CalendarViews views, Naming naming) {
        this.calendaring = calendaring;
        this.calendars = calendars;
        this.views = views;
        this.naming = naming;
    }

    @GetMapping
    ModelAndView page(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(required = false) @Nullable Integer year,
            Principal who,
            Locale locale) {
        int asked = year == null ? views.thisYear() : Math.max(FIRST, Math.min(year, LAST));
        return new ModelAndView("desk/calendars")
                .addObject("view", views.of(district(of), asked, who.getName(), locale));
    }

    @GetMapping("/year.csv")
    ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String of, @RequestParam int year) {
        List<SpecialDay> days = calendars.of(district(of)).specialDays().stream()
                .filter(day -> day.date().getYear() == year)
                .sorted(Comparator.comparing(SpecialDay::date))
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + year + ".csv\"")
                .body(YearFile.write(days).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/year")
    ModelAndView putYear(
            @RequestParam(defaultValue = "") String of,
            @RequestParam int year,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(
                () -> calendaring.putYear(district(of), year, read(year, file), who.getName(), reason),
                of,
                year,
                who,
                locale,
                reason);
    }

    @PostMapping("/hours")
    ModelAndView putHours(
            @RequestParam(defaultValue = "") String of,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Set<Integer> weekday,
            @RequestParam(defaultValue = "") String spans,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(
                () -> calendaring.putHours(
                        district(of), new WorkingHours(weekdays(weekday), Spans.parse(spans)), who.getName(), reason),
                of,
                year,
                who,
                locale,
                reason);
    }

    @PostMapping("/noise")
    ModelAndView putNoisy(
            @RequestParam(defaultValue = "") String of,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String spans,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(
                () -> calendaring.putNoisy(district(of), Spans.parse(spans), who.getName(), reason),
                of,
                year,
                who,
                locale,
                reason);
    }

    private static @Nullable String district(String of) {
        return of.isBlank() ? null : of.strip();
    }

    private static Set<DayOfWeek> weekdays(@Nullable Set<Integer> numbers) {
        return numbers == null
                ? Set.of()
                : numbers.stream()
                        .filter(number -> number >= 1 && number <= 7)
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet());
    }

    private static List<SpecialDay> read(int year, MultipartFile file) {
        try (var in = file.getInputStream()) {
            return YearFile.read(year, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView act(Runnable change, String of, int year, Principal who, Locale locale, String reason) {
        try {
            change.run();
            return new ModelAndView("redirect:/admin/calendars?of=" + district(of, "") + "&year=" + year + "&done");
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            String words =
                    naming.in(locale).say(refused.key(), refused.arguments().toArray());
            return page(of, year, who, locale).addObject("refused", words).addObject("reason", reason);
        }
    }

    private static String district(String of, String none) {
        String district = district(of);
        return district == null ? none : district;
    }
}
