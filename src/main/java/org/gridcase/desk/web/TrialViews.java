package org.gridcase.desk.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridcase.policy.CaseTrials;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.policy.TrialFacts;
import org.gridcase.policy.TrialStep;
import org.gridcase.policy.guard.Finding;
import org.springframework.stereotype.Component;

/** One case through all decisions of a draft, beside the release in force, with the rows that decide. */
@Component
class TrialViews {
    private static final List<String> LISTS = List.of("proposed", "channel", "district", "street", "placeKind");

    private final CaseTrials trials;
    private final Drafts drafts;
    private final Releases releases;
    private final Naming naming;
    private final Vocabulary vocabulary;
    private final DecisionViews decisions;

    TrialViews(
            CaseTrials trials,
            Drafts drafts,
            Releases releases,
            Naming naming,
            Vocabulary vocabulary,
            DecisionViews decisions) {
        this.trials = trials;
        this.drafts = drafts;
        this.releases = releases;
        this.naming = naming;
        this.vocabulary = vocabulary;
        this.decisions = decisions;
    }

    /**
     * @param lists to choose from, by the fact's name
     * @param steps none before anything was asked
     * @param stopped whether no class was given, so that nothing after classifying could be decided
     */
    record Page(
            UUID draft,
            String title,
            int inForce,
            TrialFacts facts,
            Map<String, List<Choice>> lists,
            List<Pair> steps,
            boolean stopped,
            boolean differs) {}

    /** A decision by the draft and by the release in force. */
    record Pair(String name, List<Fact> inputs, One draft, One inForce, boolean differs) {}

    /** @param row that decides; empty if none does */
    record One(
            String row,
            List<Fact> output,
            List<String> columns,
            List<Row> rows,
            int above,
            int below,
            List<String> wrong) {}

    /** A row of the table as it stands. */
    record Row(List<Cell> cells, boolean decides) {}

    /** @param spoken whether the case's own value is what this condition speaks of */
    record Cell(String text, boolean spoken) {}

    Page page(UUID id, TrialFacts facts, Locale locale) {
        Names names = naming.in(locale);
        var draft = drafts.get(id);
        boolean asked = !facts.proposed().isEmpty() || !facts.street().isEmpty();
        List<Pair> pairs = asked ? pairs(id, facts, names) : List.of();
        return new Page(
                id,
                draft.title(),
                releases.inForce().number(),
                facts,
                LISTS.stream().collect(Collectors.toMap(name -> name, name -> vocabulary.of(name, locale))),
                pairs,
                asked && pairs.size() < 2,
                pairs.stream().anyMatch(Pair::differs));
    }

    private List<Pair> pairs(UUID id, TrialFacts facts, Names names) {
        Map<String, TrialStep> now = new LinkedHashMap<>();
        trials.inForce(facts).forEach(step -> now.put(step.decision(), step));
        List<Pair> pairs = new ArrayList<>();
        for (TrialStep step : trials.ofDraft(id, facts)) {
            TrialStep other = Objects.requireNonNull(now.get(step.decision()));
            pairs.add(new Pair(
                    names.say("desk.decision." + step.decision()),
                    decisions.facts(step.inputs(), names),
                    one(step, names),
                    one(other, names),
                    !step.output().equals(other.output()) || !step.row().equals(other.row())));
        }
        return pairs;
    }

    private One one(TrialStep step, Names names) {
        var table = step.table();
        int first = step.path().endsWith(".dmn") ? 0 : 1;
        List<Integer> shown = filled(table);
        return new One(
                step.row(),
                decisions.facts(output(step), names),
                shown.stream()
                        .map(x -> DifferenceViews.title(table.columns().get(x), names))
                        .toList(),
                table.rows().stream().map(row -> row(row, shown, step, first)).toList(),
                table.above(),
                table.below(),
                step.wrong().stream().map(one -> words(one, names)).toList());
    }

    /** Columns in which one of the rows says something: the others would push what they give out of sight. */
    private static List<Integer> filled(TrialStep.Table table) {
        return IntStream.range(0, table.columns().size())
                .filter(x -> table.rows().stream()
                        .anyMatch(row -> !row.cells().get(x).isBlank()))
                .boxed()
                .toList();
    }

    private static Row row(TrialStep.Row row, List<Integer> shown, TrialStep step, int first) {
        var table = step.table();
        List<Cell> cells = new ArrayList<>();
        for (int x : shown) {
            boolean condition = x >= first && x < first + table.inputs();
            boolean spoken = row.decides()
                    && condition
                    && !row.cells().get(x).isBlank()
                    && step.inputs().get(table.columns().get(x)) != null;
            cells.add(new Cell(row.cells().get(x), spoken));
        }
        return new Row(cells, row.decides());
    }

    private static String words(Finding finding, Names names) {
        String words = names.say(finding.key(), finding.arguments().toArray());
        return finding.place().isEmpty() ? words : finding.place() + " " + words;
    }

    /** No class is what asking a person looks like. */
    private static Map<String, Object> output(TrialStep step) {
        Map<String, Object> output = new HashMap<>(step.output());
        if (step.decision().equals("classification") && !step.row().isEmpty() && output.get("serviceCode") == null) {
            output.put("askPerson", true);
        }
        return output;
    }
}
