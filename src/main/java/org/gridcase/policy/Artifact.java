package org.gridcase.policy;

/**
 * A file of a release.
 *
 * @param path such as {@code rules/routing/routing.drl.xlsx}
 */
record Artifact(String path, String sha256, byte[] content) {

    static Artifact of(String path, byte[] content) {
        return new Artifact(path, Hash.of(content), content);
    }

    boolean isDeployed() {
        return path.endsWith(".bpmn") || path.endsWith(".dmn");
    }

    boolean isSpreadsheet() {
        return path.endsWith(".drl.xlsx");
    }
}
