package org.gridcase.policy;

import org.gridcase.shared.Refusal;

/** What cannot be done with a table, a form or a comment of a draft. */
public final class StudioRefused extends Refusal {

    private StudioRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    /** Somebody put another file in its place since it was read. */
    static StudioRefused stale() {
        return new StudioRefused(Kind.CONFLICT, "policy.studio.stale");
    }

    static StudioRefused notSuch(String path) {
        return new StudioRefused(Kind.NOT_FOUND, "policy.studio.notSuch", shortened(path));
    }

    static StudioRefused cells(int row) {
        return new StudioRefused(Kind.INVALID, "policy.studio.cells", row);
    }

    static StudioRefused rows(int most) {
        return new StudioRefused(Kind.INVALID, "policy.studio.rows", most);
    }

    static StudioRefused comment(int most) {
        return new StudioRefused(Kind.INVALID, "policy.studio.comment", most);
    }

    static StudioRefused tooManyComments(int most) {
        return new StudioRefused(Kind.CONFLICT, "policy.studio.tooManyComments", most);
    }

    static StudioRefused notComparable() {
        return new StudioRefused(Kind.INVALID, "policy.studio.notComparable");
    }

    /** Some of its cells cannot be read, which the check says more about. */
    static StudioRefused checkFirst() {
        return new StudioRefused(Kind.INVALID, "policy.studio.checkFirst");
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + "…";
    }
}
