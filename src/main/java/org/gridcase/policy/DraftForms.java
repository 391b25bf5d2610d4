package org.gridcase.policy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gridcase.policy.form.FormSchema;
import org.springframework.stereotype.Component;

/** Forms of drafts; none is saved that could not be published. */
@Component
public class DraftForms {
    private static final Pattern PATH = Pattern.compile("forms/[A-Za-z0-9]{1,60}\\.form");

    private final DraftFiles files;

    DraftForms(DraftFiles files) {
        this.files = files;
    }

    /** A form as it stands. */
    public record Form(String path, String sha256, String json) {}

    /** @throws StudioRefused if it is no form */
    public Form open(UUID draft, String path) {
        Artifact file = files.get(draft, demandForm(path));
        return new Form(path, file.sha256(), new String(file.content(), StandardCharsets.UTF_8));
    }

    /**
     * @param sha256 of the form that was read
     * @throws StudioRefused if it was changed meanwhile
     * @throws org.gridcase.policy.form.SchemaRefused if it holds what no form may hold
     */
    public Form save(UUID draft, String path, String sha256, String json, String by) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        FormSchema.read(content);
        files.replace(draft, demandForm(path), sha256, content, by);
        return new Form(path, Hash.of(content), json);
    }

    private static String demandForm(String path) {
        if (!PATH.matcher(path).matches()) {
            throw StudioRefused.notSuch(path);
        }
        return path;
    }
}
