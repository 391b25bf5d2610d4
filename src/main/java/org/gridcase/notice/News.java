package org.gridcase.notice;

import java.util.HashMap;
import java.util.Map;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be told.
 *
 * @param event the same for whatever tells of the same again; nobody hears of it twice
 * @param template names its texts
 * @param told what the texts name in braces: plain words, never anything personal
 * @param urgent whether it may be told in quiet hours
 */
public record News(String event, String template, @Nullable CaseId caseId, Map<String, String> told, boolean urgent) {
    /** Before the name of what is said in the reader's language: its value is a message's key. */
    static final String KEY = "key:";
    /** Before the name of what has an English value of its own. */
    static final String ENGLISH = "en:";

    public static News of(String event, String template, @Nullable CaseId caseId) {
        return new News(event, template, caseId, Map.of(), false);
    }

    public News with(String name, String words) {
        var more = new HashMap<>(told);
        more.put(name, words);
        return new News(event, template, caseId, Map.copyOf(more), urgent);
    }

    public News with(String name, String chinese, String english) {
        return with(name, chinese).with(ENGLISH + name, english);
    }

    /** @param key of a message */
    public News say(String name, String key) {
        return with(KEY + name, key);
    }

    public News asUrgent() {
        return new News(event, template, caseId, told, true);
    }
}
