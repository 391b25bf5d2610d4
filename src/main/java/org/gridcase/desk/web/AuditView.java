package org.gridcase.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridcase.audit.AuditPage;
import org.gridcase.audit.ChainCheck;
import org.gridcase.audit.Flaw;
import org.springframework.stereotype.Component;

/** The audit's page in the reader's words. */
@Component
class AuditView {
    private final AuditLines lines;
    private final Naming naming;
    private final Times times;

    AuditView(AuditLines lines, Naming naming, Times times) {
        this.lines = lines;
        this.naming = naming;
        this.times = times;
    }

    /** @param mood of the note: {@code good}, {@code bad}, or nothing */
    record Checked(String mood, String words) {}

    List<AuditLine> lines(List<AuditPage.Row> rows, Locale locale) {
        return lines.of(rows, naming.in(locale));
    }

    List<Choice> actions(List<String> codes, Locale locale) {
        Names names = naming.in(locale);
        return codes.stream()
                .map(code -> new Choice(code, AuditLines.action(code, names)))
                .toList();
    }

    Checked checked(Optional<ChainCheck.Checked> last, Locale locale) {
        Names names = naming.in(locale);
        return last.map(one -> checked(one, names))
                .orElseGet(() -> new Checked("", names.say("desk.audit.checked.never")));
    }

    private Checked checked(ChainCheck.Checked last, Names names) {
        String at = times.minute(last.at());
        Flaw flaw = last.flaw();
        if (flaw == null) {
            return new Checked("good", names.say("desk.audit.checked.sound", at, last.entries()));
        }
        String what = names.say("desk.audit.flaw." + flaw.kind());
        return new Checked(
                "bad",
                names.say("desk.audit.checked.broken", at, flaw.day().toString(), Long.toString(flaw.number()), what));
    }
}
