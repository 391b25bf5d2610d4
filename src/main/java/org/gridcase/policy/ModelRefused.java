package org.gridcase.policy;

import org.gridcase.shared.Refusal;

/** What cannot be shown or saved as a model. */
public final class ModelRefused extends Refusal {

    private ModelRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static ModelRefused noModel(String path) {
        return new ModelRefused(Kind.NOT_FOUND, "policy.model.none", path);
    }

    /** Whoever saved in between would lose what they did. */
    static ModelRefused changedMeanwhile(String path) {
        return new ModelRefused(Kind.CONFLICT, "policy.model.changedMeanwhile", path);
    }
}
