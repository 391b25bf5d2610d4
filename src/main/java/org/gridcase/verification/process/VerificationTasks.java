package org.gridcase.verification.process;

import java.util.Set;
import org.gridcase.casework.Cases;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Uploader;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.TaskCompletion;
import org.springframework.stereotype.Component;

/** Completes the tasks of those who look: confirm before filing, check after handling. */
@Component
class VerificationTasks implements TaskCompletion {
    private static final String CONFIRM = "confirmOnSite";
    private static final int REASON = 500;

    private final Cases cases;
    private final Photos photos;

    VerificationTasks(Cases cases, Photos photos) {
        this.cases = cases;
        this.photos = photos;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(CONFIRM, "checkOnSite", "checkMinor");
    }

    @Override
    public Outcome complete(Submission it) {
        return it.task().equals(CONFIRM) ? confirm(it) : check(it);
    }

    private Outcome confirm(Submission it) {
        String way = it.choice("outcome", Set.of("real", "notReal"));
        addPhotos(it);
        if (way.equals("real")) {
            cases.confirmedReal(it.caseId(), it.actor(), it.text("reason").orElse(null));
        } else {
            cases.annul(it.caseId(), it.actor(), it.requiredText("reason", REASON));
        }
        return Outcome.of(way);
    }

    private Outcome check(Submission it) {
        String way = it.choice("outcome", Set.of("passed", "failed"));
        addPhotos(it);
        if (way.equals("passed")) {
            cases.pass(it.caseId(), it.actor(), it.text("reason").orElse(null));
        } else {
            cases.fail(it.caseId(), it.actor(), it.requiredText("reason", REASON));
        }
        return Outcome.of(way);
    }

    private void addPhotos(Submission it) {
        var taken = it.list("photos").stream().map(PhotoId::of).toList();
        if (!taken.isEmpty()) {
            photos.attach(taken, Uploader.account(it.actor()));
            cases.add(it.caseId(), it.actor(), null, taken);
        }
    }
}
