package org.gridcase.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridcase.catalogue.Limit;
import org.gridcase.policy.DecisionRecord;
import org.gridcase.policy.Decisions;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What policy decided about a case, in the reader's words. */
@Component
class DecisionViews {
    private final Decisions decisions;
    private final PolicyWords words;
    private final Times times;

    DecisionViews(Decisions decisions, PolicyWords words, Times times) {
        this.decisions = decisions;
        this.words = words;
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

    List<Fact> facts(Map<String, Object> values, Names names) {
        return values.entrySet().stream()
                .filter(one -> one.getValue() != null && !one.getKey().equals("row") && !"".equals(one.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(one ->
                        new Fact(names.say("desk.field." + one.getKey()), value(one.getKey(), one.getValue(), names)))
                .toList();
    }

    private String value(String name, Object value, Names names) {
        String text = String.valueOf(value);
        if (value instanceof Boolean) {
            return names.say("desk.answer." + text);
        }
        if (value instanceof Limit limit) {
            return names.ofLimit(limit);
        }
        return value instanceof Double share
                ? String.format(Locale.ROOT, "%.2f", share)
                : words.value(name, text, names, names.locale());
    }
}
