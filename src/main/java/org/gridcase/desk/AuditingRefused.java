package org.gridcase.desk;

import org.gridcase.shared.Refusal;

/** The audit is not for this reader. */
public class AuditingRefused extends Refusal {
    private AuditingRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static AuditingRefused notOfTheCity() {
        return new AuditingRefused(Kind.FORBIDDEN, "desk.audit.notOfTheCity");
    }
}
