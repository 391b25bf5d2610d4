package org.gridcase.policy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.catalogue.FilingSheet;
import org.gridcase.catalogue.FilingSheets;
import org.gridcase.identity.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door by which a whole filing standard comes: as a draft, checked at once, while what is in force stays. */
@Component
public class FilingDrafts {
    private final Drafts drafts;
    private final Releases releases;
    private final FilingSheets sheets;
    private final TransactionTemplate transaction;

    FilingDrafts(Drafts drafts, Releases releases, FilingSheets sheets, PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.releases = releases;
        this.sheets = sheets;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins a draft of the release in force with this standard in place of its own; no draft if a cell is refused.
     *
     * @throws DraftRefused if they draw up no policy, have begun too many drafts, or these are the rows in force
     * @throws org.gridcase.catalogue.SpreadsheetRefused if it is no plain workbook
     */
    public FilingDraft begin(String title, byte[] file, String by) {
        if (!drafts.may(by, Role.ANALYST)) {
            throw DraftRefused.notYours();
        }
        FilingSheet sheet = sheets.read(file);
        if (!sheet.isRight()) {
            return new FilingDraft(null, 0, sheet.refused());
        }
        if (sheet.rows().equals(releases.standard(releases.inForce().number()))) {
            throw DraftRefused.nothingChanged();
        }
        UUID draft = Objects.requireNonNull(transaction.execute(status -> {
            UUID id = drafts.open(title, by);
            drafts.put(id, Standards.PATH, file, by);
            return id;
        }));
        drafts.check(draft, by);
        return new FilingDraft(draft, sheet.rows().all().size(), List.of());
    }
}
