package org.gridcase.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.workflow.LooseTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts that are tried before anybody goes by them. */
@Component
public class Rehearsals {
    /** What nobody has looked at is not even tried. */
    private static final Set<Draft.State> CHECKED =
            EnumSet.of(Draft.State.CHECKED, Draft.State.BACKTESTED, Draft.State.APPROVED);

    private final DraftRows rows;
    private final Releases releases;
    private final Standards standards;
    private final RuleBases ruleBases;
    private final LooseTables looseTables;

    Rehearsals(DraftRows rows, Releases releases, Standards standards, RuleBases ruleBases, LooseTables looseTables) {
        this.rows = rows;
        this.releases = releases;
        this.standards = standards;
        this.ruleBases = ruleBases;
        this.looseTables = looseTables;
    }

    /** Of a draft's files together; another after each change. */
    @Transactional(readOnly = true)
    public String filesSha256(UUID draft) {
        return Hash.of(rows.files(draft));
    }

    /**
     * As the draft is now, whatever becomes of it meanwhile. Begins to compile its spreadsheets.
     *
     * @throws DraftRefused if there is no such draft, or it has not been checked as it is, or it has no table for one of
     *     the decisions
     */
    @Transactional
    public Rehearsal of(UUID draft) {
        Draft it = rows.hold(draft).orElseThrow(DraftRefused::none);
        if (!CHECKED.contains(it.state())) {
            throw DraftRefused.notNow();
        }
        List<Artifact> files = rows.files(draft);
        Map<String, Artifact> byPath = files.stream().collect(Collectors.toMap(Artifact::path, Function.identity()));
        FilingRows standard = standards.rows(files, releases.get(it.base()).catalogueVersion());
        return new Rehearsal(Hash.of(files), byPath, standard, ruleBases, looseTables);
    }
}
