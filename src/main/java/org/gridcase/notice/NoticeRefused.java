package org.gridcase.notice;

import org.gridcase.shared.Refusal;

/** A notice, or a text or time for notices, that cannot be so. */
public class NoticeRefused extends Refusal {

    private NoticeRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static NoticeRefused gone() {
        return new NoticeRefused(Kind.NOT_FOUND, "notice.gone");
    }

    static NoticeRefused noTemplate() {
        return new NoticeRefused(Kind.NOT_FOUND, "notice.noTemplate");
    }

    static NoticeRefused title(int longest) {
        return new NoticeRefused(Kind.INVALID, "notice.title.bad", longest);
    }

    static NoticeRefused body(int longest) {
        return new NoticeRefused(Kind.INVALID, "notice.body.bad", longest);
    }

    static NoticeRefused names(String known) {
        return new NoticeRefused(Kind.INVALID, "notice.names.bad", known);
    }
}
