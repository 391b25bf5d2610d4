package org.gridcase.desk;

import java.util.HashMap;
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
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
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
    private final Units units;

    Dispatching(CaseSearch search, TaskInbox inbox, Actors actors, Staff staff, Units units) {
        this.search = search;
        this.inbox = inbox;
        this.actors = actors;
        this.staff = staff;
        this.units = units;
    }

    /**
     * Where cases are sent.
     *
     * @param unit for all of them; none sends each to the unit that policy proposes for it
     * @param reason why another one than proposed
     */
    public record Choice(@Nullable String unit, @Nullable String reason) {
        public static final Choice PROPOSED = new Choice(null, null);

        private Map<String, Object> values(CaseFacts facts) {
            Map<String, Object> values = new HashMap<>(Map.of("outcome", "dispatched"));
            String chosen = unit == null ? facts.proposedUnit() : unit;
            if (chosen != null) {
                values.put("unit", chosen);
            }
            if (reason != null && chosen != null && !chosen.equals(facts.proposedUnit())) {
                values.put("reason", reason);
            }
            return values;
        }
    }

    /** What became of one; refused if it stayed. */
    public record Sent(CaseId id, String number, @Nullable Refusal refused) {}

    /** The first to be due first. */
    public CasePage waiting(String account, @Nullable String after) {
        return search.find(
                CaseQuery.all().in(Stage.DISPATCHING).by(CaseOrder.DUE).page(after, CaseQuery.MOST), sight(account));
    }

    /** Those to whom this dispatcher can send cases. */
    public List<Unit> units(String account) {
        return sight(account).districts().stream()
                .sorted()
                .flatMap(district -> units.of(district).stream())
                .toList();
    }

    /**
     * Sends each to its unit; at most {@value CaseQuery#MOST} at once.
     *
     * @throws org.gridcase.casework.CaseNotFound if one is not this dispatcher's; then none is sent
     */
    public List<Sent> dispatch(List<CaseId> cases, Choice choice, String account) {
        Actor actor = actors.of(account);
        Sight sight = sight(account);
        var all = cases.stream()
                .distinct()
                .limit(CaseQuery.MOST)
                .map(id -> search.facts(id, sight))
                .toList();
        return all.stream().map(facts -> dispatch(facts, choice, actor)).toList();
    }

    private Sent dispatch(CaseFacts facts, Choice choice, Actor actor) {
        try {
            var task = inbox.of(actor, facts.id()).stream()
                    .filter(open -> open.key().equals(TASK))
                    .findFirst()
                    .orElseThrow(SubmissionRefused::gone);
            inbox.complete(actor, task.id(), choice.values(facts));
            return new Sent(facts.id(), facts.number(), null);
        } catch (Refusal refused) {
            return new Sent(facts.id(), facts.number(), refused);
        }
    }

    private Sight sight(String account) {
        Set<String> districts = staff.grantsOf(account).stream()
                .filter(grant -> grant.role() == Role.DISPATCHER)
                .map(Grant::scope)
                .collect(Collectors.toSet());
        return Sight.ofDistricts(districts);
    }
}
