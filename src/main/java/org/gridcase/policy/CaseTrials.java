package org.gridcase.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.guard.Guard;
import org.gridcase.policy.table.Answer;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.policy.table.TableRefused;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.LooseTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One case by hand, through all decisions of a draft and of the release in force; nothing is recorded. */
@Component
public class CaseTrials {
    private static final int AROUND = 3;

    private final Drafts drafts;
    private final DraftRows rows;
    private final Releases releases;
    private final RuleBases ruleBases;
    private final LooseTables models;
    private final Guard guard;
    private final Catalogue catalogue;
    private final Standards standards;

    CaseTrials(
            Drafts drafts,
            DraftRows rows,
            Releases releases,
            RuleBases ruleBases,
            LooseTables models,
            Guard guard,
            Catalogue catalogue,
            Standards standards) {
        this.drafts = drafts;
        this.rows = rows;
        this.releases = releases;
        this.ruleBases = ruleBases;
        this.models = models;
        this.guard = guard;
        this.catalogue = catalogue;
        this.standards = standards;
    }

    /** As the draft would decide; waits while tables that were changed are compiled. */
    public List<TrialStep> ofDraft(UUID draft, TrialFacts facts) {
        int base = drafts.get(draft).base();
        Optional<Artifact> sheet = rows.file(draft, Standards.PATH);
        List<Finding> wrong = sheet.map(this::wrong).orElse(List.of());
        FilingRows standard = wrong.isEmpty()
                ? standards.rows(
                        sheet.map(List::of).orElse(List.of()),
                        releases.get(base).catalogueVersion())
                : null;
        return new Chain(path -> rows.file(draft, path), standard, wrong).of(facts);
    }

    /** As the release in force decides. */
    public List<TrialStep> inForce(TrialFacts facts) {
        int release = releases.inForce().number();
        return new Chain(
                        path -> releases.has(release, path)
                                ? Optional.of(releases.file(release, path))
                                : Optional.empty(),
                        releases.standard(release),
                        List.of())
                .of(facts);
    }

    private List<Finding> wrong(Artifact file) {
        return guard.findings(Map.of(file.path(), file.content()), Spreadsheets.all());
    }

    /** The decisions in the order in which a case meets them, each with what those before it gave. */
    private final class Chain {
        private final Function<String, Optional<Artifact>> files;
        private final @Nullable FilingRows standard;
        private final List<Finding> wrongStandard;
        private final List<TrialStep> steps = new ArrayList<>();

        /** @param standard none if something is wrong with it */
        Chain(Function<String, Optional<Artifact>> files, @Nullable FilingRows standard, List<Finding> wrongStandard) {
            this.files = files;
            this.standard = standard;
            this.wrongStandard = wrongStandard;
        }

        List<TrialStep> of(TrialFacts facts) {
            var proposal = new ClassificationInput(
                    facts.proposed(),
                    facts.confidence(),
                    facts.margin(),
                    facts.channel(),
                    facts.district(),
                    facts.given());
            boolean known = catalogue
                    .byServiceCode(proposal.proposed())
                    .filter(CaseClass::active)
                    .isPresent();
            ask(Decision.CLASSIFICATION, known ? proposal : proposal.withoutProposal());
            if (!known) {
                return List.copyOf(steps);
            }
            // where a person is asked, they are taken to choose what was proposed
            String code = proposal.proposed();
            ask(Decision.MINOR, new MinorInput(code, facts.channel(), facts.photos()));
            FilingDecided filed = ask(
                    Decision.FILING,
                    new FilingInput(code, facts.district(), facts.placeKind(), code.startsWith("L01")));
            String unitKind = filed == null ? "" : unitKind(filed);
            ask(
                    Decision.ROUTING,
                    new RoutingInput(
                            code, code.substring(0, 3), unitKind, facts.street(), facts.district(), facts.returns()));
            return List.copyOf(steps);
        }

