package org.gridcase.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.DrawnModels;
import org.gridcase.policy.FileChange;
import org.gridcase.policy.ModelFile;
import org.gridcase.policy.Releases;
import org.gridcase.policy.TableDifference;
import org.gridcase.policy.guard.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** DrawnModels as the studio's pages show them: one to draw, or two to compare. */
@Component
class ModelViews {
    private final DrawnModels models;
    private final Drafts drafts;
    private final Releases releases;
    private final Naming naming;
    private final ObjectMapper json;

    ModelViews(DrawnModels models, Drafts drafts, Releases releases, Naming naming, ObjectMapper json) {
        this.models = models;
        this.drafts = drafts;
        this.releases = releases;
        this.naming = naming;
        this.json = json;
    }

    /** What is wrong with an element. */
    record Wrong(String place, String words) {}

    /**
     * A model to look at, or to draw.
     *
     * @param of which draft or release it belongs to, in words
     * @param home its page
     * @param before as the draft's release has it; empty if it has none, or it is a release's own
     * @param difference where it is compared with that; none of a release
     * @param findings {@link Wrong}, as JSON
     * @param table the rows of a decision table
     */
    record Sheet(
            String path,
            String of,
            String home,
            boolean mayChange,
            String xml,
            String sha256,
            String before,
            @Nullable String difference,
            String findings,
            String allowed,
            @Nullable TableDifference table) {

        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** A file that can be compared, too. */
    record Other(String path, String change, boolean shown) {}

    /**
     * Two states of a model.
     *
     * @param from what it was in, in words; {@code to} what it is in
     * @param path of the model shown; none if none differs
     * @param here this page's own address, to which a path is added
     * @param open where the later state can be opened
     */
    record Comparison(
            String from,
            String to,
            String home,
            String here,
            @Nullable String path,
            String before,
            String after,
            @Nullable String open,
            List<Other> files,
            @Nullable TableDifference table) {}

    Sheet ofDraft(UUID id, String path, String reader, Locale locale) {
        Draft draft = drafts.get(id);
        ModelFile model = models.inDraft(id, path).orElseThrow(() -> DrawnModels.none(path));
        Optional<ModelFile> before = models.inRelease(draft.base(), path);
        String home = "/policy/drafts/" + id;
        return new Sheet(
                path,
                draft.title(),
                home,
                models.mayChange(draft, reader),
                model.content(),
                model.sha256(),
                before.map(ModelFile::content).orElse(""),
                home + "/difference",
                write(wrong(models.findings(id, path), locale)),
                DrawnModels.allowed(),
                model.isTable() ? TableDifference.of(before.orElse(null), model) : null);
    }

    Sheet ofRelease(int number, String path, Locale locale) {
        releases.get(number);
        ModelFile model = models.inRelease(number, path).orElseThrow(() -> DrawnModels.none(path));
        return new Sheet(
                path,
                release(number, locale),
                "/policy/releases/" + number,
                false,
                model.content(),
                model.sha256(),
                model.content(),
                null,
                "[]",
                DrawnModels.allowed(),
                model.isTable() ? TableDifference.of(model, model) : null);
    }

    Comparison ofDraft(UUID id, String path, Locale locale) {
        Draft draft = drafts.get(id);
        String home = "/policy/drafts/" + id;
        List<FileChange> changes = drafts.changes(id).stream()
                .filter(change ->
                        change.path().endsWith(".bpmn") || change.path().endsWith(".dmn"))
                .toList();
        return comparison(
                naming.in(locale).say("desk.model.release", draft.base()),
                naming.in(locale).say("desk.model.draft", draft.title()),
                home,
                home + "/difference",
                shown(path, changes),
                changes,
                wanted -> models.inRelease(draft.base(), wanted),
                wanted -> models.inDraft(id, wanted),
                home + "/model");
    }

    Comparison ofReleases(int from, int to, String path, Locale locale) {
        releases.get(from);
        releases.get(to);
        List<FileChange> changes = models.changed(from, to);
        return comparison(
                release(from, locale),
                release(to, locale),
                "/policy",
                "/policy/releases/" + from + "/difference",
                shown(path, changes),
                changes,
                wanted -> models.inRelease(from, wanted),
                wanted -> models.inRelease(to, wanted),
                "/policy/releases/" + to + "/model");
    }

    private interface Side {
        Optional<ModelFile> at(String path);
    }

    private static Comparison comparison(
            String from,
            String to,
            String home,
            String here,
            @Nullable String path,
            List<FileChange> changes,
            Side left,
            Side right,
            String open) {
        Optional<ModelFile> before = path == null ? Optional.empty() : left.at(path);
        Optional<ModelFile> after = path == null ? Optional.empty() : right.at(path);
        if (path != null && before.isEmpty() && after.isEmpty()) {
            throw DrawnModels.none(path);
        }
        return new Comparison(
                from,
                to,
                home,
                here,
                path,
                before.map(ModelFile::content).orElse(""),
                after.map(ModelFile::content).orElse(""),
                after.isPresent() ? open : null,
                changes.stream()
                        .map(change -> new Other(
                                change.path(),
                                change.kind().name().toLowerCase(Locale.ROOT),
                                change.path().equals(path)))
                        .toList(),
                path != null && path.endsWith(".dmn")
                        ? TableDifference.of(before.orElse(null), after.orElse(null))
                        : null);
    }

    /** The one asked for, else the first that differs. */
    private static @Nullable String shown(String path, List<FileChange> changes) {
        return path.isEmpty()
                ? changes.stream().map(FileChange::path).findFirst().orElse(null)
                : path;
    }

    List<Wrong> wrong(List<Finding> findings, Locale locale) {
        Names names = naming.in(locale);
        return findings.stream()
                .map(it ->
                        new Wrong(it.place(), names.say(it.key(), it.arguments().toArray())))
                .toList();
    }

    private String release(int number, Locale locale) {
        return naming.in(locale).say("desk.model.release", number);
    }

    private String write(List<Wrong> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
