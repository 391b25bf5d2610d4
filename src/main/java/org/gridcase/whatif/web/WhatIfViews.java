package org.gridcase.whatif.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.identity.Role;
import org.gridcase.policy.Drafts;
import org.gridcase.shared.Refusal;
import org.gridcase.whatif.Assumed;
import org.gridcase.whatif.Result;
import org.gridcase.whatif.Run;
import org.gridcase.whatif.Side;
import org.gridcase.whatif.WhatIf;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A trial as its page shows it: figures in words, before beside after, and how far each can be trusted. */
@Component
class WhatIfViews {
    private static final int MOST_UNITS = 20;
    private static final double FULL = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final WhatIf whatIf;
    private final Drafts drafts;
    private final Grids grids;
    private final Units units;
    private final MessageSource messages;
    private final ZoneId zone;

    WhatIfViews(WhatIf whatIf, Drafts drafts, Grids grids, Units units, MessageSource messages, ZoneId zone) {
        this.whatIf = whatIf;
        this.drafts = drafts;
        this.grids = grids;
        this.units = units;
        this.messages = messages;
        this.zone = zone;
    }

    /** Something to choose. */
    record Choice(String code, String name, boolean chosen) {}

    /** A step whose time is asked for. */
    record StepField(String id, String name, String minutes, List<Choice> roles) {}

    /** @param wrong why the draft cannot be tried at all */
    record Form(
            UUID draft,
            String title,
            boolean may,
            String days,
            String until,
            String latest,
            List<Choice> districts,
            String seed,
            List<StepField> steps,
            @Nullable String wrong) {}

    /** @param state in lower case */
    record RunView(
            UUID id,
            UUID draft,
            String state,
            int progress,
            String asked,
            @Nullable String refused,
            boolean stale,
            @Nullable Findings findings) {}

    /**
     * What came of it.
     *
     * @param verdict the whole in a sentence
     * @param trust how well the model in force told what really happened
     */
    record Findings(
            String verdict,
            String trust,
            boolean apart,
            List<Figure> figures,
            List<StepLine> steps,
            List<UnitLine> units,
            List<String> assumptions) {}

    /**
     * One figure four times.
     *
     * @param change of after against before
     * @param better whether that is good news; none if it is neither
     * @param error of before against what really happened
     */
    record Figure(
            String label,
            String real,
            String before,
            String after,
            String change,
            @Nullable Boolean better,
            String error) {}

    /** A bar in two parts, out of a hundred. */
    record Bar(double waiting, double working, String words) {}

    /**
     * A step, before and after.
     *
     * @param mark whether it is new or gone; empty if neither
     * @param source where its times come from
     */
    record StepLine(
            String name,
            String role,
            String mark,
            String source,
            @Nullable Bar before,
            @Nullable Bar after,
            Figure visits,
            Figure waits,
            Figure median,
            Figure p90,
            Figure open) {}

    /** How often a unit is given a case. */
    record UnitLine(String name, int real, int before, int after, String change, String error) {}

    Form form(UUID id, Map<String, String> typed, boolean may, Locale locale) {
        String title = drafts.get(id).title();
        LocalDate latest = whatIf.today().minusDays(1);
        String district = typed.getOrDefault("district", "");
        List<StepField> steps = List.of();
        String wrong = null;
        try {
            steps = whatIf.newSteps(id).stream()
                    .map(step -> field(step, typed, locale))
                    .toList();
        } catch (Refusal refused) {
            wrong = words(refused, locale);
        }
        return new Form(
                id,
                title,
                may,
                typed.getOrDefault("days", "30"),
                typed.getOrDefault("until", DAY.format(latest)),
                DAY.format(latest),
                districts(district),
                typed.getOrDefault("seed", "1"),
                steps,
                wrong);
    }

    private List<Choice> districts(String chosen) {
        return grids.children(grids.city().code()).stream()
                .map((Area area) ->
                        new Choice(area.code(), area.name(), area.code().equals(chosen)))
                .toList();
    }

    private StepField field(WhatIf.NewStep step, Map<String, String> typed, Locale locale) {
        String role = typed.getOrDefault("role-" + step.id(), step.role());
        List<Choice> roles = new ArrayList<>();
        for (Role one : Role.values()) {
            roles.add(
                    new Choice(one.code(), role(one.code(), locale), one.code().equals(role)));
        }
        return new StepField(step.id(), step.name(), typed.getOrDefault("minutes-" + step.id(), ""), roles);
    }

    private String role(String code, Locale locale) {
        return say("identity.role." + code, locale);
    }

