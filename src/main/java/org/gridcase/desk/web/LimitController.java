package org.gridcase.desk.web;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridcase.clock.Counted;
import org.gridcase.clock.Kind;
import org.gridcase.clock.StageLimit;
import org.gridcase.clock.TimePolicy;
import org.gridcase.desk.Calendaring;
import org.gridcase.desk.Timing;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How long each stage of a case may take, in the city and in districts that have their own. */
@Controller
@RequestMapping("/admin/limits")
class LimitController {
    private final Timing timing;
    private final TimePolicy policy;
    private final Calendaring calendaring;
    private final Naming naming;

    LimitController(Timing timing, TimePolicy policy, Calendaring calendaring, Naming naming) {
        this.timing = timing;
        this.policy = policy;
        this.calendaring = calendaring;
        this.naming = naming;
    }

    /** @param of the district; empty for the city */
    record View(String of, List<Choice> places, List<Row> rows, Noisy noisy, boolean mayChange, boolean mayChangeCity) {
        View with(Row typed) {
            List<Row> all = rows.stream()
                    .map(row -> row.clock() == typed.clock() ? typed.named(row) : row)
                    .toList();
            return new View(of, places, all, noisy, mayChange, mayChangeCity);
        }

        View with(Noisy typed) {
            return new View(of, places, rows, typed, mayChange, mayChangeCity);
        }
    }

    /**
     * As it stands, or as it was typed and refused.
     *
     * @param minutes none where the filing standard says it
     * @param own the district's, not the city's
     */
    record Row(
            Kind clock,
            String name,
            @Nullable Integer minutes,
            Counted counted,
            long yellow,
            boolean own,
            String reason,
            @Nullable String refused) {
        static Row typed(Kind clock, @Nullable Integer minutes, Counted counted, int yellow, String reason, String no) {
            return new Row(clock, "", minutes, counted, yellow, false, reason, no);
        }

        Row named(Row it) {
            return new Row(clock, it.name, minutes, counted, yellow, it.own, reason, refused);
        }

        public boolean byStandard() {
            return clock == Kind.HANDLING;
        }
    }

    /** Service codes, apart by spaces: as they are, or as they were typed and refused. */
    record Noisy(String codes, String reason, @Nullable String refused) {}

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String of, Principal who, Locale locale) {
        return shown(view(of, who, locale));
    }

    private static ModelAndView shown(View view) {
        return new ModelAndView("desk/limits").addObject("view", view);
    }

    private View view(String of, Principal who, Locale locale) {
        String district = district(of);
        Names names = naming.in(locale);
        List<Kind> own = district == null ? List.of() : policy.own(district);
        return new View(
                Objects.requireNonNullElse(district, ""),
                Stream.concat(
                                Stream.of(new Choice("", names.say("desk.calendars.city"))),
                                calendaring.districts().stream().map(area -> new Choice(area.code(), area.name())))
                        .toList(),
                policy.limits(district).stream().map(it -> row(it, own, names)).toList(),
                new Noisy(String.join(" ", policy.noisy()), "", null),
                calendaring.mayChange(who.getName(), district),
                calendaring.mayChange(who.getName(), null));
    }

    private static Row row(StageLimit it, List<Kind> own, Names names) {
        Duration amount = it.amount();
        return new Row(
                it.clock(),
                names.say("clock.kind." + it.clock()),
                amount == null ? null : (int) amount.toMinutes(),
                it.counted(),
                Math.round(it.yellowShare() * 100),
                own.contains(it.clock()),
                "",
                null);
    }

    @PostMapping
    ModelAndView put(
            @RequestParam(defaultValue = "") String of,
            @RequestParam Kind clock,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam Counted counted,
            @RequestParam int yellow,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(
                () -> timing.put(
                        district(of),
                        new StageLimit(
                                clock, minutes == null ? null : Duration.ofMinutes(minutes), counted, yellow / 100.0),
                        who.getName(),
                        reason),
                of,
                locale,
                no -> view(of, who, locale).with(Row.typed(clock, minutes, counted, yellow, reason, no)));
    }

    /** What else stands in the form is of the limit that goes, and comes back with a refusal. */
    @PostMapping("/drop")
    ModelAndView drop(
            @RequestParam String of,
            @RequestParam Kind clock,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(defaultValue = "CONTINUOUS") Counted counted,
            @RequestParam(defaultValue = "0") int yellow,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(() -> timing.drop(of.strip(), clock, who.getName(), reason), of, locale, no -> view(of, who, locale)
                .with(Row.typed(clock, minutes, counted, yellow, reason, no)));
    }

    @PostMapping("/noisy")
    ModelAndView noisy(
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(() -> timing.putNoisy(codes, who.getName(), reason), "", locale, no -> view("", who, locale)
                .with(new Noisy(codes, reason, no)));
    }

    /** @param refused the page with what was typed, and why not */
    private ModelAndView act(Runnable change, String of, Locale locale, Function<String, View> refused) {
        try {
            change.run();
            String district = district(of);
            return new ModelAndView("redirect:/admin/limits?of=" + (district == null ? "" : district) + "&done");
        } catch (Refusal no) {
            if (no.kind() != Refusal.Kind.INVALID) {
                throw no;
            }
            return shown(
                    refused.apply(naming.in(locale).say(no.key(), no.arguments().toArray())));
        }
    }

    private static @Nullable String district(String of) {
        return of.isBlank() ? null : of.strip();
    }
}
