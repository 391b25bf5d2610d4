package org.gridcase.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a draft changes in tables, forms and examples, and what one release has otherwise than another. */
@Component
public class RowDifferences {
    private static final Listing NOTHING = new Listing(List.of(), List.of());

    private final Drafts drafts;
    private final DraftRows rows;
    private final Releases releases;
    private final ReleaseFiles files;
    private final Standards standards;

    RowDifferences(Drafts drafts, DraftRows rows, Releases releases, ReleaseFiles files, Standards standards) {
        this.standards = standards;
        this.drafts = drafts;
        this.rows = rows;
        this.releases = releases;
        this.files = files;
    }

    /** Whether that file is one whose lines can be compared. */
    public static boolean speaksOf(String path) {
        return path.equals(Standards.PATH) || Listings.reads(path);
    }

    /**
     * Between the release that a draft was begun from and the draft; what one of them has not is all added or removed.
     *
     * @throws StudioRefused if neither has that file, or its lines cannot be compared
     */
    public RowDifference ofDraft(UUID draft, String path) {
        int base = drafts.get(draft).base();
        if (path.equals(Standards.PATH)) {
            return ofStandard(draft, base);
        }
        Optional<Listing> after = rows.file(draft, path).map(file -> Listings.of(path, file.content()));
        return compare(path, released(base, path), after);
    }

    /** What brings no filing standard keeps to its release's. */
    private RowDifference ofStandard(UUID draft, int base) {
        Listing before = Standards.listing(releases.standard(base));
        Listing after = rows.file(draft, Standards.PATH)
                .map(file -> standards.listing(file.content()))
                .orElse(before);
        return LineComparison.of(Standards.PATH, before, after);
    }

    /** @throws NotInRelease if there is no such release */
    public RowDifference ofReleases(int from, int to, String path) {
        if (path.equals(Standards.PATH)) {
            Listing before = Standards.listing(releases.standard(from));
            return LineComparison.of(path, before, Standards.listing(releases.standard(to)));
        }
        return compare(path, released(from, path), released(to, path));
    }

    /** Of the files that two releases have otherwise. */
    public List<FileChange> changes(int from, int to) {
        Map<String, String> before = hashes(from);
        Map<String, String> after = hashes(to);
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            String was = before.get(path);
            String is = after.get(path);
            if (was == null) {
                changes.add(new FileChange(path, FileChange.Kind.ADDED));
            } else if (is == null) {
                changes.add(new FileChange(path, FileChange.Kind.REMOVED));
            } else if (!was.equals(is)) {
                changes.add(new FileChange(path, FileChange.Kind.CHANGED));
            }
        }
        return List.copyOf(changes);
    }

    private Map<String, String> hashes(int release) {
        releases.get(release);
        return files.hashes(release).stream().collect(Collectors.toMap(Artifact::path, Artifact::sha256));
    }

    private Optional<Listing> released(int release, String path) {
        releases.get(release);
        return releases.has(release, path)
                ? Optional.of(Listings.of(path, releases.artifact(release, path)))
                : Optional.empty();
    }

    private static RowDifference compare(String path, Optional<Listing> before, Optional<Listing> after) {
        if (before.isEmpty() && after.isEmpty()) {
            throw StudioRefused.notSuch(path);
        }
        return LineComparison.of(path, before.orElse(NOTHING), after.orElse(NOTHING));
    }
}
