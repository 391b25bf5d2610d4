package org.gridcase.policy.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;

/**
 * Which rows, and which words of a row, never decide, because the first row from above whose conditions hold does, and
 * rows above take all that they speak of. That nothing is left undecided the inspection sees to: the last row takes it.
 */
public final class Reach {
    private static final int MOST_COMBINATIONS = 2_000;
    private static final long MOST_COMPARISONS = 20_000_000;
    private static final List<String> YES_NO = List.of("是", "否");

    private final Contract contract;
    private final SheetRows sheet;
    private final List<List<Test>> conditions;
    private final List<CellError> found = new ArrayList<>();
    private long comparisons;

    private Reach(Contract contract, SheetRows sheet) {
        this.contract = contract;
        this.sheet = sheet;
        this.conditions = sheet.rows().stream().map(this::tests).toList();
    }

    /** A condition cell: any at all, some words, or a number that is reached. */
    private record Test(Set<String> words, double atLeast, boolean number) {
        static final Test ANY = new Test(Set.of(), Double.NEGATIVE_INFINITY, false);

        boolean any() {
            return words.isEmpty() && !number;
        }

        /** Whether it holds wherever the other does. */
        boolean takes(Test other) {
            if (any()) {
                return true;
            }
            return number
                    ? other.number && other.atLeast >= atLeast
                    : !other.words.isEmpty() && words.containsAll(other.words);
        }
    }

    /** Each with its cell; {@code found} names the rows above. */
    public static List<CellError> of(Contract contract, SheetRows sheet) {
        Reach reach = new Reach(contract, sheet);
        for (int row = 1; row < sheet.rows().size() && reach.comparisons < MOST_COMPARISONS; row++) {
            boolean forAllElse = row == sheet.rows().size() - 1
                    && reach.conditions.get(row).stream().allMatch(Test::any);
            if (!forAllElse) {
                reach.look(row);
            }
        }
        return List.copyOf(reach.found);
    }

    private void look(int row) {
        int taker = taker(row, conditions.get(row));
        if (taker >= 0) {
            whole(row, taker);
            return;
        }
        Map<List<Test>, Integer> taken = new LinkedHashMap<>();
        for (List<Test> one : combinations(conditions.get(row))) {
            taken.put(one, taker(row, one));
        }
        if (taken.size() < 2) {
            return;
        }
        if (taken.values().stream().allMatch(by -> by >= 0)) {
            Set<String> takers = new LinkedHashSet<>();
            taken.values().forEach(by -> takers.add(id(by)));
            add(row, 0, "policy.cell.rowNeverReached", String.join(", ", takers));
            return;
        }
        words(row, taken);
    }

    private void whole(int row, int taker) {
        List<Integer> actions = actions();
        boolean sameConditions = conditions.get(row).equals(conditions.get(taker));
        int differs = actions.stream()
                .filter(x -> !cell(row, x).equals(cell(taker, x)))
                .findFirst()
                .orElse(-1);
        if (!sameConditions) {
            add(row, 0, "policy.cell.rowNeverReached", id(taker));
        } else if (differs < 0) {
            add(row, 0, "policy.cell.rowRepeats", id(taker));
        } else {
            add(row, differs, "policy.cell.rowContradicts", id(taker));
        }
    }

    /** What a row gives, apart from its id. */
    private List<Integer> actions() {
        List<Integer> actions = new ArrayList<>();
        for (int x = 1; x < contract.columns().size(); x++) {
            if (contract.columns().get(x).isRequired()) {
                actions.add(x);
            }
        }
        return actions;
    }

    private void words(int row, Map<List<Test>, Integer> taken) {
        List<Test> whole = conditions.get(row);
        for (int c = 0; c < whole.size(); c++) {
            if (whole.get(c).words().size() < 2) {
                continue;
            }
            for (String word : whole.get(c).words()) {
                int at = c;
                Set<Integer> takers = new LinkedHashSet<>();
                taken.forEach((tests, by) -> {
                    if (tests.get(at).words().contains(word)) {
                        takers.add(by);
                    }
                });
                if (!takers.contains(-1)) {
                    add(
                            row,
                            column(c),
                            "policy.cell.wordNeverReached",
                            word + " → " + id(takers.iterator().next()));
                }
            }
        }
    }

    /** The first row above that holds wherever these do; -1 if none does alone. */
    private int taker(int row, List<Test> tests) {
        for (int above = 0; above < row; above++) {
            comparisons++;
            if (takes(conditions.get(above), tests)) {
                return above;
            }
        }
        return -1;
    }

    private static boolean takes(List<Test> above, List<Test> tests) {
        for (int c = 0; c < tests.size(); c++) {
            if (!above.get(c).takes(tests.get(c))) {
                return false;
            }
        }
        return true;
    }

    /** Word by word; only the whole if they are too many. */
    private List<List<Test>> combinations(List<Test> tests) {
        List<List<Test>> all = new ArrayList<>(List.of(List.of()));
        for (int c = 0; c < tests.size(); c++) {
            List<Test> single = singles(c, tests.get(c));
            if ((long) all.size() * single.size() > MOST_COMBINATIONS) {
                return List.of();
            }
            List<List<Test>> longer = new ArrayList<>();
            for (List<Test> begun : all) {
                for (Test one : single) {
                    var more = new ArrayList<>(begun);
                    more.add(one);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private List<Test> singles(int condition, Test test) {
        boolean either = test.any()
                && contract.columns().get(column(condition)).choices().equals(YES_NO);
        List<String> words = either ? YES_NO : List.copyOf(test.words());
        return words.isEmpty()
                ? List.of(test)
                : words.stream()
                        .map(word -> new Test(Set.of(word), Double.NEGATIVE_INFINITY, false))
                        .toList();
    }

    private List<Test> tests(List<String> row) {
        List<Test> tests = new ArrayList<>();
        for (int x = 0; x < contract.columns().size(); x++) {
            Column column = contract.columns().get(x);
            if (column.isCondition()) {
                tests.add(test(column, row.get(x).strip()));
            }
        }
        return tests;
    }

    private static Test test(Column column, String text) {
        if (text.isEmpty()) {
            return Test.ANY;
        }
        if (column.bounds().isPresent()) {
            boolean atLeast = column.code().contains(">=") && CellKind.Number.isTyped(text);
            return atLeast ? new Test(Set.of(), Double.parseDouble(text), true) : unlike(text);
        }
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(text.split(",")).map(String::strip).forEach(words::add);
        return new Test(words, Double.NEGATIVE_INFINITY, false);
    }

    /** What cannot be read is like nothing else. */
    private static Test unlike(String text) {
        return new Test(Set.of("?" + text), Double.NEGATIVE_INFINITY, false);
    }

    private int column(int condition) {
        int seen = -1;
        for (int x = 0; x < contract.columns().size(); x++) {
            if (contract.columns().get(x).isCondition() && ++seen == condition) {
                return x;
            }
        }
        throw new IllegalArgumentException("no condition " + condition);
    }

    private String cell(int row, int x) {
        return sheet.rows().get(row).get(x);
    }

    private String id(int row) {
        return cell(row, 0);
    }

    private void add(int row, int x, String key, String above) {
        if (found.size() < CellErrors.MOST) {
            String cell = new CellReference(sheet.first() - 1 + row, x).formatAsString(false);
            found.add(new CellError(cell, key, above));
        }
    }
}
