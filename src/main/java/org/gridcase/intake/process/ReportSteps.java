package org.gridcase.intake.process;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.gridcase.intake.PhotoIds;
import org.gridcase.intake.Places;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Uploader;
import org.gridcase.workflow.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one step of the fixed process {@code report}: a grid worker's report goes the way of all reports. */
@Configuration
class ReportSteps {
    /** As in {@code forms/report.form}; the key makes a retry count once. */
    private static final Set<String> FIELDS = Set.of("description", "place", "address", "serviceCode", "photos", "key");

    @Bean
    JavaDelegate takeReport(Reports reports) {
        return step -> {
            checkFields(step);
            reports.submit(report(step), text(step, "key"));
        };
    }

    private static void checkFields(DelegateExecution step) {
        step.getVariableNames().stream().filter(name -> !FIELDS.contains(name)).forEach(name -> {
            throw SubmissionRefused.unknownField(name);
        });
    }

    private static Report report(DelegateExecution step) {
        String worker = Context.getCommandContext().getAuthenticatedUserId();
        return new Report(
                "worker",
                worker,
                Uploader.account(worker),
                Optional.ofNullable(text(step, "description")).orElse(""),
                Places.parse(text(step, "place")),
                text(step, "address"),
                text(step, "serviceCode"),
                PhotoIds.parse(text(step, "photos")),
                Report.Contact.NONE);
    }

    private static @Nullable String text(DelegateExecution step, String name) {
        Object value = step.getVariable(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
