package org.gridcase.policy;

import java.nio.charset.StandardCharsets;

/**
 * A process model or a decision table drawn as one, as a draft or a release has it.
 *
 * @param path such as {@code processes/appeal/appeal.bpmn}
 * @param sha256 tells whether somebody has saved it since
 */
public record ModelFile(String path, String content, String sha256) {

    static ModelFile of(Artifact file) {
        return new ModelFile(file.path(), new String(file.content(), StandardCharsets.UTF_8), file.sha256());
    }

    public boolean isTable() {
        return path.endsWith(".dmn");
    }
}
