package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.policy.guard.BundleRefused;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.guard.Guard;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.workflow.DecisionResult;
import org.gridcase.workflow.LooseTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What may be asked "what would you decide": the tables of a release, or of a draft as it stands. */
@Component
public class Rulebooks {
    /** A step that the program has no form for yet may be thought through before anybody writes it. */
    private static final Set<String> THINKABLE =
            Set.of("policy.guard.unknownTask", "policy.guard.formKey", "policy.guard.noForm");

    private final Tables tables;
    private final Releases releases;
    private final DraftRows drafts;
    private final RuleBases ruleBases;
    private final Guard guard;
    private final LooseTables looseTables;
    private final Standards standards;

    Rulebooks(
            Tables tables,
            Releases releases,
            DraftRows drafts,
            RuleBases ruleBases,
            Guard guard,
            LooseTables looseTables,
            Standards standards) {
        this.standards = standards;
        this.tables = tables;
        this.releases = releases;
        this.drafts = drafts;
        this.ruleBases = ruleBases;
        this.guard = guard;
        this.looseTables = looseTables;
    }

    /**
     * A whole policy: its tables, the rows they choose from, and the flow they are asked in.
     *
     * @param standard rows of the filing standard
     * @param flow the model of {@code case-handling}
     * @param hash of all its files
     */
    public record Book(Rulebook tables, FilingRows standard, byte[] flow, String hash) {}

    /** Changes whenever any file of the draft does. */
    @Transactional(readOnly = true)
    public String hash(UUID draft) {
        return Hash.of(drafts.files(draft));
    }

    public Rulebook of(int release) {
        return new Rulebook(new Rulebook.Ruling() {
            @Override
            public <I, O> O decide(Decision<I, O> decision, I input) {
                return tables.decide(decision, release, input);
            }
        });
    }

    /** The release in force, whole. */
    @Transactional(readOnly = true)
    public Book inForce() {
        Release it = releases.inForce();
        return new Book(
                of(it.number()),
                releases.standard(it.number()),
                releases.artifact(it.number(), FlowTrial.PATH),
                it.sha256());
    }

    /**
     * A draft as it stands, checked or not.
     *
     * @throws DraftRefused if there is none, or it has no such flow
     * @throws BundleRefused if it holds what may not be run; a step without a form is no matter here
     */
    @Transactional(readOnly = true)
    public Book ofDraft(UUID draft) {
        Map<String, Artifact> files =
                drafts.files(draft).stream().collect(Collectors.toMap(Artifact::path, Function.identity()));
        List<Finding> found = guard
                .findings(
                        files.values().stream().collect(Collectors.toMap(Artifact::path, Artifact::content)),
                        Spreadsheets.all())
                .stream()
                .filter(finding -> !THINKABLE.contains(finding.key()))
                .toList();
        if (!found.isEmpty()) {
            throw BundleRefused.of(found);
        }
        Artifact flow = files.get(FlowTrial.PATH);
        if (flow == null) {
            throw DraftRefused.none();
        }
        Map<String, Function<Map<String, Object>, DecisionResult>> loose = new ConcurrentHashMap<>();
        return new Book(
                new Rulebook(new Rulebook.Ruling() {
                    @Override
                    public <I, O> O decide(Decision<I, O> decision, I input) {
                        Artifact table = files.get(decision.table());
                        if (table == null) {
                            throw DraftRefused.none();
                        }
                        var answer = decision.isSpreadsheet()
                                ? ruleBases.decide(
                                        Spreadsheets.at(table.path()), table.sha256(), table.content(), input)
                                : Tables.answer(loose.computeIfAbsent(
                                                table.path(), any -> looseTables.read(table.content(), decision.name()))
                                        .apply(Tables.variables((MinorInput) input)));
                        return decision.meaning().apply(input, answer);
                    }
                }),
                standards.rows(files.values(), base(draft)),
                flow.content(),
                Hash.of(files.values()));
    }

    /** The version that a draft keeps to unless it brings rows of its own. */
    private int base(UUID draft) {
        int base = drafts.find(draft).orElseThrow(DraftRefused::none).base();
        return releases.get(base).catalogueVersion();
    }
}
