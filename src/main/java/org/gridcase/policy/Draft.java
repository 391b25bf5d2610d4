package org.gridcase.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change to policy on its way to a release.
 *
 * @param base the release it was begun from
 * @param release what it became
 */
public record Draft(
        UUID id,
        int base,
        State state,
        String title,
        String author,
        @Nullable String approver,
        @Nullable Integer release,
        Instant madeAt,
        Instant changedAt) {

    /** How far it has come. */
    public enum State {
        DRAFT,
        /** The guard and the example cases found nothing. */
        CHECKED,
        /** Tried on past decisions as it is, or it changes none. */
        BACKTESTED,
        /** A second person wants it. */
        APPROVED,
        PUBLISHED,
        WITHDRAWN
    }

    /** What may be done with it. */
    public enum Step {
        OPEN,
        CHANGE,
        /** Somebody makes the program's offer their own. */
        TAKE_OVER,
        CHECK,
        BACKTEST,
        APPROVE,
        SEND_BACK,
        /** All nodes are asked to make themselves ready. */
        PREPARE,
        /** One of them was not. */
        FAIL,
        PUBLISH,
        WITHDRAW,
        /** Of a release. */
        ROLL_BACK,
        WIDEN,
        CALL_OFF,
        MIGRATE
    }

    /** @throws DraftRefused if it has not come that far, or is past it */
    Draft after(Step step, String by) {
        State next =
                switch (step) {
                    case CHANGE -> is(State.DRAFT, State.CHECKED, State.BACKTESTED) ? State.DRAFT : null;
                    case CHECK -> is(State.DRAFT, State.CHECKED) ? State.CHECKED : null;
                    case BACKTEST -> is(State.CHECKED, State.BACKTESTED) ? State.BACKTESTED : null;
                    case APPROVE -> is(State.BACKTESTED) ? State.APPROVED : null;
                    case SEND_BACK -> is(State.CHECKED, State.BACKTESTED, State.APPROVED) ? State.DRAFT : null;
                    case PUBLISH -> is(State.APPROVED) ? State.PUBLISHED : null;
                    case WITHDRAW ->
                        is(State.DRAFT, State.CHECKED, State.BACKTESTED, State.APPROVED) ? State.WITHDRAWN : null;
                    case OPEN, TAKE_OVER, PREPARE, FAIL, ROLL_BACK, WIDEN, CALL_OFF, MIGRATE -> null;
                };
        if (next == null) {
            throw DraftRefused.notNow();
        }
        if (step == Step.APPROVE && by.equals(author)) {
            throw DraftRefused.ownDraft();
        }
        String second = next == State.APPROVED ? by : next == State.PUBLISHED ? approver : null;
        return new Draft(id, base, next, title, author, second, release, madeAt, changedAt);
    }

    /** Whether it waits for a second person. */
    public boolean isToApprove() {
        try {
            return after(Step.APPROVE, "").state() == State.APPROVED;
        } catch (DraftRefused notYet) {
            return false;
        }
    }

    private boolean is(State... any) {
        for (State one : any) {
            if (state == one) {
                return true;
            }
        }
        return false;
    }
}
