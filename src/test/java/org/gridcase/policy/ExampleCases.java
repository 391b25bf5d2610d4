package org.gridcase.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridcase.policy.table.RuleBases;

/** The example cases beside a spreadsheet: inputs, then {@code expected.…}, then a remark. */
record ExampleCases(String decision, byte[] spreadsheet, List<Map<String, String>> cases) {
    private static final String EXPECTED = "expected.";

    static Stream<ExampleCases> all() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("rules"))) {
            return folders.filter(folder -> Files.exists(table(folder))).map(ExampleCases::in).toList().stream();
        }
    }

    /** What the table answers to a case, by the names of its expectations. */
    Map<String, String> answer(RuleBases ruleBases, Map<String, String> example) {
        return answer(Decision.named(decision), ruleBases, example);
    }

    static Map<String, String> expected(Map<String, String> example) {
        Map<String, String> expected = new HashMap<>();
        example.forEach((name, value) -> {
            if (name.startsWith(EXPECTED)) {
                expected.put(name.substring(EXPECTED.length()), value);
            }
        });
        return expected;
    }

    private <I, O> Map<String, String> answer(
            Decision<I, O> decision, RuleBases ruleBases, Map<String, String> example) {
        I input = Json.as(decision.input(), new HashMap<>(example));
        var answer = ruleBases.decide(Spreadsheets.at(decision.table()), Hash.of(spreadsheet), spreadsheet, input);
        Map<String, String> told = new HashMap<>();
        expected(example).keySet().forEach(name -> told.put(name, ""));
        Json.fields(decision.meaning().apply(input, answer)).forEach((name, value) -> told.put(name, value.toString()));
        return told;
    }

    /** What else lies there decides nothing by itself. */
    private static Path table(Path folder) {
        return folder.resolve(folder.getFileName() + ".drl.xlsx");
    }

    private static ExampleCases in(Path folder) {
        String name = folder.getFileName().toString();
        try {
            List<String> lines = Files.readAllLines(folder.resolve("cases.csv"));
            String[] titles = lines.get(0).replace("\uFEFF", "").split(",");
            byte[] table = Files.readAllBytes(table(folder));
            return new ExampleCases(
                    name,
                    table,
                    lines.stream().skip(1).map(line -> row(titles, line)).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> row(String[] titles, String line) {
        String[] cells = line.split(",", titles.length);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < titles.length; i++) {
            row.put(titles[i], cells[i]);
        }
        return row;
    }

    @Override
    public String toString() {
        return decision;
    }
}
