package org.gridcase.desk.web;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridcase.backtest.Aspect;
import org.gridcase.backtest.Backtest;
import org.gridcase.backtest.Backtest.Figures;
import org.gridcase.backtest.Backtests;
import org.gridcase.backtest.Shift;
import org.gridcase.backtest.ShiftedCase;
import org.gridcase.backtest.Stretch;
import org.gridcase.backtest.UnitLoad;
import org.gridcase.desk.form.Terms;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Draft.State;
import org.gridcase.policy.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Backtests as their pages show them: what changes from what to what, and what that means for the units. */
@Component
class BacktestViews {
    private static final int WIDEST = 8;
    private static final int LISTED = 100;
    private static final int MOST_SHIFTS = 20_000;
    private static final int UNITS = 20;
    private static final int PAGE = 50;

    private final Backtests backtests;
    private final Drafts drafts;
    private final Grids grids;
    private final CaseChoices choices;
    private final Terms terms;
    private final Naming naming;
    private final Times times;

    BacktestViews(
            Backtests backtests,
            Drafts drafts,
            Grids grids,
            CaseChoices choices,
            Terms terms,
            Naming naming,
            Times times) {
        this.backtests = backtests;
        this.drafts = drafts;
        this.grids = grids;
        this.choices = choices;
        this.terms = terms;
        this.naming = naming;
        this.times = times;
    }

    /** As it was typed. */
    record Asked(String days, String district, String classes) {
        static final Asked USUAL = new Asked("60", "", "");
    }

    /**
     * @param state key of the draft's state
     * @param mayTry whether this reader may begin one now
     * @param isTried whether the draft as it is needs no further one
     * @param shown none if none has been begun
     * @param asked what the shown one was asked, to be asked again
     */
    record Page(
            UUID draft,
            String title,
            String state,
            boolean mayTry,
            boolean isTried,
            List<Choice> districts,
            List<Choice> kinds,
            @Nullable Run shown,
            @Nullable Result result,
            List<Run> earlier,
            Asked asked) {}

    /** @param state key of what became of it */
    record Run(
            UUID id,
            UUID draft,
            String state,
            String over,
            String by,
            String at,
            int done,
            int steps,
            boolean mayCancel,
            String found) {}

    /** One figure then and now, in words. */
    record Pair(String then, String now, String difference) {}

    /**
     * @param nothing whether there was no past at all
     * @param onTime expected, in percent
     * @param actual share on time as it really was, in percent
     */
    record Result(
            boolean nothing,
            String records,
            String cases,
            String distinct,
            String answered,
            String seconds,
            String changed,
            String changedShare,
            String overruled,
            boolean anyOverruled,
            Pair handled,
            Pair onTime,
            String actual,
            String learntFrom,
            List<Matrix> matrices,
            List<UnitLine> units,
            List<UnitLine> otherUnits) {}

    /**
     * @param rest cases of changes that the matrix has no room for
     * @param list the most frequent changes, one by one
     */
    record Matrix(
            String aspect,
            String title,
            String total,
            List<String> heads,
            List<Row> rows,
            @Nullable String rest,
            List<Cell> list) {}

    record Row(String was, List<Cell> cells) {}

    /** @param cases none if nothing goes from there to there */
    record Cell(@Nullable String cases, int heat, String was, String becomes, String wasName, String becomesName) {}

    /** @param thenBar of a hundred */
    record UnitLine(
            String name,
            String then,
            String now,
            String difference,
            int thenBar,
            int nowBar,
            String expectedThen,
            String expectedNow,
            String actual) {}

    record CaseLine(UUID id, String number, String at, String what, String place) {}

    record CasesPage(
            UUID run,
            UUID draft,
            String title,
            String aspect,
            String was,
            String becomes,
            String wasName,
            String becomesName,
            String cases,
            boolean some,
            int kept,
            List<CaseLine> lines,
            @Nullable UUID next) {}

    Page page(UUID draft, @Nullable UUID chosen, String reader, Locale locale) {
        Draft it = drafts.get(draft);
        List<Backtest> runs = backtests.of(draft, reader);
        Backtest shown = runs.stream()
                .filter(run -> chosen == null || run.id().equals(chosen))
                .findFirst()
                .orElse(runs.isEmpty() ? null : runs.get(0));
        boolean tried = it.state() == State.BACKTESTED || it.state() == State.APPROVED || it.state() == State.PUBLISHED;
        return new Page(
                draft,
                it.title(),
                it.state().name().toLowerCase(Locale.ROOT),
                backtests.may(reader)
                        && (it.state() == State.CHECKED
                                || it.state() == State.BACKTESTED
                                || it.state() == State.APPROVED),
                tried,
                districts(),
                choices.kinds(locale),
                shown == null ? null : run(shown, reader, locale),
                shown == null || shown.state() != Backtest.State.DONE ? null : result(shown, locale),
                runs.stream().map(run -> run(run, reader, locale)).toList(),
                shown == null ? Asked.USUAL : asked(shown.over()));
    }

