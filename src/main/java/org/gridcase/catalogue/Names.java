package org.gridcase.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses between a Chinese name, always there, and an English one. */
final class Names {
    private Names() {}

    static String in(Locale locale, String chinese, @Nullable String english) {
        boolean wantsChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return wantsChinese || english == null ? chinese : english;
    }
}
