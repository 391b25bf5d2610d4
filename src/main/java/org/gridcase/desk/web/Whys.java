package org.gridcase.desk.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridcase.casework.CaseFacts;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.desk.form.Terms;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;
import org.gridcase.grid.Units;
import org.gridcase.policy.DecisionRecord;
import org.gridcase.policy.Explanation;
import org.gridcase.policy.Explanations;
import org.gridcase.policy.Hindsight;
import org.gridcase.policy.Hindsights;
import org.gridcase.policy.Releases;
import org.gridcase.policy.TableRow;
import org.gridcase.policy.TableRow.Cell;
import org.gridcase.policy.TableRow.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a case has the class, unit and limit it has, and what today's rules would say, in plain sentences. */
@Component
public class Whys {
    private static final List<String> ORDER = List.of("classification", "minor-event", "filing", "routing");
    private static final String STREET_OFFICE = "street-office";

    private final Explanations explanations;
    private final Hindsights hindsights;
    private final PolicyWords words;
    private final Naming naming;
    private final Terms terms;
    private final Times times;
    private final FilingStandard standard;
    private final Releases releases;
    private final Grids grids;
    private final Units units;

    Whys(
            Explanations explanations,
            Hindsights hindsights,
            PolicyWords words,
            Naming naming,
            Terms terms,
            Times times,
            FilingStandard standard,
            Releases releases,
            Grids grids,
            Units units) {
        this.explanations = explanations;
        this.hindsights = hindsights;
        this.words = words;
        this.naming = naming;
        this.terms = terms;
        this.times = times;
        this.standard = standard;
        this.releases = releases;
        this.grids = grids;
        this.units = units;
    }

    public WhyView of(CaseFacts facts, Locale locale) {
        Names names = naming.in(locale);
        List<Explanation> all = explanations.of(facts.id());
        List<WhyView.Answer> answers = new ArrayList<>();
        for (String about : ORDER) {
            List<Explanation> these = all.stream()
                    .filter(one -> one.record().decision().equals(about))
                    .toList();
            if (!these.isEmpty()) {
                List<WhyView.Made> made = new ArrayList<>(these.stream()
                        .map(one -> made(one, facts, names, locale))
                        .toList());
                Collections.reverse(made);
                answers.add(new WhyView.Answer(
                        about,
                        names.say("desk.explain.why." + about),
                        made.get(0).sentence(),
                        made.get(0),
                        List.copyOf(made.subList(1, made.size()))));
            }
        }
        return new WhyView(List.copyOf(answers));
    }

    private WhyView.Made made(Explanation one, CaseFacts facts, Names names, Locale locale) {
        DecisionRecord record = one.record();
        return new WhyView.Made(
                record.id(),
                times.minute(record.decidedAt()),
                record.release(),
                record.catalogueVersion(),
                record.calendarVersion(),
                versions(record, names),
                names.say("desk.decision." + record.decision()),
                record.table(),
                record.row(),
                sentence(one, facts, names, locale),
                row(one.row(), record.inputs(), names, locale));
    }

    private static String versions(DecisionRecord record, Names names) {
        Integer calendar = record.calendarVersion();
        return calendar == null
                ? names.say("desk.explain.standard", record.catalogueVersion())
                : names.say("desk.explain.versions", record.catalogueVersion(), calendar);
    }

    /** What holds, and because of what. */
    private String sentence(Explanation one, CaseFacts facts, Names names, Locale locale) {
        DecisionRecord record = one.record();
        DecisionRecord.Override other = record.overridden();
        String rule = rule(one, names, locale);
        FilingRows rows = standard.in(Math.toIntExact(record.catalogueVersion()));
        String given = said(record.decision(), record.output(), rows, facts, names, locale);
        if (other == null) {
            return names.say("desk.explain.because", given, rule);
        }
        return names.say(
                "desk.explain.overridden",
                said(record.decision(), other.to(), chosenFrom(rows, other.to(), facts), facts, names, locale),
                names.ofActor(other.by()),
                times.minute(other.at()),
                other.reason(),
                given,
                rule);
    }

    /** Of a case that went on under another release before it was filed, the rows of that one. */
    private FilingRows chosenFrom(FilingRows asked, Map<String, Object> chosen, CaseFacts facts) {
        String row = facts.filingRow();
        Integer version = facts.filingVersion();
        return row != null && version != null && row.equals(chosen.get("filingRow")) ? standard.in(version) : asked;
    }

