package org.gridcase.desk.person;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.AuditTrail;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Move;
import org.gridcase.casework.Sights;
import org.gridcase.intake.Contacts;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what is personal in a case to those who have a right and a reason; on record both ways, shown or refused. */
@Component
public class Reveals {
    private static final String SHOWN = "person.reveal";
    private static final String REFUSED = "person.reveal.refused";
    private static final Duration HOUR = Duration.ofHours(1);

    private final CaseSearch search;
    private final Sights sights;
    private final RevealRights rights;
    private final RevealSettings settings;
    private final Contacts contacts;
    private final PersonalTexts texts;
    private final Cases cases;
    private final Audit audit;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reveals(
            CaseSearch search,
            Sights sights,
            RevealRights rights,
            RevealSettings settings,
            Contacts contacts,
            PersonalTexts texts,
            Cases cases,
            Audit audit,
            AuditTrail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.search = search;
        this.sights = sights;
        this.rights = rights;
        this.settings = settings;
        this.contacts = contacts;
        this.texts = texts;
        this.cases = cases;
        this.audit = audit;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @throws RevealRefused without a right or a reason, or too often
     * @throws org.gridcase.casework.CaseNotFound if there is no such case, or none they may know of
     */
    public Revealed show(CaseId id, String account, Asked asked) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> shown(id, account, asked)));
        } catch (Refusal refused) {
            // after what was tried is rolled back
            audit.note(new AuditEntry(account, REFUSED, Subject.of(id), null, Map.of("cause", refused.key())));
            throw refused;
        }
    }

    private Revealed shown(CaseId id, String account, Asked wish) {
        CaseFacts facts = search.facts(id, sights.of(account));
        if (!rights.has(account, facts)) {
            throw RevealRefused.noBusiness();
        }
        Asked asked = wish.checked();
        if (trail.countOf(account, SHOWN, clock.instant().minus(HOUR)) >= settings.anHour()) {
            throw RevealRefused.tooOften(settings.anHour());
        }
        var fields = List.copyOf(Objects.requireNonNull(asked.fields()));
        var why = Objects.requireNonNull(asked.why());
        audit.record(
                new AuditEntry(account, SHOWN, Subject.of(id), asked.words(), Map.of("why", why, "fields", fields)));
        cases.note(id, Move.REVEAL, account, Map.of("why", why, "fields", String.join(", ", fields)));
        return new Revealed(
                asked.asks(Asked.CONTACT) ? contacts.of(id) : List.of(),
                asked.asks(Asked.WORDS) ? texts.of(id) : List.of());
    }
}
