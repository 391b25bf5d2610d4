package org.gridcase.policy;

import java.util.Collection;
import org.gridcase.shared.Refusal;

/** Files that were sent for a draft and cannot be taken as they are. */
public final class UploadRefused extends Refusal {
    private static final int SHOWN = 80;

    private UploadRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static UploadRefused nothing() {
        return new UploadRefused(Kind.INVALID, "policy.upload.nothing");
    }

    /** Several files of the release are called so. */
    static UploadRefused ambiguous(String name, Collection<String> paths) {
        return new UploadRefused(Kind.INVALID, "policy.upload.ambiguous", shown(name), String.join(", ", paths));
    }

    static UploadRefused noPlace(String name) {
        return new UploadRefused(Kind.INVALID, "policy.upload.noPlace", shown(name));
    }

    static UploadRefused badName(String name) {
        return new UploadRefused(Kind.INVALID, "policy.upload.badName", shown(name));
    }

    static UploadRefused twice(String path) {
        return new UploadRefused(Kind.INVALID, "policy.upload.twice", shown(path));
    }

    static UploadRefused noArchive(String name) {
        return new UploadRefused(Kind.INVALID, "policy.upload.noArchive", shown(name));
    }

    static UploadRefused tooMany(int most) {
        return new UploadRefused(Kind.INVALID, "policy.upload.tooMany", most);
    }

    static UploadRefused tooLarge(int mostMegabytes) {
        return new UploadRefused(Kind.TOO_LARGE, "policy.upload.tooLarge", mostMegabytes);
    }

    /** It would grow more than anything that is written by people. */
    static UploadRefused tooDense(String name) {
        return new UploadRefused(Kind.INVALID, "policy.upload.tooDense", shown(name));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
