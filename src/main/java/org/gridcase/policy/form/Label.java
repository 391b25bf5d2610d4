package org.gridcase.policy.form;

import java.util.Locale;

/** A text of a form in the two languages; the English is the Chinese where a form gives none. */
public record Label(String zh, String en) {
    static final Label NONE = new Label("", "");

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    public boolean isEmpty() {
        return zh.isEmpty();
    }
}
