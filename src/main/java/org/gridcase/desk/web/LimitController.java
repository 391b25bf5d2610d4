package org.gridcase.desk.web;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /**
     * @param of the district; empty for the city
     * @param noisy service codes, apart by spaces
     */
    record View(
            String of, List<Choice> places, List<Row> rows, String noisy, boolean mayChange, boolean mayChangeCity) {}

    /**
     * @param minutes none where the filing standard says it
     * @param own the district's, not the city's
     */
    record Row(Kind clock, String name, @Nullable Long minutes, Counted counted, long yellow, boolean own) {}

    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String of, Principal who, Locale locale) {
        String district = district(of);
        Names names = naming.in(locale);
        List<Kind> own = district == null ? List.of() : policy.own(district);
        List<Row> rows =
                policy.limits(district).stream().map(it -> row(it, own, names)).toList();
        var view = new View(
                Objects.requireNonNullElse(district, ""),
                Stream.concat(
                                Stream.of(new Choice("", names.say("desk.calendars.city"))),
                                calendaring.districts().stream().map(area -> new Choice(area.code(), area.name())))
                        .toList(),
                rows,
                String.join(" ", policy.noisy()),
                calendaring.mayChange(who.getName(), district),
                calendaring.mayChange(who.getName(), null));
        return new ModelAndView("desk/limits").addObject("view", view);
    }

    private static Row row(StageLimit it, List<Kind> own, Names names) {
        Duration amount = it.amount();
        return new Row(
                it.clock(),
                names.say("clock.kind." + it.clock()),
                amount == null ? null : amount.toMinutes(),
                it.counted(),
                Math.round(it.yellowShare() * 100),
                own.contains(it.clock()));
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
                who,
                locale);
    }

    @PostMapping("/drop")
    ModelAndView drop(
            @RequestParam String of,
            @RequestParam Kind clock,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(() -> timing.drop(of.strip(), clock, who.getName(), reason), of, who, locale);
    }

    @PostMapping("/noisy")
    ModelAndView noisy(
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale) {
        return act(() -> timing.putNoisy(codes, who.getName(), reason), "", who, locale);
    }

    private ModelAndView act(Runnable change, String of, Principal who, Locale locale) {
        try {
            change.run();
            String district = district(of);
            return new ModelAndView("redirect:/admin/limits?of=" + (district == null ? "" : district) + "&done");
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            return page(of, who, locale)
                    .addObject(
                            "refused",
                            naming.in(locale)
                                    .say(refused.key(), refused.arguments().toArray()));
        }
    }

    private static @Nullable String district(String of) {
        return of.isBlank() ? null : of.strip();
    }
}
