package org.gridcase.intake;

import org.gridcase.shared.Refusal;

/** What somebody who follows a case cannot do. */
public class FollowRefused extends Refusal {

    private FollowRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static FollowRefused unknownLink() {
        return new FollowRefused(Kind.NOT_FOUND, "intake.follow.unknown");
    }

    static FollowRefused nothingAdded() {
        return new FollowRefused(Kind.INVALID, "intake.follow.add.nothing");
    }

    static FollowRefused addedTooOften(int limit) {
        return new FollowRefused(Kind.TOO_MANY, "intake.follow.add.often", limit);
    }

    static FollowRefused wordsTooLong(int limit) {
        return new FollowRefused(Kind.INVALID, "intake.follow.words.tooLong", limit);
    }

    static FollowRefused noReason() {
        return new FollowRefused(Kind.INVALID, "intake.follow.reopen.reason");
    }

    static FollowRefused noStars() {
        return new FollowRefused(Kind.INVALID, "intake.follow.rate.stars");
    }
}
