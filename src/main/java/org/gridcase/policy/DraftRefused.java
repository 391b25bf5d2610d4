package org.gridcase.policy;

import org.gridcase.shared.Refusal;

/** What cannot be done with a draft or a release. */
public final class DraftRefused extends Refusal {

    private DraftRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static DraftRefused none() {
        return new DraftRefused(Kind.NOT_FOUND, "policy.draft.none");
    }

    static DraftRefused notYours() {
        return new DraftRefused(Kind.FORBIDDEN, "policy.draft.notYours");
    }

    /** It is the program's offer, which somebody has to make their own first. */
    static DraftRefused nobodys() {
        return new DraftRefused(Kind.CONFLICT, "policy.draft.nobodys");
    }

    static DraftRefused notNow() {
        return new DraftRefused(Kind.CONFLICT, "policy.draft.notNow");
    }

    static DraftRefused ownDraft() {
        return new DraftRefused(Kind.CONFLICT, "policy.draft.own");
    }

    /** Another release came in between, whose changes this one would undo unseen. */
    static DraftRefused overtaken(int inForce) {
        return new DraftRefused(Kind.CONFLICT, "policy.draft.overtaken", inForce);
    }

    /** Without it nothing decides. */
    static DraftRefused noTable(String path) {
        return new DraftRefused(Kind.INVALID, "policy.draft.noTable", path);
    }

    static DraftRefused nothingChanged() {
        return new DraftRefused(Kind.CONFLICT, "policy.draft.nothingChanged");
    }

    static DraftRefused notInForce(int inForce) {
        return new DraftRefused(Kind.CONFLICT, "policy.release.notInForce", inForce);
    }

    static DraftRefused reachedAlready(int release) {
        return new DraftRefused(Kind.CONFLICT, "policy.release.reachedAlready", release);
    }

    static DraftRefused nothingToCome(int release) {
        return new DraftRefused(Kind.CONFLICT, "policy.release.nothingToCome", release);
    }

    static DraftRefused noDistrict() {
        return new DraftRefused(Kind.INVALID, "policy.publishing.noDistrict");
    }

    static DraftRefused tooFarAhead(int mostDays) {
        return new DraftRefused(Kind.INVALID, "policy.publishing.tooFarAhead", mostDays);
    }

    static DraftRefused underWay() {
        return new DraftRefused(Kind.CONFLICT, "policy.publishing.underWay");
    }

    /** Some node was not ready for it. */
    static DraftRefused failed(String node) {
        return new DraftRefused(Kind.CONFLICT, "policy.publishing.failed", node);
    }

    static DraftRefused first() {
        return new DraftRefused(Kind.CONFLICT, "policy.release.first");
    }

    static DraftRefused words(int most) {
        return new DraftRefused(Kind.INVALID, "policy.draft.words", most);
    }

    static DraftRefused tooLarge(int mostKilobytes) {
        return new DraftRefused(Kind.TOO_LARGE, "policy.guard.tooLarge", mostKilobytes);
    }

    static DraftRefused tooMany(int most) {
        return new DraftRefused(Kind.INVALID, "policy.draft.tooMany", most);
    }

    static DraftRefused path() {
        return new DraftRefused(Kind.INVALID, "policy.guard.path");
    }
}
