package org.gridcase.policy;

/** A file that a draft or a release has otherwise than the release before it. */
public record FileChange(String path, Kind kind) {

    /** In which way. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
