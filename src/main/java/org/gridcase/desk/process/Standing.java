package org.gridcase.desk.process;

import java.util.Arrays;
import java.util.Optional;
import org.gridcase.casework.Stage;

/** Where a token of {@code case-handling} may stand while its case is at a stage. */
enum Standing {
    CLASSIFY("classify", Stage.REPORTED),
    CLASSIFY_CASE("classifyCase", Stage.REPORTED),
    ASSESS_MINOR("assessMinor", Stage.REPORTED),
    HANDLE_ON_SPOT("handleOnSpot", Stage.ON_SPOT),
    CHECK_MINOR("checkMinor", Stage.MINOR_CHECK),
    PROPOSE_FILING("proposeFiling", Stage.FILING),
    FILE_CASE("fileCase", Stage.FILING),
    CONFIRM_ON_SITE("confirmOnSite", Stage.CONFIRMING),
    ROUTE("route", Stage.DISPATCHING),
    DISPATCH_CASE("dispatchCase", Stage.DISPATCHING),
    HANDLE_CASE("handleCase", Stage.HANDLING),
    CHECK_ON_SITE("checkOnSite", Stage.CHECKING),
    CLOSE_CASE("closeCase", Stage.CLOSING),
    ASK_FEEDBACK("askFeedback", Stage.CLOSED);

    private final String activity;
    private final Stage stage;

    Standing(String activity, Stage stage) {
        this.activity = activity;
        this.stage = stage;
    }

    String activity() {
        return activity;
    }

    Stage stage() {
        return stage;
    }

    static Optional<Standing> at(String activity) {
        return Arrays.stream(values())
                .filter(one -> one.activity.equals(activity))
                .findFirst();
    }
}
