package org.gridcase.whatif;

import java.util.Map;
import java.util.Optional;

/** What the lines of a timeline tell of a step: which one it was, and how it came out. */
final class Outcomes {
    /** A line of the timeline that ends a stay: the stage that the case stood at, and what happened. */
    private record End(String stage, String move) {}

    /** A step's answer, as the flow's conditions ask for it. */
    record Answer(String step, String outcome) {}

    private static final String DONE = "done";

    private static final Map<End, Answer> ANSWERS = Map.ofEntries(
            answer("REPORTED", "CLASSIFY", "classifyCase", "classified"),
            answer("REPORTED", "JOIN", "classifyCase", "joined"),
            answer("REPORTED", "ANNUL", "classifyCase", "annulled"),
            // who checks afterwards is the rule's to say, not the grid worker's
            answer("ON_SPOT", "SETTLE", "handleOnSpot", DONE),
            answer("ON_SPOT", "ASK_MINOR_CHECK", "handleOnSpot", DONE),
            answer("ON_SPOT", "NOT_MINOR", "handleOnSpot", "notMinor"),
            answer("MINOR_CHECK", "PASS", "checkMinor", "passed"),
            answer("MINOR_CHECK", "FAIL", "checkMinor", "failed"),
            answer("FILING", "FILE", "fileCase", "filed"),
            answer("FILING", "CONFIRM", "fileCase", "confirm"),
            answer("FILING", "ANNUL", "fileCase", "annulled"),
            answer("FILING", "JOIN", "fileCase", "joined"),
            answer("CONFIRMING", "CONFIRMED_REAL", "confirmOnSite", "real"),
            answer("CONFIRMING", "ANNUL", "confirmOnSite", "notReal"),
            answer("DISPATCHING", "DISPATCH", "dispatchCase", "dispatched"),
            answer("DISPATCHING", "SEND_BACK", "dispatchCase", "sentBack"),
            answer("HANDLING", "HANDLE", "handleCase", "handled"),
            answer("HANDLING", "SEND_BACK", "handleCase", "sentBack"),
            answer("CHECKING", "PASS", "checkOnSite", "passed"),
            answer("CHECKING", "FAIL", "checkOnSite", "failed"));

    private Outcomes() {}

    private static Map.Entry<End, Answer> answer(String stage, String move, String step, String outcome) {
        return Map.entry(new End(stage, move), new Answer(step, outcome));
    }

    static Optional<Answer> of(String stage, String move) {
        return Optional.ofNullable(ANSWERS.get(new End(stage, move)));
    }

    /** The step at which a case stands at that stage; none where nobody has anything to do. */
    static Optional<String> step(String stage) {
        return switch (stage) {
            case "REPORTED" -> Optional.of("classifyCase");
            case "ON_SPOT" -> Optional.of("handleOnSpot");
            case "MINOR_CHECK" -> Optional.of("checkMinor");
            case "FILING" -> Optional.of("fileCase");
            case "CONFIRMING" -> Optional.of("confirmOnSite");
            case "DISPATCHING" -> Optional.of("dispatchCase");
            case "HANDLING" -> Optional.of("handleCase");
            case "CHECKING" -> Optional.of("checkOnSite");
            default -> Optional.empty();
        };
    }

    /** As the flow's conditions ask for it. */
    static String of(String step, String outcome, boolean check) {
        return step.equals(Simulation.ON_SPOT) && outcome.equals(DONE) ? check ? "check" : "settled" : outcome;
    }
}