    RunView run(Run it, Locale locale) {
        String place = it.wanted().district() == null
                ? say("whatif.wholeCity", locale)
                : grids.area(it.wanted().district())
                        .map(Area::name)
                        .orElse(it.wanted().district());
        Result result = it.result();
        return new RunView(
                it.id(),
                it.draft(),
                it.state().name().toLowerCase(Locale.ROOT),
                it.progress(),
                say(
                        "whatif.asked",
                        locale,
                        DAY.format(it.wanted().until().minusDays(it.wanted().days())),
                        DAY.format(it.wanted().until().minusDays(1)),
                        place,
                        MINUTE.withZone(zone).format(it.askedAt()),
                        it.wanted().seed()),
                it.refused() == null ? null : say(it.refused(), locale),
                it.stale(),
                result == null ? null : findings(it, result, locale));
    }

    private Findings findings(Run run, Result it, Locale locale) {
        Side real = it.real();
        Side before = it.before();
        Side after = it.after();
        List<Figure> figures = List.of(
                number("whatif.figure.perDay", real.perDay(), before.perDay(), after.perDay(), true, locale),
                time(
                        "whatif.figure.median",
                        60 * real.medianHours(),
                        60 * before.medianHours(),
                        60 * after.medianHours(),
                        locale),
                time("whatif.figure.p90", 60 * real.p90Hours(), 60 * before.p90Hours(), 60 * after.p90Hours(), locale),
                share("whatif.figure.late", real.late(), before.late(), after.late(), locale));
        return new Findings(
                say(
                        "whatif.verdict",
                        locale,
                        after.arrivals(),
                        figures.get(1).before(),
                        figures.get(1).after(),
                        figures.get(3).before(),
                        figures.get(3).after()),
                say(
                        it.apart() ? "whatif.trust.apart" : "whatif.trust.same",
                        locale,
                        day(it.learntFrom()),
                        day(it.learntUntil().minusSeconds(1)),
                        it.learntVisits()),
                it.apart(),
                figures,
                it.steps().stream().map(step -> line(step, it, locale)).toList(),
                unitLines(it, locale),
                assumptions(run, it, locale));
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    private StepLine line(Result.Step step, Result it, Locale locale) {
        Optional<Side.Step> real = it.real().step(step.id());
        Optional<Side.Step> before = it.before().step(step.id());
        Optional<Side.Step> after = it.after().step(step.id());
        double full = Math.max(
                before.map(WhatIfViews::mean).orElse(0.0),
                after.map(WhatIfViews::mean).orElse(0.0));
        return new StepLine(
                name(step.id(), step.name(), locale),
                step.role().isEmpty() ? "" : role(step.role(), locale),
                step.was() && step.is() ? "" : step.is() ? "new" : "gone",
                step.learnt() == 0
                        ? say("whatif.source.assumed", locale, step.minutes())
                        : say(
                                step.sideBySide() ? "whatif.source.sideBySide" : "whatif.source.inTurn",
                                locale,
                                step.learnt()),
                step.was() ? bar(before, full, locale) : null,
                step.is() ? bar(after, full, locale) : null,
                number(
                        "whatif.step.visits",
                        value(real, Side.Step::visits),
                        value(before, Side.Step::visits),
                        value(after, Side.Step::visits),
                        null,
                        locale),
                time("whatif.step.wait", real, before, after, Side.Step::waitMean, locale),
                time("whatif.step.median", real, before, after, Side.Step::stayMedian, locale),
                time("whatif.step.p90", real, before, after, Side.Step::stayP90, locale),
                number(
                        "whatif.step.open",
                        value(real, Side.Step::open),
                        value(before, Side.Step::open),
                        value(after, Side.Step::open),
                        null,
                        locale));
    }

    private static double mean(Side.Step it) {
        return it.waitMean() + it.workMean();
    }

    private static double value(Optional<Side.Step> step, ToDoubleFunction<Side.Step> of) {
        return step.map(of::applyAsDouble).orElse(Double.NaN);
    }

    private Bar bar(Optional<Side.Step> step, double full, Locale locale) {
        return step.filter(it -> full > 0)
                .map(it -> new Bar(
                        FULL * it.waitMean() / full,
                        FULL * it.workMean() / full,
                        say("whatif.bar", locale, minutes(mean(it), locale), minutes(it.waitMean(), locale))))
                .orElseGet(() -> new Bar(0, 0, say("whatif.bar.none", locale)));
    }

    private List<UnitLine> unitLines(Result it, Locale locale) {
        Set<String> codes = new TreeSet<>(it.before().units().keySet());
        codes.addAll(it.after().units().keySet());
        codes.addAll(it.real().units().keySet());
        return codes.stream()
                .map(code -> {
                    int real = it.real().units().getOrDefault(code, 0);
                    int before = it.before().units().getOrDefault(code, 0);
                    int after = it.after().units().getOrDefault(code, 0);
                    return new UnitLine(
                            units.find(code).map(Unit::name).orElse(code),
                            real,
                            before,
                            after,
                            change(before, after),
                            error(real, before, locale));
                })
                .sorted(Comparator.comparingInt((UnitLine line) -> -Math.abs(line.after() - line.before()))
                        .thenComparingInt(line -> -Math.max(line.before(), line.after())))
                .limit(MOST_UNITS)
                .toList();
    }

    private List<String> assumptions(Run run, Result it, Locale locale) {
        List<String> all = new ArrayList<>();
        all.add(say(
                "whatif.note.arrivals",
                locale,
                it.before().arrivals(),
                it.before().closed()));
        it.notes()
                .forEach(
                        note -> all.add(say(note.key(), locale, note.arguments().toArray())));
        for (Result.Step step : it.steps()) {
            Assumed assumed = run.wanted().assumed().get(step.id());
            if (step.learnt() == 0 && step.is()) {
                all.add(say(
                        assumed == null ? "whatif.note.usual" : "whatif.note.assumed",
                        locale,
                        name(step.id(), step.name(), locale),
                        step.minutes(),
                        step.role().isEmpty() ? "" : role(step.role(), locale)));
            }
        }
        all.add(say("whatif.note.outcomes", locale));
        all.add(say("whatif.note.left", locale));
        all.add(say("whatif.note.limits", locale));
        if (it.before().lost() + it.after().lost() > 0) {
            all.add(say(
                    "whatif.note.lost", locale, it.before().lost(), it.after().lost()));
        }
        return all;
    }

    private Figure time(
            String label,
            Optional<Side.Step> real,
            Optional<Side.Step> before,
            Optional<Side.Step> after,
            ToDoubleFunction<Side.Step> of,
            Locale locale) {
        return time(label, value(real, of), value(before, of), value(after, of), locale);
    }

    /** In minutes. */
    private Figure time(String label, double real, double before, double after, Locale locale) {
        return new Figure(
                say(label, locale),
                minutes(real, locale),
                minutes(before, locale),
                minutes(after, locale),
                change(before, after),
                better(before, after, false),
                error(real, before, locale));
    }

    private Figure number(
            String label, double real, double before, double after, @Nullable Boolean more, Locale locale) {
        return new Figure(
                say(label, locale),
                plain(real),
                plain(before),
                plain(after),
                change(before, after),
                more == null ? null : better(before, after, more),
                error(real, before, locale));
    }

    private Figure share(String label, double real, double before, double after, Locale locale) {
        double points = 100 * (after - before);
        return new Figure(
                say(label, locale),
                percent(real),
                percent(before),
                percent(after),
                say("whatif.points", locale, signed(points)),
                better(before, after, false),
                say("whatif.error.points", locale, signed(100 * (before - real))));
    }

    private static @Nullable Boolean better(double before, double after, boolean more) {
        double by = Math.abs(after - before);
        return Double.isNaN(by) || by < 0.005 * Math.max(1e-9, Math.abs(before)) ? null : (after > before) == more;
    }

    private static String change(double before, double after) {
        return Double.isNaN(before) || Double.isNaN(after) || before == 0
                ? ""
                : signed(100 * (after - before) / before) + " %";
    }

    /** Of the simulated past against the real one. */
    private String error(double real, double simulated, Locale locale) {
        return Double.isNaN(real) || Double.isNaN(simulated) || real == 0
                ? say("whatif.error.none", locale)
                : say("whatif.error", locale, signed(100 * (simulated - real) / real));
    }

    private static String signed(double value) {
        String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%+.1f" : "%+.0f", value);
        return text.matches("[-+]0(\\.0)?") ? "±0" : text.replace('-', '−');
    }

    private static String plain(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, value == Math.rint(value) || value >= 100 ? "%,.0f" : "%.1f", value);
    }

    /** Models are drawn in Chinese; steps that the program knows have an English name too. */
    private String name(String step, String drawn, Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? drawn
                : Objects.requireNonNullElse(messages.getMessage("desk.task." + step, null, drawn, locale), drawn);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private String minutes(double minutes, Locale locale) {
        if (Double.isNaN(minutes)) {
            return "–";
        }
        if (minutes < 90) {
            return say("whatif.minutes", locale, String.format(Locale.ROOT, "%.1f", minutes));
        }
        return minutes < 2_880
                ? say("whatif.hours", locale, String.format(Locale.ROOT, "%.1f", minutes / 60))
                : say("whatif.days", locale, String.format(Locale.ROOT, "%.1f", minutes / 1_440));
    }

    String words(Refusal refused, Locale locale) {
        return say(refused.key(), locale, refused.arguments().toArray());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
    }
}
