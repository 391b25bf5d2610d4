package org.gridcase.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision table before and after, row by row and cell by cell.
 *
 * @param facts what is otherwise about the table as a whole
 * @param rows in the order of the table after, those taken out where they stood
 */
public record TableDifference(List<Fact> facts, List<Column> columns, List<Row> rows) {
    /** More rows than a table may have by far; what is longer is not compared for its order. */
    private static final int MOST_ORDERED = 2_000;

    /** In which way something is otherwise. */
    public enum Change {
        SAME,
        ADDED,
        REMOVED,
        CHANGED,
        /** Only its place; the order decides. */
        MOVED
    }

    /** @param what {@code name} or {@code hitPolicy} */
    public record Fact(
            String what, @Nullable String before, @Nullable String after) {}

    /** @param words of its head; {@code before} if they were others */
    public record Column(String words, @Nullable String before, boolean input, Change change) {}

    /** @param number in the table after, or of one taken out in the table before */
    public record Row(int number, String id, Change change, List<Cell> cells) {}

    /** @param before if it was otherwise */
    public record Cell(String words, @Nullable String before, Change change) {}

    /** Either side may be none. */
    public static TableDifference of(@Nullable ModelFile before, @Nullable ModelFile after) {
        return of(DecisionTable.read(before), DecisionTable.read(after));
    }

    static TableDifference of(DecisionTable before, DecisionTable after) {
        List<Column> columns = new ArrayList<>();
        List<DecisionTable.Column> heads = merged(before.columns(), after.columns());
        for (DecisionTable.Column head : heads) {
            columns.add(column(before.column(head.id()), after.column(head.id()), head));
        }
        return new TableDifference(facts(before, after), columns, rows(before, after, heads));
    }

    private static List<Fact> facts(DecisionTable before, DecisionTable after) {
        var facts = new ArrayList<Fact>();
        Set<String> names = new LinkedHashSet<>(before.facts().keySet());
        names.addAll(after.facts().keySet());
        for (String name : names) {
            String was = before.facts().get(name);
            String is = after.facts().get(name);
            if (!before.isEmpty() && !after.isEmpty() && !Objects.equals(was, is)) {
                facts.add(new Fact(name, was, is));
            }
        }
        return facts;
    }

    private static Column column(
            DecisionTable.@Nullable Column before, DecisionTable.@Nullable Column after, DecisionTable.Column head) {
        if (before == null || after == null) {
            return new Column(head.words(), null, head.input(), before == null ? Change.ADDED : Change.REMOVED);
        }
        boolean same = before.words().equals(after.words());
        return new Column(
                after.words(), same ? null : before.words(), after.input(), same ? Change.SAME : Change.CHANGED);
    }

    /** Those after, each that is gone behind the one that it stood behind. */
    private static List<DecisionTable.Column> merged(
            List<DecisionTable.Column> before, List<DecisionTable.Column> after) {
        var all = new LinkedHashMap<String, DecisionTable.Column>();
        order(
                        before.stream().map(DecisionTable.Column::id).toList(),
                        after.stream().map(DecisionTable.Column::id).toList())
                .forEach(id -> all.put(
                        id,
                        Stream.concat(after.stream(), before.stream())
                                .filter(column -> column.id().equals(id))
                                .findFirst()
                                .orElseThrow()));
        return List.copyOf(all.values());
    }

    private static List<Row> rows(DecisionTable before, DecisionTable after, List<DecisionTable.Column> heads) {
        List<String> was = List.copyOf(before.rows().keySet());
        List<String> is = List.copyOf(after.rows().keySet());
        Set<String> stayed = inOrder(
                was.stream().filter(after.rows()::containsKey).toList(),
                is.stream().filter(before.rows()::containsKey).toList());
        var rows = new ArrayList<Row>();
        for (String id : order(was, is)) {
            Map<String, String> left = before.rows().get(id);
            Map<String, String> right = after.rows().get(id);
            List<Cell> cells =
                    heads.stream().map(head -> cell(left, right, head.id())).toList();
            rows.add(new Row(
                    1 + (right == null ? was.indexOf(id) : is.indexOf(id)),
                    id,
                    left == null ? Change.ADDED : right == null ? Change.REMOVED : change(cells, stayed.contains(id)),
                    cells));
        }
        return rows;
    }

    private static Change change(List<Cell> cells, boolean stayed) {
        boolean same = cells.stream().allMatch(cell -> cell.change() == Change.SAME);
        return same ? stayed ? Change.SAME : Change.MOVED : Change.CHANGED;
    }

    private static Cell cell(@Nullable Map<String, String> before, @Nullable Map<String, String> after, String column) {
        String was = before == null ? null : before.get(column);
        String is = after == null ? null : after.get(column);
        if (before == null || after == null) {
            return new Cell(Objects.requireNonNullElse(after == null ? was : is, ""), null, Change.SAME);
        }
        if (Objects.equals(was, is)) {
            return new Cell(Objects.requireNonNullElse(is, ""), null, Change.SAME);
        }
        return new Cell(
                Objects.requireNonNullElse(is, ""),
                was,
                was == null ? Change.ADDED : is == null ? Change.REMOVED : Change.CHANGED);
    }

    /** All of both, in the order after; what is gone stands behind what it stood behind. */
    private static List<String> order(List<String> before, List<String> after) {
        var all = new ArrayList<>(after);
        String previous = null;
        for (String id : before) {
            if (!all.contains(id)) {
                all.add(previous == null ? 0 : all.indexOf(previous) + 1, id);
            }
            previous = id;
        }
        return all;
    }

    /** The most that can be said not to have moved: the longest run that both have in the same order. */
    private static Set<String> inOrder(List<String> before, List<String> after) {
        int most = before.size();
        if (most > MOST_ORDERED) {
            return Set.copyOf(before);
        }
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < most; i++) {
            place.put(after.get(i), i);
        }
        int[] longest = new int[most];
        int[] from = new int[most];
        int best = -1;
        for (int i = 0; i < most; i++) {
            longest[i] = 1;
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                if (place.getOrDefault(before.get(j), 0) < place.getOrDefault(before.get(i), 0)
                        && longest[j] >= longest[i]) {
                    longest[i] = longest[j] + 1;
                    from[i] = j;
                }
            }
            best = best < 0 || longest[i] > longest[best] ? i : best;
        }
        var stayed = new LinkedHashSet<String>();
        for (int i = best; i >= 0; i = from[i]) {
            stayed.add(before.get(i));
        }
        return stayed;
    }
}
