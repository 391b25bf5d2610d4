package org.gridcase.policy.guard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridcase.policy.ClassificationInput;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.Known;
import org.gridcase.policy.RoutingInput;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.policy.table.RuleBasesForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What another program saved decides as it did before, not only passes the guard. */
class SavedTablesTests {
    private static final Set<String> TOLD_APART = Set.of(
            "words in the cells themselves",
            "a word with one half of it bold",
            "a number kept as text",
            "empty cells beside and below that were coloured once");
    private static final RuleBases BASES = RuleBasesForTests.keeping(2);

    static Stream<Bundle> saved() {
        return Stream.concat(
                Saved.byLibreOffice(), Saved.asExcelWrites().filter(bundle -> TOLD_APART.contains(bundle.name())));
    }

    @AfterAll
    static void close() {
        BASES.destroy();
    }

    @ParameterizedTest
    @MethodSource("saved")
    void decidesAsItDidBeforeItWasSaved(Bundle bundle) {
        String name = bundle.name().contains("LibreOffice") ? bundle.name().split("[ -]")[0] : "filing";
        String path = "rules/" + name + "/" + name + ".drl.xlsx";
        var contract = requireNonNull(Known.CONTRACTS.get(name));
        byte[] saved = requireNonNull(bundle.files().get(path));
        for (Object input : inputs(name)) {
            var before = BASES.decide(contract, "shipped " + name, Bundle.content(path), input);
            var after = BASES.decide(contract, bundle.name(), saved, input);

            assertThat(after.row()).isNotEmpty().isEqualTo(before.row());
            if (name.equals("filing")) {
                assertThat(after.number("limitFactor")).isEqualTo(before.number("limitFactor"));
            }
        }
    }

    private static List<Object> inputs(String name) {
        return switch (name) {
            case "filing" ->
                List.of(
                        new FilingInput("M01001", "410102", "campus", false),
                        new FilingInput("L01001", "410102", "", true),
                        new FilingInput("M06010", "410102", "", false));
            case "routing" ->
                List.of(
                        new RoutingInput("L01001", "L01", "", "410102001", "410102", 0),
                        new RoutingInput("M06010", "M06", "sanitation", "410102001", "410102", 3));
            default ->
                List.of(
                        new ClassificationInput("M06010", 0.9, 0.5, "resident", "410102", false),
                        new ClassificationInput("M06010", 0.7, 0.09, "worker", "410102", false));
        };
    }
}
