package org.gridcase.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridcase.policy.guard.BundleRefused;
import org.gridcase.policy.guard.Finding;
import org.gridcase.policy.guard.Guard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The doors by which files come into drafts: a page, an archive, a deployment that a modeler sends. None puts into force. */
@Component
public class DraftUploads {
    private final Drafts drafts;
    private final DraftRows rows;
    private final Releases releases;
    private final Guard guard;

    DraftUploads(Drafts drafts, DraftRows rows, Releases releases, Guard guard) {
        this.drafts = drafts;
        this.rows = rows;
        this.releases = releases;
        this.guard = guard;
    }

    /**
     * Puts all of them into the draft, or none; archives are unpacked.
     *
     * @throws UploadRefused if one has no place, or they are too many or too large
     * @throws DraftRefused if the draft is not theirs to change
     */
    @Transactional
    public void put(UUID draft, List<NamedFile> files, String by) {
        drafts.putAll(draft, placed(files, drafts.paths(draft)), by);
    }

    /** All files of a draft as one archive. */
    @Transactional(readOnly = true)
    public byte[] archive(UUID draft) {
        drafts.get(draft);
        return Archive.pack(rows.files(draft).stream().collect(Collectors.toMap(Artifact::path, Artifact::content)));
    }

    /**
     * Takes what would have been deployed into the draft of that name, or the one that this person changed last, or a new
     * one; unless the guard finds anything in it, in which case nothing has happened.
     *
     * @param name what the deployment is called
     * @throws BundleRefused with what the guard found in these files
     * @throws DraftRefused if they draw up no policy, or nothing is otherwise than in the release in force
     */
    @Transactional
    public Deployed deploy(String name, List<NamedFile> files, String by) {
        Draft draft = rows.changeable(by, name, releases.inForce().number())
                .orElseGet(() -> drafts.get(drafts.open(name, by)));
        Map<String, byte[]> placed = placed(files, drafts.paths(draft.id()));
        drafts.putAll(draft.id(), placed, by);
        if (rows.changes(draft.id()).isEmpty()) {
            throw DraftRefused.nothingChanged();
        }
        check(draft.id(), placed);
        Draft now = drafts.get(draft.id());
        return new Deployed(now, now.changedAt(), keys(placed, ".bpmn"), keys(placed, ".dmn"));
    }

    /** What is wrong elsewhere in the draft is for its own check. */
    private void check(UUID draft, Map<String, byte[]> sent) {
        Map<String, byte[]> bundle =
                rows.files(draft).stream().collect(Collectors.toMap(Artifact::path, Artifact::content));
        List<Finding> found = guard.findings(bundle, Spreadsheets.all()).stream()
                .filter(it -> it.file().isEmpty() || sent.containsKey(it.file()))
                .toList();
        if (!found.isEmpty()) {
            throw BundleRefused.of(found);
        }
    }

    private static Map<String, byte[]> placed(List<NamedFile> files, List<String> paths) {
        var places = new Places(paths);
        Map<String, byte[]> placed = new TreeMap<>();
        for (NamedFile file : unpacked(files)) {
            String path = places.of(file);
            if (placed.put(path, file.content()) != null) {
                throw UploadRefused.twice(path);
            }
        }
        return placed;
    }

    private static List<NamedFile> unpacked(List<NamedFile> files) {
        List<NamedFile> all = new ArrayList<>();
        files.forEach(file -> {
            if (Archive.isOne(file)) {
                all.addAll(Archive.unpack(file));
            } else {
                all.add(file);
            }
        });
        if (all.isEmpty()) {
            throw UploadRefused.nothing();
        }
        if (all.size() > Archive.MOST_FILES) {
            throw UploadRefused.tooMany(Archive.MOST_FILES);
        }
        if (all.stream().mapToLong(file -> file.content().length).sum() > Archive.LARGEST) {
            throw UploadRefused.tooLarge(Archive.LARGEST >> 20);
        }
        return all;
    }

    private static Map<String, String> keys(Map<String, byte[]> files, String kind) {
        Map<String, String> keys = new LinkedHashMap<>();
        files.forEach((path, content) -> {
            Optional<String> key = path.endsWith(kind)
                    ? kind.equals(".bpmn") ? Places.process(content) : Places.decision(content)
                    : Optional.empty();
            key.ifPresent(found -> keys.put(path, found));
        });
        return keys;
    }
}
