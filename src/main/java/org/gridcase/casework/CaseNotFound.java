package org.gridcase.casework;

import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;

/** No such case, or none that this person may know of. */
public class CaseNotFound extends Refusal {

    private CaseNotFound(String asked) {
        super(Kind.NOT_FOUND, "casework.notFound", asked);
    }

    public static CaseNotFound of(CaseId id) {
        return new CaseNotFound(id.toString());
    }

    public static CaseNotFound numbered(String number) {
        return new CaseNotFound(number);
    }
}
