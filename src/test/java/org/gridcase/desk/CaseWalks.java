package org.gridcase.desk;

import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;

/** Cases of the first district, walked to where a test needs them. */
public final class CaseWalks {
    /** A class that is never minor. */
    public static final String COLLAPSE = "L01001";

    private CaseWalks() {}

    public static CaseId reported(Flow flow, String words) {
        CaseId id = flow.report(words, COLLAPSE).caseId();
        flow.run(id);
        return id;
    }

    public static CaseId filed(Flow flow, String words) {
        CaseId id = reported(flow, words);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        return id;
    }

    public static CaseId dispatched(Flow flow, String words) {
        CaseId id = filed(flow, words);
        flow.complete(
                "dispatch",
                id,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        return id;
    }

    /** With a photo of how it looks now. */
    public static CaseId handled(Flow flow, String words) {
        CaseId id = dispatched(flow, words);
        flow.complete(
                "handler",
                id,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
        return id;
    }
}
