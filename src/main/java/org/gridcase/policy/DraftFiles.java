package org.gridcase.policy;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of drafts for whoever edits a part of one: nobody overwrites what they have not seen. */
@Component
class DraftFiles {
    private final Drafts drafts;
    private final DraftRows rows;

    DraftFiles(Drafts drafts, DraftRows rows) {
        this.drafts = drafts;
        this.rows = rows;
    }

    /** @throws DraftRefused if there is no such draft or file */
    Artifact get(UUID draft, String path) {
        drafts.get(draft);
        return rows.file(draft, path).orElseThrow(DraftRefused::none);
    }

    /** @throws StudioRefused if another file stands there since {@code sha256} was read */
    @Transactional
    public void replace(UUID draft, String path, String sha256, byte[] content, String by) {
        if (rows.hold(draft).isEmpty()) {
            throw DraftRefused.none();
        }
        if (!get(draft, path).sha256().equals(sha256)) {
            throw StudioRefused.stale();
        }
        drafts.put(draft, path, content, by);
    }
}