    private static Asked asked(Stretch over) {
        return new Asked(String.valueOf(over.days()), over.district(), over.classes());
    }

    Run run(Backtest it, String reader, Locale locale) {
        Names names = naming.in(locale);
        Stretch over = it.over();
        String place = over.district().isEmpty() ? names.say("backtest.city") : names.ofArea(over.district());
        String classes = over.classes().isEmpty() ? names.say("backtest.allClasses") : over.classes();
        return new Run(
                it.id(),
                it.draft(),
                it.state().name().toLowerCase(Locale.ROOT),
                names.say("backtest.over", over.days(), place, classes),
                names.ofActor(it.askedBy()),
                times.minute(it.begunAt()),
                it.done(),
                it.steps(),
                it.isRunning() && backtests.may(reader),
                it.state() == Backtest.State.DONE
                        ? names.say(
                                "backtest.found",
                                whole(it.figures().cases(), locale),
                                whole(it.figures().changed(), locale))
                        : "");
    }

    private List<Choice> districts() {
        return grids.all().stream()
                .filter(area -> area.level() == AreaLevel.DISTRICT)
                .map(area -> new Choice(area.code(), area.name()))
                .toList();
    }

    private Result result(Backtest it, Locale locale) {
        Figures all = it.figures();
        Names names = naming.in(locale);
        List<UnitLoad> loads = backtests.units(it.id()).stream()
                .sorted(Comparator.comparingLong((UnitLoad one) -> -Math.abs(one.now() - one.then()))
                        .thenComparing(one -> -one.then()))
                .toList();
        long most = loads.stream()
                .mapToLong(one -> Math.max(one.then(), one.now()))
                .max()
                .orElse(1);
        List<UnitLine> lines =
                loads.stream().map(one -> line(one, all, most, names, locale)).toList();
        long judgedThen = judged(all.handledThen(), all);
        long judgedNow = judged(all.handledNow(), all);
        return new Result(
                all.records() == 0,
                whole(all.records(), locale),
                whole(all.cases(), locale),
                whole(all.distinct(), locale),
                whole(all.answered(), locale),
                NumberFormat.getNumberInstance(locale).format(Math.round(all.millis() / 100.0) / 10.0),
                whole(all.changed(), locale),
                percent(all.changed(), all.cases()),
                whole(all.overruled(), locale),
                all.overruled() > 0,
                new Pair(
                        whole(all.handledThen(), locale),
                        whole(all.handledNow(), locale),
                        signed(all.handledNow() - all.handledThen(), locale)),
                new Pair(
                        percent(all.expectedThen(), judgedThen),
                        percent(all.expectedNow(), judgedNow),
                        points(all.expectedThen(), judgedThen, all.expectedNow(), judgedNow)),
                percent(all.onTime(), all.ended()),
                whole(all.ended(), locale),
                Stream.of(Aspect.UNIT_KIND, Aspect.MINOR, Aspect.CLASS, Aspect.CLASSIFIER, Aspect.LIMIT, Aspect.UNIT)
                        .map(aspect -> matrix(it.id(), aspect, names, locale))
                        .filter(matrix -> !matrix.list().isEmpty())
                        .toList(),
                lines.subList(0, Math.min(UNITS, lines.size())),
                lines.subList(Math.min(UNITS, lines.size()), lines.size()));
    }

    private UnitLine line(UnitLoad it, Figures all, long most, Names names, Locale locale) {
        return new UnitLine(
                String.valueOf(names.ofUnit(it.unit())),
                whole(it.then(), locale),
                whole(it.now(), locale),
                signed(it.now() - it.then(), locale),
                (int) Math.round(100.0 * it.then() / most),
                (int) Math.round(100.0 * it.now() / most),
                percent(it.expectedThen(), judged(it.then(), all)),
                percent(it.expectedNow(), judged(it.now(), all)),
                percent(it.onTime(), it.ended()));
    }

