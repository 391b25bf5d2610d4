package org.gridcase.intake.web;

import org.gridcase.intake.Places;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what the page sends into a report. */
@Component
class FormReports {
    private final Reports reports;

    FormReports(Reports reports) {
        this.reports = reports;
    }

    Receipt submit(ReportForm form, Sender sender, @Nullable String key) {
        var report = new Report(
                sender.channel(),
                sender.name(),
                sender.uploader(),
                form.text() == null ? "" : form.text(),
                Places.parse(form.where()),
                ReportForm.given(form.address()),
                null,
                form.uploaded(),
                new Report.Contact(null, ReportForm.given(form.phone()), null));
        return reports.submit(report, key);
    }
}
