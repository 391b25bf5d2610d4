package org.gridcase.desk;

import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.notice.Channel;
import org.gridcase.notice.NoticeRules;
import org.gridcase.notice.NoticeTexts;
import org.gridcase.notice.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the whole city's administrators may do about notices, each on record. */
@Component
@Transactional
public class Noticing {
    private static final String SUBJECT = "notice";

    private final Outbox outbox;
    private final NoticeRules rules;
    private final NoticeTexts texts;
    private final Calendaring calendaring;
    private final Audit audit;

    Noticing(Outbox outbox, NoticeRules rules, NoticeTexts texts, Calendaring calendaring, Audit audit) {
        this.outbox = outbox;
        this.rules = rules;
        this.texts = texts;
        this.calendaring = calendaring;
        this.audit = audit;
    }

    public boolean mayChange(String account) {
        return calendaring.mayChange(account, null);
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to do */
    public void retry(Channel channel, String account) {
        calendaring.check(null, account);
        int again = outbox.retry(channel);
        record(account, "notice.retry", channel.name(), Map.of("again", again));
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to do */
    public void put(NoticeRules.Hours hours, String account) {
        calendaring.check(null, account);
        rules.put(hours);
        record(account, "notice.hours", "hours", Map.of("hours", hours.toString()));
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to do, or the text cannot be so */
    public void put(String template, String language, NoticeTexts.Text text, String account) {
        calendaring.check(null, account);
        texts.put(template, language, text);
        record(
                account,
                "notice.text",
                template,
                Map.of("language", language, "title", text.title(), "body", text.body()));
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to do, or there is no such text */
    public void drop(String template, String language, String account) {
        calendaring.check(null, account);
        texts.drop(template, language);
        record(account, "notice.text.drop", template, Map.of("language", language));
    }

    private void record(String account, String action, String what, Map<String, ?> detail) {
        audit.record(new AuditEntry(account, action, new Subject(SUBJECT, what), null, detail));
    }
}
