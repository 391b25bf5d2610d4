package org.gridcase.desk.form;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;

/** The language somebody reads: what they chose, else what their browser prefers. */
final class Language {
    private static final String CHOSEN = "gc-lang";

    private Language() {}

    static Locale of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String language = Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(CHOSEN))
                .map(Cookie::getValue)
                .findFirst()
                .orElseGet(() -> request.getLocale().getLanguage());
        return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
