package org.gridcase.grid.web;

import java.util.Locale;
import org.gridcase.grid.exchange.ImportReport;
import org.gridcase.grid.exchange.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an import's report into words. */
@Component
class ReportTexts {
    private final MessageSource messages;

    ReportTexts(MessageSource messages) {
        this.messages = messages;
    }

    ReportView view(ImportReport report) {
        return new ReportView(
                report.imported(), report.refused().stream().map(this::row).toList());
    }

    private ReportView.Row row(Refused refused) {
        return new ReportView.Row(
                refused.row(),
                refused.field(),
                refused.reason(),
                text(refused, Locale.SIMPLIFIED_CHINESE),
                text(refused, Locale.ENGLISH));
    }

    private String text(Refused refused, Locale language) {
        return messages.getMessage(refused.reason(), refused.arguments().toArray(), language);
    }
}
