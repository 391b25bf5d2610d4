package org.gridcase.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseOrder;
import org.gridcase.casework.CasePage;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Stage;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.Actor;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A dispatcher's waiting cases, and sending many on at once: each by itself, so that one refused stops no other. */
@Component
public class Dispatching {
    private static final String TASK = "dispatchCase";

    private final CaseSearch search;
    private final TaskInbox inbox;
    private final Actors actors;
    private final Staff staff;

    Dispatching(CaseSearch search, TaskInbox inbox, Actors actors, Staff staff) {
        this.search = search;
        this.inbox = inbox;
        this.actors = actors;
        this.staff = staff;
    }

    /** What became of one; refused if it stayed. */
    public record Sent(CaseId id, String number, @Nullable Refusal refused) {}

    /** The first to be due first. */
    public CasePage waiting(String account, @Nullable String after) {
        return search.find(
                CaseQuery.all().in(Stage.DISPATCHING).by(CaseOrder.DUE).page(after, CaseQuery.MOST), sight(account));
    }

    /** Sends each to the unit that policy proposes; at most {@value CaseQuery#MOST} at once. */
    public List<Sent> dispatch(List<CaseId> cases, String account) {
        Actor actor = actors.of(account);
        Sight sight = sight(account);
        return cases.stream()
                .distinct()
                .limit(CaseQuery.MOST)
                .map(id -> dispatch(search.facts(id, sight), actor))
                .toList();
    }

    private Sent dispatch(CaseFacts facts, Actor actor) {
        try {
            var task = inbox.find(actor, facts.id())
                    .filter(open -> open.key().equals(TASK))
                    .orElseThrow(SubmissionRefused::gone);
            inbox.complete(actor, task.id(), values(facts));
            return new Sent(facts.id(), facts.number(), null);
        } catch (Refusal refused) {
            return new Sent(facts.id(), facts.number(), refused);
        }
    }

    private static Map<String, Object> values(CaseFacts facts) {
        String unit = facts.proposedUnit();
        return unit == null ? Map.of("outcome", "dispatched") : Map.of("outcome", "dispatched", "unit", unit);
    }

    private Sight sight(String account) {
        Set<String> districts = staff.grantsOf(account).stream()
                .filter(grant -> grant.role() == Role.DISPATCHER)
                .map(Grant::scope)
                .collect(Collectors.toSet());
        return Sight.ofDistricts(districts);
    }
}
