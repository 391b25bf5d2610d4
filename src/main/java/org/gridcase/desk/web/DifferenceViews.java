package org.gridcase.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.FileChange;
import org.gridcase.policy.RowDifference;
import org.gridcase.policy.RowDifference.Kind;
import org.gridcase.policy.RowDifferences;
import org.gridcase.policy.guard.Guard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Row by row, what a draft or a release has otherwise, with a few unchanged rows around for orientation. */
@Component
class DifferenceViews {
    private static final int AROUND = 1;

    private final RowDifferences differences;
    private final Drafts drafts;
    private final Naming naming;

    DifferenceViews(RowDifferences differences, Drafts drafts, Naming naming) {
        this.differences = differences;
        this.drafts = drafts;
        this.naming = naming;
    }

    /**
     * @param backTo where one came from
     * @param before what is compared, in words; {@code after} with what
     * @param summary how many rows became what
     */
    record Page(
            String title,
            String backTo,
            String before,
            String after,
            String path,
            String summary,
            List<String> columns,
            List<Row> rows,
            List<File> files) {}

    /** @param kind {@code added}, {@code removed}, {@code changed}, {@code moved}, {@code same}, or {@code gap} */
    record Row(
            String kind,
            String word,
            @Nullable Integer before,
            @Nullable Integer after,
            List<RowDifference.Cell> cells,
            int hidden) {}

    /** A file that differs, and where its difference is shown; none if there is nothing to show. */
    record File(String path, String word, @Nullable String link) {}

    Page ofDraft(UUID id, String path, Locale locale) {
        Names names = naming.in(locale);
        var draft = drafts.get(id);
        return page(
                draft.title(),
                "/policy/drafts/" + id,
                names.say("desk.studio.release", draft.base()),
                names.say("desk.studio.draft"),
                differences.ofDraft(id, path),
                List.of(),
                names);
    }

    /** @param path none for the list of what differs alone */
    Page ofReleases(int from, int to, @Nullable String path, Locale locale) {
        Names names = naming.in(locale);
        List<File> files = differences.changes(from, to).stream()
                .map(change -> file(from, to, change, names))
                .toList();
        return page(
                names.say("desk.studio.releases", from, to),
                "/policy",
                names.say("desk.studio.release", from),
                names.say("desk.studio.release", to),
                path == null ? new RowDifference("", List.of(), List.of()) : differences.ofReleases(from, to, path),
                files,
                names);
    }

    private static File file(int from, int to, FileChange change, Names names) {
        String path = change.path();
        String word = names.say("desk.policy.change." + change.kind().name().toLowerCase(Locale.ROOT));
        if (path.endsWith(".bpmn") || path.endsWith(".dmn")) {
            return new File(path, word, "/policy/releases/" + from + "/difference?to=" + to + "&path=" + path);
        }
        String rows = "/policy/releases/" + to + "/table-difference?from=" + from + "&path=" + path;
        return new File(path, word, RowDifferences.speaksOf(path) ? rows : null);
    }

    private static Page page(
            String title, String backTo, String before, String after, RowDifference it, List<File> files, Names names) {
        return new Page(
                title,
                backTo,
                before,
                after,
                it.path(),
                it.none() ? names.say("desk.studio.diff.none") : summary(it, names),
                it.columns().stream()
                        .map(column -> isStandard(it) ? names.say("catalogue.column." + column) : title(column, names))
                        .toList(),
                rows(it, names),
                files);
    }

    private static boolean isStandard(RowDifference it) {
        return it.path().equals(Guard.FILING_STANDARD);
    }

    /** Only what there is. */
    private static String summary(RowDifference it, Names names) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("added", it.count(Kind.ADDED));
        counts.put("removed", it.count(Kind.REMOVED));
        counts.put("changed", it.count(Kind.CHANGED));
        counts.put("moved", it.moved());
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> names.say("desk.studio.diff.count." + count.getKey(), count.getValue()))
                .collect(Collectors.joining(names.say("desk.studio.diff.comma")));
    }

    private static List<Row> rows(RowDifference it, Names names) {
        List<RowDifference.Line> lines = it.lines();
        List<Row> rows = new ArrayList<>();
        int hidden = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isNear(lines, i)) {
                if (hidden > 0) {
                    rows.add(new Row("gap", names.say("desk.studio.diff.gap", hidden), null, null, List.of(), hidden));
                    hidden = 0;
                }
                rows.add(row(it, lines.get(i), names));
            } else {
                hidden++;
            }
        }
        if (hidden > 0 && !rows.isEmpty()) {
            rows.add(new Row("gap", names.say("desk.studio.diff.gap", hidden), null, null, List.of(), hidden));
        }
        return rows;
    }

    private static boolean isNear(List<RowDifference.Line> lines, int at) {
        for (int i = Math.max(0, at - AROUND); i <= Math.min(lines.size() - 1, at + AROUND); i++) {
            if (!lines.get(i).same()) {
                return true;
            }
        }
        return false;
    }

    private static Row row(RowDifference it, RowDifference.Line line, Names names) {
        String kind = line.kind().name().toLowerCase(Locale.ROOT);
        if (line.moved() && line.kind() == Kind.SAME) {
            kind = "moved";
        }
        String word = kind.equals("same") ? "" : names.say("desk.studio.diff." + kind);
        if (line.moved() && line.kind() == Kind.CHANGED) {
            word = word + names.say("desk.studio.diff.andMoved");
        }
        return new Row(
                kind, word, line.before(), line.after(), isStandard(it) ? inWords(it, line, names) : line.cells(), 0);
    }

    private static List<RowDifference.Cell> inWords(RowDifference it, RowDifference.Line line, Names names) {
        List<RowDifference.Cell> cells = new ArrayList<>();
        for (int x = 0; x < line.cells().size(); x++) {
            String column = it.columns().get(x);
            RowDifference.Cell cell = line.cells().get(x);
            cells.add(new RowDifference.Cell(
                    inWords(column, cell.before(), names), inWords(column, cell.after(), names)));
        }
        return cells;
    }

    /** As the spreadsheet says it in the reader's language. */
    private static String inWords(String column, String code, Names names) {
        return switch (code.isEmpty() ? "" : column) {
            case "SERVICE_CODE" -> code + " " + names.ofClass(code);
            case "LIMIT_KIND" -> names.say("catalogue.limitKind." + code);
            case "UNIT" -> names.say("catalogue.unitKind." + code);
            case "SAMPLE" -> names.say(code.equals("true") ? "catalogue.yes" : "catalogue.no");
            default -> code;
        };
    }

    /** As the page of tables names it; {@code expected.…} of an example as what it expects. */
    static String title(String column, Names names) {
        if (column.startsWith("expected.")) {
            return names.say("desk.studio.expected", title(column.substring("expected.".length()), names));
        }
        String key = "desk.studio.column." + column;
        String words = names.say(key);
        return words.equals(key) ? column : words;
    }
}
