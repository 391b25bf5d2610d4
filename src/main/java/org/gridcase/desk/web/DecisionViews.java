package org.gridcase.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.catalogue.Limit;
import org.gridcase.policy.DecisionRecord;
import org.gridcase.policy.Decisions;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What policy decided about a case, in the reader's words. */
@Component
class DecisionViews {
    private static final Set<String> CLASSES = Set.of("serviceCode", "proposed");
    private static final Set<String> AREAS = Set.of("district", "street");

    private final Decisions decisions;
    private final Times times;

    DecisionViews(Decisions decisions, Times times) {
        this.decisions = decisions;
        this.times = times;
    }

    List<DecisionView> of(CaseId id, Names names) {
        return decisions.of(id).stream().map(record -> view(record, names)).toList();
    }

    private DecisionView view(DecisionRecord record, Names names) {
        return new DecisionView(
                names.say("desk.decision." + record.decision()),
                times.minute(record.decidedAt()),
                record.release(),
                record.table(),
                record.row(),
                facts(record.inputs(), names),
                facts(record.output(), names),
                overridden(record.overridden(), names));
    }

    private DecisionView.@Nullable Overridden overridden(DecisionRecord.@Nullable Override by, Names names) {
        return by == null
                ? null
                : new DecisionView.Overridden(
                        names.ofActor(by.by()), times.minute(by.at()), by.reason(), facts(by.to(), names));
    }

    static List<Fact> facts(Map<String, Object> values, Names names) {
        return values.entrySet().stream()
                .filter(one -> one.getValue() != null && !one.getKey().equals("row") && !"".equals(one.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(one ->
                        new Fact(names.say("desk.field." + one.getKey()), value(one.getKey(), one.getValue(), names)))
                .toList();
    }

    private static String value(String name, Object value, Names names) {
        String text = String.valueOf(value);
        if (value instanceof Boolean) {
            return names.say("desk.answer." + text);
        }
        if (value instanceof Limit limit) {
            return names.ofLimit(limit);
        }
        if (value instanceof Double share) {
            return String.format("%.2f", share);
        }
        if (CLASSES.contains(name)) {
            return text + " " + names.ofClass(text);
        }
        return AREAS.contains(name) ? names.ofArea(text) : text;
    }
}
