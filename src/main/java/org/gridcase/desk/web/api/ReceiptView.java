package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.gridcase.intake.Receipt;

/** What whoever reported gets. */
@Schema(name = "Receipt")
record ReceiptView(
        String caseId,
        String number,

        @Schema(description = "Whoever has it may follow the case without an account")
        String secret) {

    static ReceiptView of(Receipt it) {
        return new ReceiptView(it.caseId().toString(), it.number(), it.secret());
    }
}