        /** Says beside the filing what limit it comes to. */
        private String unitKind(FilingDecided filed) {
            FilingRow row =
                    standard == null ? null : standard.row(filed.filingRow()).orElse(null);
            TrialStep step = steps.remove(steps.size() - 1);
            Map<String, Object> output = new HashMap<>(step.output());
            if (row != null) {
                output.put(TrialStep.LIMIT, row.limit().times(filed.limitFactor()));
            }
            List<Finding> wrong = row != null || !wrongStandard.isEmpty()
                    ? wrongStandard
                    : List.of(Finding.of(Standards.PATH, "", "policy.studio.noFilingRow", filed.filingRow()));
            steps.add(new TrialStep(
                    step.decision(), step.path(), step.inputs(), output, step.row(), step.table(), wrong));
            return row == null ? "" : row.unit().code();
        }

        private <I, O> @Nullable O ask(Decision<I, O> decision, I input) {
            Artifact file = files.apply(decision.table()).orElse(null);
            List<Finding> wrong =
                    file == null ? List.of(Finding.of(decision.table(), "", "policy.draft.none")) : wrong(file);
            if (file == null || !wrong.isEmpty()) {
                steps.add(step(decision, input, Map.of(), "", table(file, ""), wrong));
                return null;
            }
            try {
                Answer answer = answer(decision, file, input);
                O decided = decision.meaning().apply(input, answer);
                steps.add(step(
                        decision, input, Json.output(decided), answer.row(), table(file, answer.row()), List.of()));
                return decided;
            } catch (TableRefused refused) {
                steps.add(step(decision, input, Map.of(), "", table(file, ""), findings(file, refused)));
            } catch (IllegalStateException | LooseTables.NoAnswer noAnswer) {
                steps.add(step(
                        decision,
                        input,
                        Map.of(),
                        "",
                        table(file, ""),
                        List.of(Finding.of(file.path(), "", "policy.studio.noAnswer"))));
            }
            return null;
        }

        private Answer answer(Decision<?, ?> decision, Artifact file, Object input) {
            return decision.isSpreadsheet()
                    ? ruleBases.decide(Spreadsheets.at(file.path()), file.sha256(), file.content(), input)
                    : Tables.answer(
                            models.read(file.content(), decision.name()).apply(Tables.variables((MinorInput) input)));
        }

        private TrialStep step(
                Decision<?, ?> decision,
                Object input,
                Map<String, Object> output,
                String row,
                TrialStep.Table table,
                List<Finding> wrong) {
            return new TrialStep(decision.name(), decision.table(), inputs(input), output, row, table, wrong);
        }

        private static Map<String, Object> inputs(Object input) {
            return input instanceof MinorInput minor ? Tables.variables(minor) : new HashMap<>(Json.fields(input));
        }

        private static List<Finding> findings(Artifact file, TableRefused refused) {
            return refused.errors().stream()
                    .map(error -> Finding.of(file.path(), error.cell(), error.key(), error.found()))
                    .toList();
        }
    }

    private static TrialStep.Table table(@Nullable Artifact file, String row) {
        Listing listing;
        try {
            listing = file == null ? new Listing(List.of(), List.of()) : Listings.of(file.path(), file.content());
        } catch (Refusal unreadable) {
            listing = new Listing(List.of(), List.of());
        }
        List<Listing.Line> lines = listing.lines();
        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).id().equals(row))
                .findFirst()
                .orElse(-1);
        int from = Math.max(0, at - AROUND);
        int until = at < 0 ? from : Math.min(lines.size(), at + AROUND + 1);
        return new TrialStep.Table(
                listing.columns(),
                inputs(file),
                lines.subList(from, until).stream()
                        .map(line -> new TrialStep.Row(
                                line.id(), line.cells(), line.id().equals(row)))
                        .toList(),
                from,
                lines.size() - until);
    }

    private static int inputs(@Nullable Artifact file) {
        if (file == null) {
            return 0;
        }
        if (file.isSpreadsheet()) {
            return (int) Spreadsheets.at(file.path()).columns().stream()
                    .filter(column -> column.isCondition())
                    .count();
        }
        try {
            return DmnRows.read(file.content()).inputs();
        } catch (Refusal unreadable) {
            return 0;
        }
    }
}