    /** The row that decided, its conditions, and what met them. */
    private String rule(Explanation one, Names names, Locale locale) {
        DecisionRecord record = one.record();
        String table = names.say("desk.decision." + record.decision());
        TableRow row = one.row();
        if (row == null) {
            return names.say("desk.explain.rowMissing", record.release(), table, record.row());
        }
        List<Cell> conditions = row.conditions();
        if (conditions.isEmpty()) {
            return names.say("desk.explain.rowForAllElse", record.release(), table, record.row());
        }
        String and = names.say("desk.explain.and");
        return names.say(
                "desk.explain.row",
                record.release(),
                table,
                record.row(),
                conditions.stream()
                        .map(cell -> words.condition(cell, names, locale))
                        .collect(Collectors.joining(and)),
                conditions.stream()
                        .map(cell -> met(cell, record.inputs(), names, locale))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(and)));
    }

    private Optional<String> met(Cell cell, Map<String, Object> inputs, Names names, Locale locale) {
        return Optional.ofNullable(words.had(cell.name(), inputs, names, locale))
                .map(had -> names.say("desk.explain.has", names.say("desk.explain.input." + cell.name()), had));
    }

    /** What was decided, in words: {@code the limit is 4 working hours}. */
    private String said(
            String decision, Map<String, Object> output, FilingRows rows, CaseFacts facts, Names names, Locale locale) {
        return switch (decision) {
            case "classification" -> {
                Object code = output.get("serviceCode");
                yield code == null
                        ? names.say("desk.explain.askPerson")
                        : names.say("desk.explain.class", names.ofClass(code.toString()), code);
            }
            case "minor-event" ->
                names.say(
                        Boolean.TRUE.equals(output.get("minor"))
                                ? "none".equals(output.get("check"))
                                        ? "desk.explain.minor"
                                        : "desk.explain.minorChecked"
                                : "desk.explain.notMinor");
            case "filing" -> limit(output, rows, names, locale);
            default -> {
                Object unit = output.get("unit");
                if (unit != null) {
                    yield names.say("desk.explain.unit", String.valueOf(names.ofUnit(unit.toString())));
                }
                String kind = String.valueOf(output.get("unitKind"));
                String level = String.valueOf(output.get("level"));
                yield unit(kind, level, facts)
                        .map(it -> names.say("desk.explain.unit", it.name()))
                        .orElseGet(() -> names.say(
                                "desk.explain.unitKind",
                                terms.unitKind(kind, locale),
                                names.say("desk.explain.value." + level)));
            }
        };
    }

    private String limit(Map<String, Object> output, FilingRows rows, Names names, Locale locale) {
        String code = String.valueOf(output.get("filingRow"));
        double factor = output.get("limitFactor") instanceof Number number ? number.doubleValue() : 1;
        Optional<FilingRow> row = rows.row(code);
        if (row.isEmpty()) {
            return names.say("desk.explain.limitUnknown", code);
        }
        var plain = row.get().limit();
        String all = terms.limit(plain.amount(), plain.kind().name(), locale);
        return factor == 1
                ? names.say("desk.explain.limit", all, code, row.get().condition())
                : names.say(
                        "desk.explain.limitTimes",
                        terms.limit(plain.times(factor).amount(), plain.kind().name(), locale),
                        code,
                        row.get().condition(),
                        all,
                        factor);
    }

    /** As dispatch finds it. */
    private Optional<Unit> unit(String kind, String level, CaseFacts facts) {
        return units.serving(kind, UnitLevel.valueOf(level), facts.location())
                .or(() -> units.serving(STREET_OFFICE, UnitLevel.STREET, facts.location()));
    }

    private WhyView.@Nullable Row row(@Nullable TableRow row, Map<String, Object> inputs, Names names, Locale locale) {
        if (row == null) {
            return null;
        }
        return new WhyView.Row(row.cells().stream()
                .map(cell -> new WhyView.Column(
                        cell.part() == Part.REMARK ? names.say("desk.explain.remark") : words.title(cell, locale),
                        cell.part() == Part.REMARK ? String.join("", cell.values()) : words.cell(cell, names, locale),
                        cell.part() == Part.CONDITION && !cell.values().isEmpty()
                                ? words.had(cell.name(), inputs, names, locale)
                                : null,
                        cell.part() == Part.RESULT))
                .toList());
    }

    public TodayView today(CaseFacts facts, Locale locale) {
        Names names = naming.in(locale);
        var at = facts.location();
        String placeKind = Optional.ofNullable(at.dedicated())
                .flatMap(grids::area)
                .map(Area::kind)
                .orElse("");
        Hindsight now = hindsights.of(facts.id(), new Hindsights.Place(at.district(), at.street(), placeKind));
        FilingRows rows = releases.standard(now.release());
        List<TodayView.Line> lines = now.rulings().stream()
                .map(one -> line(one, rows, facts, names, locale))
                .toList();
        String sentence = lines.isEmpty()
                ? names.say("desk.explain.today.nothing", now.release())
                : now.differs()
                        ? names.say(
                                "desk.explain.today.differs",
                                now.release(),
                                lines.stream()
                                        .filter(TodayView.Line::differs)
                                        .map(TodayView.Line::name)
                                        .collect(Collectors.joining(names.say("desk.explain.comma"))))
                        : names.say("desk.explain.today.same", now.release());
        return new TodayView(now.release(), now.differs(), sentence, lines);
    }

    private TodayView.Line line(Hindsight.Ruling one, FilingRows rows, CaseFacts facts, Names names, Locale locale) {
        Integer version = one.thenVersion();
        FilingRows old = version == null ? rows : standard.in(version);
        String then = one.then() == null ? null : said(one.decision(), one.then(), old, facts, names, locale);
        String now = one.now() == null ? null : said(one.decision(), one.now(), rows, facts, names, locale);
        String row = one.row() == null ? "" : one.row().id();
        String words;
        if (now == null) {
            words = names.say("desk.explain.today.noLonger", String.valueOf(then));
        } else if (then == null) {
            words = names.say("desk.explain.today.first", now, row);
        } else if (!one.differs()) {
            words = names.say("desk.explain.today.still", now, row);
        } else {
            words = names.say("desk.explain.today.other", now, row, then);
        }
        if (one.rowGone()) {
            words += names.say("desk.explain.today.rowGone", String.valueOf(one.thenRow()));
        }
        return new TodayView.Line(
                one.decision(),
                names.say("desk.decision." + one.decision()),
                then,
                now,
                one.differs(),
                words,
                row(one.row(), Map.of(), names, locale));
    }
}
