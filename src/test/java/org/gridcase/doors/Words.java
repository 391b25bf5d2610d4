package org.gridcase.doors;

import java.util.Locale;

/** The same in both languages of the documents. */
record Words(String english, String chinese) {
    static final Words NONE = new Words("", "");

    String in(Locale language) {
        return language.equals(Locale.ENGLISH) ? english : chinese;
    }
}
