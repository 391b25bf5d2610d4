package org.gridcase.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.gridcase.audit.AuditPage;
import org.gridcase.audit.Subject;
import org.gridcase.desk.CaseNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts entries of the audit into the reader's words. */
@Component
class AuditLines {
    private static final String CASE = "case";

    private final CaseNumbers numbers;
    private final ObjectMapper json;
    private final Times times;

    AuditLines(CaseNumbers numbers, ObjectMapper json, Times times) {
        this.numbers = numbers;
        this.json = json;
        this.times = times;
    }

    List<AuditLine> of(List<AuditPage.Row> rows, Names names) {
        Map<String, String> known = numbers.of(rows.stream()
                .map(AuditPage.Row::subject)
                .filter(subject -> subject.kind().equals(CASE))
                .map(Subject::id)
                .distinct()
                .toList());
        return rows.stream().map(row -> line(row, known, names)).toList();
    }

    private AuditLine line(AuditPage.Row row, Map<String, String> known, Names names) {
        Subject subject = row.subject();
        String number = subject.kind().equals(CASE) ? known.get(subject.id()) : null;
        return new AuditLine(
                row.number(),
                times.second(row.at()),
                row.actor(),
                names.ofActor(row.actor()),
                action(row.action(), names),
                inWords("desk.audit.kind.", subject.kind(), names),
                number == null ? subject.id() : number,
                number == null ? null : "/cases/" + subject.id(),
                row.reason(),
                told(row.detail(), names),
                row.erased());
    }

    static String action(String code, Names names) {
        return inWords("desk.audit.action.", code, names);
    }

    /** What has no words yet is shown as it is. */
    private static String inWords(String prefix, String code, Names names) {
        String words = names.say(prefix + code);
        return words.equals(prefix + code) ? code : words;
    }

    private List<String> told(@Nullable String detail, Names names) {
        return detail == null
                ? List.of()
                : read(detail).properties().stream()
                        .map(field ->
                                inWords("desk.audit.detail.", field.getKey(), names) + " " + text(field.getValue()))
                        .toList();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private JsonNode read(String detail) {
        try {
            return json.readTree(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
