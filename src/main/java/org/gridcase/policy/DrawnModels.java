package org.gridcase.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridcase.identity.Role;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.guard.Guard;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** DrawnModels as the studio opens, saves and compares them. */
@Component
public class DrawnModels {
    private final Drafts drafts;
    private final DraftRows rows;
    private final Bundles bundles;
    private final ReleaseChanges changes;
    private final Guard guard;

    DrawnModels(Drafts drafts, DraftRows rows, Bundles bundles, ReleaseChanges changes, Guard guard) {
        this.drafts = drafts;
        this.rows = rows;
        this.bundles = bundles;
        this.changes = changes;
        this.guard = guard;
    }

    /** None if the draft has no such file (any more). */
    @Transactional(readOnly = true)
    public Optional<ModelFile> inDraft(UUID draft, String path) {
        return isModel(path) ? rows.file(draft, path).map(ModelFile::of) : Optional.empty();
    }

    /** None if that release has no such file. */
    @Transactional(readOnly = true)
    public Optional<ModelFile> inRelease(int release, String path) {
        return isModel(path) ? bundles.find(release, path).map(ModelFile::of) : Optional.empty();
    }

    /** Which of its models the later release has otherwise. */
    @Transactional(readOnly = true)
    public List<FileChange> changed(int from, int to) {
        return changes.between(from, to).stream()
                .filter(change -> isModel(change.path()))
                .toList();
    }

    /** What to throw where neither side has it, or it is no model. */
    public static ModelRefused none(String path) {
        return ModelRefused.noModel(path);
    }

    /** Whether they may save into it now. */
    public boolean mayChange(Draft it, String reader) {
        return it.author().equals(reader) && isOpen(it, reader) && drafts.may(reader, Role.ANALYST);
    }

    private static boolean isOpen(Draft it, String reader) {
        try {
            it.after(Draft.Step.CHANGE, reader);
            return true;
        } catch (DraftRefused past) {
            return false;
        }
    }

    /**
     * Puts a model back where it was read.
     *
     * @param loaded the {@code sha256} of what the editor had read
     * @return what is there now
     * @throws ModelRefused if it is no model of the draft, or somebody has saved another since
     * @throws DraftRefused if it is not theirs to change
     */
    @Transactional
    public ModelFile save(UUID draft, String path, String loaded, byte[] content, String by) {
        if (rows.hold(draft).isEmpty()) {
            throw DraftRefused.none();
        }
        ModelFile there = inDraft(draft, path).orElseThrow(() -> ModelRefused.noModel(path));
        if (!there.sha256().equals(loaded)) {
            throw ModelRefused.changedMeanwhile(path);
        }
        drafts.put(draft, path, content, by);
        return inDraft(draft, path).orElseThrow();
    }

    /** What the guard says to this one, beside the other models and the forms of the draft. */
    @Transactional(readOnly = true)
    public List<Finding> findings(UUID draft, String path) {
        Map<String, byte[]> files = rows.files(draft).stream()
                .filter(file -> isModel(file.path()) || file.path().endsWith(".form"))
                .collect(Collectors.toMap(Artifact::path, Artifact::content));
        return guard.findings(files, Spreadsheets.all()).stream()
                .filter(finding -> finding.file().equals(path))
                .toList();
    }

    /** The guard's list of what a process model may hold, for editors that need not offer the rest. */
    public static String allowed() {
        try {
            return new ClassPathResource("guard/bpmn.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isModel(String path) {
        return path.endsWith(".bpmn") || path.endsWith(".dmn");
    }
}
