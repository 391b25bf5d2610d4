package org.gridcase.desk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridcase.policy.Deployed;
import org.gridcase.policy.guard.Finding;
import org.springframework.stereotype.Component;

/** The engine's own shapes for a deployment that was taken and for models that it cannot read. */
@Component
class DeploymentAnswers {
    /** By which the Modeler knows that a diagram was refused, and not the connection. */
    private static final String UNREADABLE = "ENGINE-09005 Could not parse BPMN process. ";

    private final Naming naming;
    private final DateTimeFormatter time;

    DeploymentAnswers(Naming naming, ZoneId zone) {
        this.naming = naming;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(zone);
    }

    /** Nothing of it is deployed, so that each definition is named as one of a draft. */
    Map<String, Object> taken(Deployed it, Locale locale) {
        String id = it.draft().id().toString();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("links", List.of(Map.of("method", "GET", "href", "/policy/drafts/" + id, "rel", "self")));
        told.put("id", id);
        told.put("name", it.draft().title());
        told.put("source", naming.in(locale).say("policy.upload.source"));
        told.put("deploymentTime", at(it.at()));
        told.put("tenantId", null);
        told.put("deployedProcessDefinitions", definitions(it.processes(), id));
        told.put("deployedCaseDefinitions", null);
        told.put("deployedDecisionDefinitions", definitions(it.decisions(), id));
        told.put("deployedDecisionRequirementsDefinitions", null);
        return told;
    }

    private String at(Instant when) {
        return time.format(when);
    }

    private static Map<String, Object> definitions(Map<String, String> keys, String draft) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        keys.forEach((path, key) -> {
            Map<String, Object> definition = new HashMap<>();
            definition.put("id", key + ":draft:" + draft);
            definition.put("key", key);
            definition.put("name", key);
            definition.put("version", 0);
            definition.put("resource", path);
            definition.put("deploymentId", draft);
            definition.put("tenantId", null);
            definition.put("suspended", true);
            definitions.put(key + ":draft:" + draft, definition);
        });
        return definitions;
    }

    /** What is wrong, a line each, and by file as the engine has it. */
    Map<String, Object> refused(List<Finding> findings, Locale locale) {
        Names names = naming.in(locale);
        String lines = findings.stream()
                .map(it -> "* " + it.file() + (it.place().isEmpty() ? "" : " " + it.place()) + ": " + say(names, it))
                .collect(Collectors.joining("\n"));
        Map<String, List<Map<String, Object>>> byFile = new LinkedHashMap<>();
        findings.forEach(it -> byFile.computeIfAbsent(it.file(), any -> new ArrayList<>())
                .add(Map.of(
                        "message",
                        say(names, it),
                        "line",
                        0,
                        "column",
                        0,
                        "mainElementId",
                        it.place(),
                        "elementIds",
                        it.place().isEmpty() ? List.of() : List.of(it.place()))));
        Map<String, Object> details = new LinkedHashMap<>();
        byFile.forEach((file, errors) -> details.put(file, Map.of("errors", errors, "warnings", List.of())));
        return Map.of(
                "type",
                "ParseException",
                "message",
                UNREADABLE + names.say("policy.upload.refused", findings.size()) + "\n" + lines,
                "code",
                "policy.guard.refused",
                "details",
                details);
    }

    private static String say(Names names, Finding it) {
        return names.say(it.key(), it.arguments().toArray());
    }
}
