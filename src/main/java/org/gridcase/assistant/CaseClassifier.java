package org.gridcase.assistant;

import java.util.List;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.policy.ClassificationInput;
import org.gridcase.policy.Decisions;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a case's class and lets policy say whether the proposal stands or a person is asked. */
@Component
@Transactional
public class CaseClassifier {
    private final ClassProposals model;
    private final CaseProposals proposals;
    private final Cases cases;
    private final Decisions decisions;
    private final Releases releases;
    private final Catalogue catalogue;

    CaseClassifier(
            ClassProposals model,
            CaseProposals proposals,
            Cases cases,
            Decisions decisions,
            Releases releases,
            Catalogue catalogue) {
        this.releases = releases;
        this.model = model;
        this.proposals = proposals;
        this.cases = cases;
        this.decisions = decisions;
        this.catalogue = catalogue;
    }

    /** @return whether the case has a class now; otherwise a person gives it one */
    public boolean classify(CaseId id) {
        var facts = cases.facts(id);
        var decided = decisions.classify(id, facts.release(), input(facts));
        String code = decided.serviceCode();
        if (code == null || catalogue.byServiceCode(code).isEmpty()) {
            return false;
        }
        int version = releases.get(facts.release()).catalogueVersion();
        cases.classify(id, code, version, "assistant", decided.row());
        return true;
    }

    private ClassificationInput input(CaseFacts facts) {
        String channel = facts.channel();
        String district = facts.location().district();
        String given = facts.serviceCode();
        if (given != null) {
            return new ClassificationInput(given, 1, 1, channel, district, true);
        }
        var proposal = model.propose(facts.description());
        List<Candidate> top = proposal.top3();
        proposals.keep(facts.id(), inCatalogue(top), proposal.model());
        if (top.isEmpty()) {
            return new ClassificationInput("", 0, 0, channel, district, false);
        }
        // what is no case at all is proposed under a code that no catalogue has, and policy asks a person
        double first = top.get(0).confidence();
        double second = top.size() > 1 ? top.get(1).confidence() : 0;
        return new ClassificationInput(top.get(0).serviceCode(), first, first - second, channel, district, false);
    }

    private List<Candidate> inCatalogue(List<Candidate> top) {
        return top.stream()
                .filter(candidate ->
                        catalogue.byServiceCode(candidate.serviceCode()).isPresent())
                .toList();
    }
}
