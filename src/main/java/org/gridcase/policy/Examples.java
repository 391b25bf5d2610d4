package org.gridcase.policy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.policy.table.TableRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the example cases beside the spreadsheets of a bundle: inputs, then {@code expected.…}, then a remark. */
@Component
class Examples {
    private static final String EXPECTED = "expected.";
    private static final int MOST = 5_000;

    private final RuleBases ruleBases;

    Examples(RuleBases ruleBases) {
        this.ruleBases = ruleBases;
    }

    /** Of each example that comes out otherwise, and each table that does not compile. */
    List<Finding> differences(Map<String, Artifact> files) {
        var found = new ArrayList<Finding>();
        files.values().stream()
                .filter(Artifact::isSpreadsheet)
                .forEach(table ->
                        differences(table, files.get(table.path().replaceFirst("[^/]+$", "cases.csv")), found));
        return found;
    }

    private void differences(Artifact table, @Nullable Artifact examples, List<Finding> found) {
        String name = table.path().split("/")[1];
        try {
            if (examples == null) {
                found.add(Finding.of(table.path(), "", "policy.example.none"));
                return;
            }
            List<String> lines = lines(examples.content());
            if (lines.size() < 2 || lines.size() > MOST) {
                found.add(Finding.of(examples.path(), "", "policy.example.number", MOST));
                return;
            }
            String[] titles = lines.get(0).replace("\uFEFF", "").split(",");
            for (int i = 1; i < lines.size(); i++) {
                String place = String.valueOf(i + 1);
                String[] cells = lines.get(i).split(",", titles.length);
                if (cells.length < titles.length) {
                    found.add(Finding.of(examples.path(), place, "policy.example.short"));
                    continue;
                }
                differences(Decision.named(name), table, titles, cells, found, examples.path(), place);
            }
        } catch (TableRefused refused) {
            refused.errors()
                    .forEach(error -> found.add(Finding.of(table.path(), error.cell(), error.key(), error.found())));
        }
    }

    private <I, O> void differences(
            Decision<I, O> decision,
            Artifact table,
            String[] titles,
            String[] cells,
            List<Finding> found,
            String path,
            String place) {
        Map<String, Object> inputs = new HashMap<>();
        Map<String, String> expected = new HashMap<>();
        for (int i = 0; i < titles.length; i++) {
            if (titles[i].startsWith(EXPECTED)) {
                expected.put(titles[i].substring(EXPECTED.length()), cells[i]);
            } else {
                inputs.put(titles[i], cells[i]);
            }
        }
        try {
            I input = Json.as(decision.input(), inputs);
            var answer = ruleBases.decide(Spreadsheets.at(decision.table()), table.sha256(), table.content(), input);
            Map<String, Object> told = Json.fields(decision.meaning().apply(input, answer));
            expected.forEach((column, value) -> {
                String comes = String.valueOf(told.getOrDefault(column, ""));
                if (!comes.equals(value)) {
                    found.add(Finding.of(path, place, "policy.example.differs", column, value, comes));
                }
            });
        } catch (IllegalArgumentException unreadable) {
            found.add(Finding.of(path, place, "policy.example.unreadable"));
        }
    }

    private static List<String> lines(byte[] content) {
        return new BufferedReader(new StringReader(new String(content, StandardCharsets.UTF_8)))
                .lines()
                .toList();
    }
}
