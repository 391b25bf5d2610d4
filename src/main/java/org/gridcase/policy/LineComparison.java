package org.gridcase.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two listings: lines are the same by their id; those that moved are as few as explain the new order. */
final class LineComparison {
    private final Listing before;
    private final Listing after;
    private final List<String> columns;
    private final Map<String, Integer> oldPlace = new HashMap<>();
    private final Map<String, Integer> newPlace = new HashMap<>();

    private LineComparison(Listing before, Listing after) {
        this.before = before;
        this.after = after;
        var all = new LinkedHashSet<>(after.columns());
        all.addAll(before.columns());
        this.columns = List.copyOf(all);
        index(before, oldPlace);
        index(after, newPlace);
    }

    static RowDifference of(String path, Listing before, Listing after) {
        var comparison = new LineComparison(before, after);
        return new RowDifference(path, comparison.columns, comparison.lines());
    }

    private static void index(Listing listing, Map<String, Integer> places) {
        for (int i = 0; i < listing.lines().size(); i++) {
            places.put(listing.lines().get(i).id(), i);
        }
    }

    private List<RowDifference.Line> lines() {
        Set<String> stayed = stayed();
        List<RowDifference.Line> lines = new ArrayList<>();
        int told = removedFrom(0, lines);
        for (Listing.Line line : after.lines()) {
            Integer was = oldPlace.get(line.id());
            lines.add(line(line.id(), was, newPlace.get(line.id()), was != null && !stayed.contains(line.id())));
            if (was != null && was >= told) {
                told = removedFrom(was + 1, lines);
            }
        }
        for (int i = 0; i < before.lines().size(); i++) {
            String id = before.lines().get(i).id();
            if (!newPlace.containsKey(id)
                    && lines.stream().noneMatch(it -> it.id().equals(id))) {
                lines.add(line(id, i, null, false));
            }
        }
        return List.copyOf(lines);
    }

    /** Those that went stand where they stood: after the line that was above them. */
    private int removedFrom(int from, List<RowDifference.Line> lines) {
        int i = from;
        while (i < before.lines().size()
                && !newPlace.containsKey(before.lines().get(i).id())) {
            lines.add(line(before.lines().get(i).id(), i, null, false));
            i++;
        }
        return i;
    }

    private RowDifference.Line line(String id, @Nullable Integer was, @Nullable Integer is, boolean moved) {
        List<RowDifference.Cell> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(new RowDifference.Cell(cell(before, was, column), cell(after, is, column)));
        }
        RowDifference.Kind kind;
        if (was == null) {
            kind = RowDifference.Kind.ADDED;
        } else if (is == null) {
            kind = RowDifference.Kind.REMOVED;
        } else {
            kind = cells.stream().anyMatch(RowDifference.Cell::changed)
                    ? RowDifference.Kind.CHANGED
                    : RowDifference.Kind.SAME;
        }
        return new RowDifference.Line(
                id, kind, moved, was == null ? null : was + 1, is == null ? null : is + 1, List.copyOf(cells));
    }

    private static String cell(Listing listing, @Nullable Integer place, String column) {
        int at = listing.columns().indexOf(column);
        return place == null || at < 0 ? "" : listing.lines().get(place).cells().get(at);
    }

    /** The longest run of common lines that kept their order. */
    private Set<String> stayed() {
        List<String> common = after.lines().stream()
                .map(Listing.Line::id)
                .filter(oldPlace::containsKey)
                .toList();
        int[] places = common.stream()
                .mapToInt(id -> Objects.requireNonNull(oldPlace.get(id)))
                .toArray();
        int[] tails = new int[places.length];
        int[] previous = new int[places.length];
        int length = 0;
        for (int i = 0; i < places.length; i++) {
            int at = search(places, tails, length, places[i]);
            previous[i] = at == 0 ? -1 : tails[at - 1];
            tails[at] = i;
            length = Math.max(length, at + 1);
        }
        Set<String> stayed = new HashSet<>();
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            stayed.add(common.get(i));
        }
        return stayed;
    }

    private static int search(int[] places, int[] tails, int length, int place) {
        int[] ends = Arrays.stream(tails, 0, length).map(i -> places[i]).toArray();
        int found = Arrays.binarySearch(ends, place);
        return found < 0 ? -found - 1 : found;
    }
}
