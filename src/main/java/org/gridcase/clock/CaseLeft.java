package org.gridcase.clock;

import java.util.EnumSet;
import java.util.Set;
import org.gridcase.casework.CaseMoved;
import org.gridcase.casework.Move;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees, inside the move itself, that a case goes on without what was asked about its time. */
@Component
class CaseLeft {
    /** After which a case may have left handling, or what follows its closing. */
    private static final Set<Move> LEAVING =
            EnumSet.of(Move.HANDLE, Move.SEND_BACK, Move.ANNUL, Move.INTERVENE, Move.REOPEN);

    private final TimeRequests requests;

    CaseLeft(TimeRequests requests) {
        this.requests = requests;
    }

    @EventListener
    void moved(CaseMoved moved) {
        if (LEAVING.contains(moved.move())) {
            requests.left(moved.id());
        }
    }
}
