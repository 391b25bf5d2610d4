package org.gridcase.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Timeline;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;

/** A case's timeline in the reader's words, the latest first. */
@Component
class Steps {
    private static final String IN_PLACE_OF = "inPlaceOf";
    /** Beside the name, and in what happened. */
    private static final Set<String> SAID_ELSEWHERE = Set.of(IN_PLACE_OF, "request");

    private static final Set<String> MACHINES = Set.of("system", "assistant");

    private final Timeline timeline;
    private final Times times;

    Steps(Timeline timeline, Times times) {
        this.timeline = timeline;
        this.times = times;
    }

    List<Step> of(CaseId id, Names names) {
        List<Entry> entries = new ArrayList<>(timeline.of(id));
        Collections.reverse(entries);
        return entries.stream().map(entry -> step(entry, names)).toList();
    }

    private Step step(Entry entry, Names names) {
        boolean byRule = entry.actor().equals("assistant");
        return new Step(
                names.ofLine(entry),
                who(entry, names),
                MACHINES.contains(entry.actor()),
                times.minute(entry.at()),
                names.say("casework.stage." + entry.stage()),
                byRule ? null : entry.reason(),
                facts(entry, byRule, names));
    }

    private List<Fact> facts(Entry entry, boolean byRule, Names names) {
        Map<String, ?> detail = entry.detail();
        var facts = new ArrayList<Fact>();
        detail.entrySet().stream()
                .filter(fact -> !SAID_ELSEWHERE.contains(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> new Fact(
                        names.say("desk.field." + fact.getKey()), value(fact.getKey(), fact.getValue(), names)))
                .forEach(facts::add);
        if (byRule && entry.reason() != null) {
            facts.add(new Fact(names.say("desk.field.rule"), entry.reason()));
        }
        return facts;
    }

    /** Somebody who stood in, with the name of whose work it was. */
    private static String who(Entry entry, Names names) {
        Object lender = entry.detail().get(IN_PLACE_OF);
        String actor = names.ofActor(entry.actor());
        return lender == null ? actor : names.say("desk.actor.inPlaceOf", actor, names.ofActor(lender.toString()));
    }

    private static String named(Object accounts, Names names) {
        return accounts instanceof Collection<?> some && !some.isEmpty()
                ? some.stream().map(one -> names.ofActor(one.toString())).collect(Collectors.joining("、"))
                : names.say("desk.escalation.nobody");
    }

    /** As a table of escalation says it: holder, leader, or a role and perhaps a level. */
    private static String whom(String text, Names names) {
        String[] role = text.split("@", 2);
        boolean ofTask = role[0].equals("holder") || role[0].equals("leader");
        String said = names.say((ofTask ? "desk.escalation." : "identity.role.") + role[0]);
        return role.length == 1 ? said : said + " · " + names.say("desk.escalation.level." + role[1]);
    }

    private String value(String name, Object value, Names names) {
        String text = String.valueOf(value);
        return switch (name) {
            case "serviceCode" -> text + " " + names.ofClass(text);
            case "unit" -> String.valueOf(names.ofUnit(text));
            case "channel" -> names.say("desk.channel." + text);
            case "holder" -> names.ofActor(text);
            case "task" -> names.say("desk.task." + text);
            case "why" -> names.say("desk.reveal.why." + text);
            case "fields" ->
                Arrays.stream(text.split(", "))
                        .map(field -> names.say("desk.reveal.field." + field))
                        .collect(Collectors.joining(" "));
            case "amount" -> amount(text, names);
            case "until" -> times.minute(Instant.parse(text));
            case "clock" -> names.say("clock.kind." + text);
            case "lamp" -> names.say("desk.lamp." + text.toLowerCase(Locale.ROOT));
            case "act" -> names.say("desk.watch.act." + text);
            case "whom" -> whom(text, names);
            case "told" -> named(value, names);
            case "action" -> names.say("desk.intervention." + text);
            default -> text;
        };
    }

    /** Such as {@code 2 WORKING_DAYS}. */
    private static String amount(String text, Names names) {
        String[] parts = text.split(" ", 2);
        return parts.length < 2
                ? text
                : names.say("desk.form.limit", parts[0], names.say("catalogue.limitKind." + parts[1]));
    }
}
