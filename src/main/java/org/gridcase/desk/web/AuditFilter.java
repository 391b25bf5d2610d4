package org.gridcase.desk.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridcase.audit.AuditQuery;
import org.gridcase.desk.CaseNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What the audit's address asks for, as typed; what makes no sense is not asked.
 *
 * @param subject a case's number, or any subject's id
 * @param from a day
 * @param until a day, itself included
 * @param after where a further page begins
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String until,
        @Nullable String after) {

    AuditQuery query(ZoneId zone, CaseNumbers numbers) {
        String typed = CaseFilter.typed(subject);
        return new AuditQuery(
                CaseFilter.typed(actor),
                CaseFilter.typed(action),
                typed == null
                        ? null
                        : numbers.id(typed.toUpperCase(Locale.ROOT)).orElse(typed),
                CaseFilter.day(from, 0, zone),
                CaseFilter.day(until, 1, zone),
                CaseFilter.typed(after));
    }

    public boolean asksNothing() {
        return asked().isEmpty();
    }

    Map<String, String> asked() {
        var asked = new TreeMap<String, String>();
        String[] names = {"actor", "action", "subject", "from", "until"};
        var values = Arrays.asList(actor, action, subject, from, until);
        for (int i = 0; i < names.length; i++) {
            String typed = CaseFilter.typed(values.get(i));
            if (typed != null) {
                asked.put(names[i], typed);
            }
        }
        return asked;
    }
}
