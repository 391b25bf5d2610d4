package org.gridcase.policy.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridcase.catalogue.FilingSheets;
import org.gridcase.identity.Role;
import org.gridcase.policy.form.FormSchema;
import org.gridcase.policy.table.Contract;
import org.gridcase.policy.table.Inspection;
import org.gridcase.policy.table.TableRefused;
import org.gridcase.shared.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The one guard before any release: whichever door a bundle came by, each of its files is looked at here. */
@Component
public class Guard {
    /** Where a bundle has the filing standard (立案标准). */
    public static final String FILING_STANDARD = "rules/limits/filing-standard.xlsx";

    private static final int MOST_FILES = 200;
    private static final int LARGEST = 16 << 20;
    private static final int LARGEST_EXAMPLES = 1 << 20;
    private static final Pattern PATH = Pattern.compile("processes/[a-z0-9-]{1,60}/[a-z0-9-]{1,60}\\.(?:bpmn|dmn)"
            + "|rules/([a-z0-9-]{1,60})/(?:\\1\\.drl\\.xlsx|cases\\.csv)"
            + "|" + Pattern.quote(FILING_STANDARD)
            + "|forms/[A-Za-z0-9]{1,60}\\.form");
    /** What ships with the program outside every release. */
    private static final Set<String> RESERVED = Set.of("report", "policy-life");

    private static final Set<String> RESERVED_FORMS = Set.of("forms/approveDraft.form", "forms/publishDraft.form");

    /** Reviewed lists: what the program adds is open to models only once it stands here. */
    private static final Set<String> STEPS = lines("guard/steps.txt");

    private static final Set<String> TASKS = lines("guard/tasks.txt");
    private static final Set<String> VARIABLES = lines("guard/variables.txt");
    private static final Set<String> DECISIONS = lines("guard/decisions.txt");

    private final FilingSheets sheets;

    Guard(FilingSheets sheets) {
        this.sheets = sheets;
    }

    /**
     * @param contracts of the decision spreadsheets, by the name of their folder
     * @throws BundleRefused with everything that is wrong
     */
    public void check(Map<String, byte[]> files, Map<String, Contract> contracts) {
        List<Finding> found = findings(files, contracts);
        if (!found.isEmpty()) {
            throw BundleRefused.of(found);
        }
    }

    /** None if all is well. */
    public List<Finding> findings(Map<String, byte[]> files, Map<String, Contract> contracts) {
        var findings = new Findings();
        long size = files.values().stream().mapToLong(content -> content.length).sum();
        if (files.size() > MOST_FILES || size > LARGEST) {
            findings.add("", "", "policy.guard.bundleTooLarge", MOST_FILES, LARGEST >> 20);
            return findings.all();
        }
        var words = new Vocabulary(STEPS, TASKS, roles(), VARIABLES, RESERVED, DECISIONS);
        var bpmn = new BpmnGuard(words, forms(files.keySet()), findings);
        var dmn = new DmnGuard(words, findings);
        new TreeMap<>(files).forEach((path, content) -> {
            if (!PATH.matcher(path).matches()) {
                findings.add(path, "", "policy.guard.path");
            } else if (RESERVED_FORMS.contains(path)) {
                findings.add(path, "", "policy.guard.reservedForm");
            } else if (path.endsWith(".bpmn")) {
                bpmn.check(path, content);
            } else if (path.endsWith(".dmn")) {
                dmn.check(path, content);
            } else if (path.endsWith(".form")) {
                form(path, content, findings);
            } else if (path.equals(FILING_STANDARD)) {
                standard(path, content, findings);
            } else if (path.endsWith(".xlsx")) {
                table(path, content, contracts, findings);
            } else {
                examples(path, content, findings);
            }
        });
        bpmn.checkCalls();
        return findings.all();
    }

    private static void form(String path, byte[] content, Findings findings) {
        try {
            FormSchema.read(content);
        } catch (Refusal refused) {
            findings.add(path, "", refused.key(), refused.arguments().toArray());
        }
    }

    private static void table(String path, byte[] content, Map<String, Contract> contracts, Findings findings) {
        Contract contract = contracts.get(path.split("/")[1]);
        if (contract == null) {
            findings.add(path, "", "policy.guard.unknownDecision", path.split("/")[1]);
            return;
        }
        try {
            Inspection.of(contract, content);
        } catch (TableRefused refused) {
            refused.errors().forEach(error -> findings.add(path, error.cell(), error.key(), error.found()));
        }
    }

    private void standard(String path, byte[] content, Findings findings) {
        try {
            sheets.read(content)
                    .refused()
                    .forEach(cell -> findings.add(
                            path, cell.cell(), cell.key(), cell.args().toArray()));
        } catch (Refusal refused) {
            findings.add(path, "", refused.key(), refused.arguments().toArray());
        }
    }

    /** Examples are read as text, never run. */
    private static void examples(String path, byte[] content, Findings findings) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException notText) {
            findings.add(path, "", "policy.guard.encoding", "?");
        }
        if (content.length > LARGEST_EXAMPLES) {
            findings.add(path, "", "policy.guard.tooLarge", LARGEST_EXAMPLES >> 10);
        }
    }

    private static Set<String> forms(Set<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith("forms/") && path.endsWith(".form"))
                .map(path -> path.substring("forms/".length(), path.length() - ".form".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> roles() {
        return Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> lines(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
