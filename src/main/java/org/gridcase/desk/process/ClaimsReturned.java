package org.gridcase.desk.process;

import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.casework.Cases;
import org.gridcase.identity.Actors;
import org.gridcase.identity.leave.LeaveBegan;
import org.gridcase.identity.leave.StandInEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a leave begins or ends, gives tasks back to their groups whose claimant may no longer work on them. */
@Component
class ClaimsReturned {
    private final Claims claims;
    private final Actors actors;
    private final Cases cases;
    private final Audit audit;

    ClaimsReturned(Claims claims, Actors actors, Cases cases, Audit audit) {
        this.claims = claims;
        this.actors = actors;
        this.cases = cases;
        this.audit = audit;
    }

    @EventListener
    void began(LeaveBegan leave) {
        giveBack(leave.staff(), leave.actor(), "leave.begin");
    }

    @EventListener
    void ended(StandInEnded standIn) {
        giveBack(standIn.substitute(), standIn.actor(), "leave.end");
    }

    private void giveBack(String account, String actor, String why) {
        var held = actors.of(account).groups();
        claims.of(account).stream()
                .filter(claim -> claim.groups().stream().noneMatch(held::contains))
                .forEach(claim -> giveBack(claim, account, actor, why));
    }

    private void giveBack(Claims.Claim claim, String account, String actor, String why) {
        var told = Map.of("action", why, "holder", account, "task", claim.key());
        // the case first, as whoever completes the task does
        cases.passOn(claim.caseId(), actor, null, told);
        claims.pass(claim, null);
        audit.record(new AuditEntry(actor, "task.giveBack", Subject.of(claim.caseId()), null, told));
    }
}
