package org.gridcase.policy;

import org.gridcase.shared.Refusal;

/** There is no such release, or no such file in it. */
public final class NotInRelease extends Refusal {

    private NotInRelease(String key, Object... arguments) {
        super(Kind.NOT_FOUND, key, arguments);
    }

    static NotInRelease release(int number) {
        return new NotInRelease("policy.release.notFound", number);
    }

    static NotInRelease artifact(int number, String path) {
        return new NotInRelease("policy.artifact.notFound", number, path);
    }

    static NotInRelease nothingPublished() {
        return new NotInRelease("policy.release.none");
    }
}
