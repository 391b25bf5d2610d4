package org.gridcase.policy;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.policy.RoutingDecided.Level;
import org.gridcase.policy.table.Answer;

/**
 * A decision that policy makes.
 *
 * @param table the file of a release that makes it
 * @param input what the table reads
 * @param meaning how its answer to an input is understood
 */
record Decision<I, O>(String name, String table, Class<I> input, BiFunction<I, Answer, O> meaning) {

    static final Decision<ClassificationInput, ClassificationDecided> CLASSIFICATION =
            spreadsheet("classification", ClassificationInput.class, Decision::classified);

    static final Decision<MinorInput, MinorDecided> MINOR =
            new Decision<>("minor-event", "processes/case-handling/minor-event.dmn", MinorInput.class, Decision::minor);

    static final Decision<FilingInput, FilingDecided> FILING =
            spreadsheet("filing", FilingInput.class, Decision::filed);

    static final Decision<RoutingInput, RoutingDecided> ROUTING =
            spreadsheet("routing", RoutingInput.class, Decision::routed);

    private static final Map<String, Decision<?, ?>> BY_NAME = Stream.of(CLASSIFICATION, MINOR, FILING, ROUTING)
            .collect(Collectors.toUnmodifiableMap(Decision::name, Function.identity()));

    /** @throws IllegalArgumentException if policy makes no such decision */
    static Decision<?, ?> named(String name) {
        Decision<?, ?> decision = BY_NAME.get(name);
        if (decision == null) {
            throw new IllegalArgumentException("no such decision: " + name);
        }
        return decision;
    }

    static Collection<Decision<?, ?>> all() {
        return BY_NAME.values();
    }

    /** Whether cases may come out otherwise by another such file: a table that decides, or the rows one chooses from. */
    static boolean isSwayedBy(String path) {
        return path.equals(Standards.PATH)
                || BY_NAME.values().stream()
                        .anyMatch(decision -> decision.table().equals(path));
    }

    boolean isSpreadsheet() {
        return table.endsWith(".drl.xlsx");
    }

    private static <I, O> Decision<I, O> spreadsheet(String name, Class<I> input, BiFunction<I, Answer, O> meaning) {
        return new Decision<>(name, "rules/" + name + "/" + name + ".drl.xlsx", input, meaning);
    }

    private static ClassificationDecided classified(ClassificationInput in, Answer answer) {
        boolean accepted = in.isProposal() && answer.text("outcome").equals(Spreadsheets.ACCEPT);
        return new ClassificationDecided(answer.row(), accepted ? in.proposed() : null);
    }

    private static MinorDecided minor(MinorInput in, Answer answer) {
        return new MinorDecided(answer.row(), answer.isTrue("minor"), answer.text("check"));
    }

    private static FilingDecided filed(FilingInput in, Answer answer) {
        String row = in.serviceCode() + "-" + (int) answer.number("standardRow");
        return new FilingDecided(answer.row(), row, answer.number("limitFactor"));
    }

    private static RoutingDecided routed(RoutingInput in, Answer answer) {
        boolean street = answer.text("level").equals(Spreadsheets.STREET);
        return new RoutingDecided(answer.row(), answer.text("unitKind"), street ? Level.STREET : Level.DISTRICT);
    }
}
