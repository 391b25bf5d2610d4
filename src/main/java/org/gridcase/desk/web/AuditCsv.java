package org.gridcase.desk.web;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.audit.AuditPage;
import org.gridcase.audit.AuditQuery;
import org.gridcase.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** Entries of the audit as a file, the last first; at most {@value #MOST}. */
class AuditCsv {
    static final int MOST = 100_000;
    private static final int BATCH = 1_000;

    /** By which spreadsheet programs know UTF-8. */
    private static final char MARK = '\ufeff';

    private final PrintWriter out;

    AuditCsv(PrintWriter out) {
        this.out = out;
    }

    void write(AuditTrail trail, AuditQuery query) {
        out.print(MARK);
        line(Stream.of("number", "at", "actor", "action", "kind", "subject", "reason", "detail", "erased"));
        AuditPage page = trail.find(query, BATCH);
        for (int written = BATCH; ; written += BATCH) {
            page.rows().forEach(this::row);
            if (page.next() == null || written >= MOST) {
                break;
            }
            page = trail.find(query.after(page.next()), BATCH);
        }
        out.flush();
    }

    private void row(AuditPage.Row row) {
        line(Stream.of(
                Long.toString(row.number()),
                row.at().toString(),
                row.actor(),
                row.action(),
                row.subject().kind(),
                row.subject().id(),
                shown(row.reason()),
                shown(row.detail()),
                Boolean.toString(row.erased())));
    }

    private static String shown(@Nullable String told) {
        return Objects.requireNonNullElse(told, "");
    }

    private void line(Stream<String> cells) {
        out.print(cells.map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** A spreadsheet program computes what begins like a formula, unless a quote stands before it. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
