package org.gridcase.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.casework.Move;
import org.gridcase.casework.Notes;
import org.gridcase.clock.EscalationRows.Due;
import org.gridcase.clock.EscalationRows.Lit;
import org.gridcase.clock.EscalationRows.Planned;
import org.gridcase.clock.EscalationRows.Told;
import org.gridcase.notice.Notices;
import org.gridcase.policy.EscalationInput;
import org.gridcase.policy.EscalationStep;
import org.gridcase.policy.EscalationTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whom the city's table names that a case's time runs out: planned with the lamp, told when a step is due,
 * once, and not if the case has moved on.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Escalations {
    static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
    private static final String SYSTEM = "system";
    private static final int NAMED = 10;
    private static final Duration WHILE_IT_STANDS = Duration.ofMinutes(5);

    private final EscalationRows rows;
    private final EscalationTable table;
    private final Audiences audiences;
    private final EscalationNews news;
    private final Notices notices;
    private final Notes notes;
    private final Clock clock;

    Escalations(
            EscalationRows rows,
            EscalationTable table,
            Audiences audiences,
            EscalationNews news,
            Notices notices,
            Notes notes,
            Clock clock) {
        this.rows = rows;
        this.table = table;
        this.audiences = audiences;
        this.news = news;
        this.notices = notices;
        this.notes = notes;
        this.clock = clock;
    }

    /** With the lamps that were lit, in their transaction. */
    void plan(List<Lit> lit, Instant now) {
        record Question(int release, EscalationInput input) {}
        Map<Question, List<EscalationStep>> asked = new HashMap<>();
        List<Planned> planned = new ArrayList<>();
        for (Lit it : lit) {
            long over = Duration.between(it.told().at(), now).toMinutes();
            var question = new Question(
                    it.release(),
                    EscalationInput.of(
                            it.told().clock().name(), it.told().lamp().name(), over, it.serviceCode()));
            var steps = asked.computeIfAbsent(question, any -> steps(question.release(), question.input()));
            for (int i = 0; i < steps.size(); i++) {
                planned.add(new Planned(it, i + 1, steps.get(i)));
            }
        }
        rows.plan(planned);
    }

    /** A lamp is lit whatever the city's table is worth. */
    private List<EscalationStep> steps(int release, EscalationInput input) {
        try {
            return table.steps(release, input).stream()
                    .filter(Audiences::understands)
                    .toList();
        } catch (RuntimeException unusable) {
            LOG.error("release {} does not say whom to tell of {}", release, input, unusable);
            return List.of();
        }
    }

    /** @return how many steps were taken or passed over; fewer than {@value #BATCH} once none is left */
    int tell() {
        Instant now = clock.instant();
        List<Due> due = rows.due(now, BATCH);
        rows.pass(due.stream().filter(Due::hasMovedOn).map(Due::id).toList(), now);
        rows.wait(
                due.stream()
                        .filter(it -> !it.hasMovedOn() && it.stands())
                        .map(Due::id)
                        .toList(),
                now.plus(WHILE_IT_STANDS));
        tell(due.stream().filter(it -> !it.hasMovedOn() && !it.stands()).toList(), now);
        return due.size();
    }

    private void tell(List<Due> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        var audience = audiences.of(due);
        List<Told> told = due.stream()
                .map(it -> new Told(it, List.copyOf(audience.of(it))))
                .toList();
        rows.told(told, now);
        notices.tell(told.stream()
                .map(it -> new Notices.Call(
                        news.of(it.step(), now),
                        audience.of(it.step()),
                        Audiences.channels(it.step().channels())))
                .toList());
        notes.append(
                Move.ESCALATE,
                SYSTEM,
                now,
                told.stream()
                        .map(it -> new Notes.Note(it.step().caseId(), detail(it)))
                        .toList());
    }

    private static Map<String, Object> detail(Told it) {
        var detail = new HashMap<String, Object>();
        detail.put("clock", it.step().clock().name());
        detail.put("lamp", it.step().lamp().name());
        detail.put("whom", it.step().role());
        detail.put("told", it.recipients().stream().sorted().limit(NAMED).toList());
        detail.put("number", it.recipients().size());
        return detail;
    }
}
