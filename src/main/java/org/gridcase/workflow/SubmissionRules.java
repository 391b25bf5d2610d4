package org.gridcase.workflow;

/** What a form, as published, demands of what is submitted through it; checked at every door. */
public interface SubmissionRules {

    /** @throws org.gridcase.shared.Refusal naming the first field that is missing, unknown or wrong */
    void check(Submission submission);
}
