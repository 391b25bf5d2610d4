package org.gridcase.casework.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.casework.CaseConflict;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Uploader;
import org.gridcase.policy.Decisions;
import org.gridcase.policy.Releases;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskCompletion;
import org.springframework.stereotype.Component;

/** Completes the tasks of the core: classify by hand, file, handle, handle on the spot. */
@Component
class CaseTasks implements TaskCompletion {
    private static final String CLASSIFY = "classifyCase";
    private static final String FILE = "fileCase";
    private static final String HANDLE = "handleCase";
    private static final String HANDLE_ON_SPOT = "handleOnSpot";
    private static final int REASON = 500;
    private static final String BY_HAND = "人工判定";

    private final Cases cases;
    private final Catalogue catalogue;
    private final Releases releases;
    private final Decisions decisions;
    private final Photos photos;

    CaseTasks(Cases cases, Catalogue catalogue, Releases releases, Decisions decisions, Photos photos) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.releases = releases;
        this.decisions = decisions;
        this.photos = photos;
    }

    @Override
    public Set<String> tasks() {
        return Set.of(CLASSIFY, FILE, HANDLE, HANDLE_ON_SPOT);
    }

    @Override
    public Outcome complete(Submission submission) {
        return switch (submission.task()) {
            case CLASSIFY -> classify(submission);
            case FILE -> file(submission);
            case HANDLE -> handle(submission);
            case HANDLE_ON_SPOT -> handleOnSpot(submission);
            default -> throw SubmissionRefused.unknownTask(submission.task());
        };
    }

    private Outcome classify(Submission it) {
        String way = it.choice("outcome", Set.of("classified", "joined", "annulled"));
        if (way.equals("classified")) {
            reclassify(it, it.requiredText("serviceCode", 20));
            return Outcome.of(way);
        }
        return endEarly(it, way);
    }

    private void reclassify(Submission it, String serviceCode) {
        if (catalogue.byServiceCode(serviceCode).isEmpty()) {
            throw UnknownClass.of(serviceCode);
        }
        String reason = it.text("reason").orElse(BY_HAND);
        decisions.override(it.caseId(), "classification", it.actor(), Map.of("serviceCode", serviceCode), reason);
        cases.classify(it.caseId(), serviceCode, catalogueVersion(cases.facts(it.caseId())), it.actor(), reason);
    }

    private Outcome file(Submission it) {
        String way = it.choice("outcome", Set.of("filed", "confirm", "annulled", "joined"));
        switch (way) {
            case "filed" -> fileUnder(it, it.requiredText("row", 40));
            case "confirm" ->
                cases.confirm(it.caseId(), it.actor(), it.text("reason").orElse(null));
            default -> {
                return endEarly(it, way);
            }
        }
        return Outcome.of(way);
    }

    /** What the case's release has, whatever came into force since. */
    private int catalogueVersion(CaseFacts facts) {
        return releases.get(facts.release()).catalogueVersion();
    }

    private void fileUnder(Submission it, String code) {
        var facts = cases.facts(it.caseId());
        var row = releases.standard(facts.release()).row(code).orElseThrow(() -> UnknownRow.of(code));
        boolean asProposed = code.equals(facts.proposedRow());
        String reason = asProposed ? it.text("reason").orElse(null) : it.requiredText("reason", REASON);
        if (!asProposed && reason != null) {
            decisions.override(it.caseId(), "filing", it.actor(), Map.of("filingRow", code), reason);
        }
        if (!row.serviceCode().equals(facts.serviceCode())) {
            reclassify(it, row.serviceCode());
        }
        cases.file(it.caseId(), row, catalogueVersion(facts), it.actor(), reason);
    }

    private Outcome endEarly(Submission it, String way) {
        if (way.equals("joined")) {
            cases.join(
                    it.caseId(),
                    it.requiredText("otherCase", 40),
                    it.actor(),
                    it.text("reason").orElse(null));
        } else {
            cases.annul(it.caseId(), it.actor(), it.requiredText("reason", REASON));
        }
        return Outcome.of(way);
    }

    private Outcome handle(Submission it) {
        String way = it.choice("outcome", Set.of("handled", "sentBack"));
        if (way.equals("sentBack")) {
            cases.sendBack(it.caseId(), it.actor(), it.requiredText("reason", REASON));
        } else {
            cases.handle(it.caseId(), it.actor(), it.text("remark").orElse(null), after(it));
        }
        return Outcome.of(way);
    }

    private Outcome handleOnSpot(Submission it) {
        String way = it.choice("outcome", Set.of("done", "notMinor"));
        if (way.equals("notMinor")) {
            cases.notMinor(it.caseId(), it.actor(), it.requiredText("reason", REASON));
            return Outcome.of(way);
        }
        boolean check = cases.facts(it.caseId()).checkMinor();
        cases.settle(it.caseId(), check, it.actor(), it.text("remark").orElse(null), after(it));
        return Outcome.of(check ? "check" : "settled");
    }

    /** Nothing is put right without a photo of how it looks now. */
    private List<PhotoId> after(Submission it) {
        var taken = it.list("after").stream().map(PhotoId::of).toList();
        if (taken.isEmpty()) {
            throw CaseConflict.photoNeeded();
        }
        photos.attach(taken, Uploader.account(it.actor()));
        return taken;
    }
}
