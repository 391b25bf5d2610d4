package org.gridcase.policy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridcase.calendar.Calendars;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.privacy.Masking;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What policy decides about cases; every decision leaves its record in the caller's transaction. */
@Component
public class Decisions {
    private final Tables tables;
    private final Releases releases;
    private final DecisionRecords records;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Masking masking;
    private final Clock clock = Clock.systemUTC();

    Decisions(
            Tables tables,
            Releases releases,
            DecisionRecords records,
            Catalogue catalogue,
            Calendars calendars,
            Masking masking) {
        this.calendars = calendars;
        this.masking = masking;
        this.tables = tables;
        this.releases = releases;
        this.records = records;
        this.catalogue = catalogue;
    }

    /** A proposal that is no active class of the catalogue counts, and is recorded, as none. */
    @Transactional
    public ClassificationDecided classify(CaseId caseId, int release, ClassificationInput proposal) {
        ClassificationInput input = isActive(proposal.proposed()) ? proposal : proposal.withoutProposal();
        ClassificationDecided decided = tables.decide(Decision.CLASSIFICATION, release, input);
        record(caseId, release, Decision.CLASSIFICATION, input, decided.row(), decided);
        return decided;
    }

    @Transactional
    public MinorDecided assessMinor(CaseId caseId, int release, MinorInput input) {
        MinorDecided decided = tables.decide(Decision.MINOR, release, input);
        record(caseId, release, Decision.MINOR, input, decided.row(), decided);
        return decided;
    }

    @Transactional
    public FilingDecided file(CaseId caseId, int release, FilingInput input) {
        FilingDecided decided = tables.decide(Decision.FILING, release, input);
        record(caseId, release, Decision.FILING, input, decided.row(), decided);
        return decided;
    }

    @Transactional
    public RoutingDecided route(CaseId caseId, int release, RoutingInput input) {
        RoutingDecided decided = tables.decide(Decision.ROUTING, release, input);
        record(caseId, release, Decision.ROUTING, input, decided.row(), decided);
        return decided;
    }

    /** What a release decides, without a record: whoever asks keeps it. */
    public Precedents precedents(int release) {
        return new Precedents(tables, releases, release, calendars.version());
    }

    /** All decisions about a case, oldest first. */
    public List<DecisionRecord> of(CaseId caseId) {
        return records.of(caseId);
    }

    /**
     * Notes that a person decides otherwise than the latest such decision did.
     *
     * @throws OverrideRefused without a reason
     * @throws DecisionNotFound if no such decision was made
     */
    @Transactional
    public void override(CaseId caseId, String decision, String who, Map<String, Object> output, String reason) {
        if (reason.isBlank()) {
            throw OverrideRefused.withoutReason();
        }
        if (reason.length() > OverrideRefused.LONGEST_REASON) {
            throw OverrideRefused.reasonTooLong();
        }
        if (Json.write(output).length() > OverrideRefused.LARGEST_OUTPUT) {
            throw OverrideRefused.outputTooLarge();
        }
        if (!records.override(caseId, decision, who, output, masking.held(reason.strip()))) {
            throw DecisionNotFound.of(caseId, decision);
        }
    }

    /** What the table of that release makes of the recorded inputs today; nothing is written. */
    public Map<String, Object> recompute(UUID record) {
        DecisionRecord made = records.find(record).orElseThrow(() -> DecisionNotFound.of(record));
        return recompute(Decision.named(made.decision()), made);
    }

    private boolean isActive(String serviceCode) {
        return catalogue.byServiceCode(serviceCode).filter(CaseClass::active).isPresent();
    }

    private <I, O> Map<String, Object> recompute(Decision<I, O> decision, DecisionRecord made) {
        return Json.output(tables.decide(decision, made.release(), Json.as(decision.input(), made.inputs())));
    }

    private void record(CaseId caseId, int release, Decision<?, ?> decision, Object input, String row, Object decided) {
        records.add(new DecisionRecord(
                Ids.timeOrdered(),
                caseId,
                decision.name(),
                release,
                decision.table(),
                releases.file(release, decision.table()).sha256(),
                row,
                Json.fields(input),
                Json.output(decided),
                releases.get(release).catalogueVersion(),
                calendars.version(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null));
    }
}
