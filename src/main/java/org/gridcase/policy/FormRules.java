package org.gridcase.policy;

import org.gridcase.workflow.Submission;
import org.gridcase.workflow.SubmissionRules;
import org.springframework.stereotype.Component;

/** Holds every submission, whichever door it came by, to the form of the release its case is pinned to. */
@Component
class FormRules implements SubmissionRules {
    private final PublishedForms forms;

    FormRules(PublishedForms forms) {
        this.forms = forms;
    }

    @Override
    public void check(Submission submission) {
        forms.schema(submission.release(), submission.task()).check(submission.values());
    }
}