    private Matrix matrix(UUID run, Aspect aspect, Names names, Locale locale) {
        List<Shift> all = backtests.shifts(run, aspect, MOST_SHIFTS);
        List<String> from = most(all, true);
        List<String> to = most(all, false);
        long total = all.stream().mapToLong(Shift::cases).sum();
        long largest = all.stream().mapToLong(Shift::cases).max().orElse(1);
        long shown = 0;
        List<Row> rows = new ArrayList<>();
        for (String was : from) {
            List<Cell> cells = new ArrayList<>();
            for (String becomes : to) {
                Shift one = all.stream()
                        .filter(it -> it.was().equals(was) && it.becomes().equals(becomes))
                        .findFirst()
                        .orElse(new Shift(aspect, was, becomes, 0));
                shown += one.cases();
                cells.add(cell(one, largest, names, locale));
            }
            rows.add(new Row(name(aspect, was, names, locale), cells));
        }
        return new Matrix(
                aspect.name(),
                names.say("backtest.aspect." + aspect),
                whole(total, locale),
                to.stream().map(code -> name(aspect, code, names, locale)).toList(),
                rows,
                total == shown ? null : whole(total - shown, locale),
                all.stream()
                        .limit(LISTED)
                        .map(one -> cell(one, largest, names, locale))
                        .toList());
    }

    /** Of where cases come from, or go to, the most frequent. */
    private static List<String> most(List<Shift> all, boolean from) {
        Map<String, Long> sums = new LinkedHashMap<>();
        all.forEach(one -> sums.merge(from ? one.was() : one.becomes(), one.cases(), Long::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(WIDEST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Cell cell(Shift it, long largest, Names names, Locale locale) {
        int heat = it.cases() == 0 ? 0 : 1 + (int) (3.99 * Math.sqrt((double) it.cases() / largest) * 0.9999);
        return new Cell(
                it.cases() == 0 ? null : whole(it.cases(), locale),
                heat,
                it.was(),
                it.becomes(),
                name(it.aspect(), it.was(), names, locale),
                name(it.aspect(), it.becomes(), names, locale));
    }

    private String name(Aspect aspect, String code, Names names, Locale locale) {
        if (code.isEmpty()) {
            return names.say("backtest.none." + aspect);
        }
        return switch (aspect) {
            case CLASS -> code + " " + names.ofClass(code);
            case CLASSIFIER, MINOR -> names.say("backtest.value." + code);
            case UNIT_KIND -> terms.unitKind(code, locale);
            case UNIT -> String.valueOf(names.ofUnit(code));
            case LIMIT -> limit(code, locale);
        };
    }

    private String limit(String code, Locale locale) {
        String[] parts = code.split(" ");
        return terms.limit(Integer.parseInt(parts[0]), parts[1], locale);
    }

    CasesPage cases(
            UUID run, Aspect aspect, String was, String becomes, @Nullable UUID before, String reader, Locale locale) {
        Backtest it = backtests.get(run, reader);
        Shift shift = backtests.shift(run, aspect, was, becomes);
        Names names = naming.in(locale);
        List<ShiftedCase> found = backtests.cases(run, aspect, was, becomes, before, PAGE + 1, reader);
        List<ShiftedCase> page = found.subList(0, Math.min(PAGE, found.size()));
        return new CasesPage(
                run,
                it.draft(),
                names.say("backtest.aspect." + aspect),
                aspect.name(),
                was,
                becomes,
                name(aspect, was, names, locale),
                name(aspect, becomes, names, locale),
                whole(shift.cases(), locale),
                shift.cases() > Backtests.KEPT_BY_NAME,
                Backtests.KEPT_BY_NAME,
                page.stream()
                        .map(one -> new CaseLine(
                                one.id().value(),
                                one.number(),
                                times.minute(one.reportedAt()),
                                names.ofClass(one.serviceCode()),
                                names.ofArea(one.district()) + " " + names.ofArea(one.street())))
                        .toList(),
                found.size() > PAGE ? page.get(PAGE - 1).id().value() : null);
    }

    private static String whole(long number, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static String signed(long number, Locale locale) {
        return number > 0 ? "+" + whole(number, locale) : whole(number, locale).replace('-', '−');
    }

    /** Where no case was seen to end on time or late, nothing is expected of others. */
    private static long judged(long cases, Figures all) {
        return all.ended() == 0 ? 0 : cases;
    }

    private static String percent(double part, long all) {
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * part / all);
    }

    private static String points(double then, long allThen, double now, long allNow) {
        if (allThen == 0 || allNow == 0) {
            return "–";
        }
        double points = 100 * now / allNow - 100 * then / allThen;
        return String.format(
                Locale.ROOT, "%s%.1f", points >= 0.05 ? "+" : points <= -0.05 ? "−" : "±", Math.abs(points));
    }
}
