package org.gridcase.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the language somebody chose go before the one their browser asks for, at every door. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ChosenLanguage extends OncePerRequestFilter {
    static final String COOKIE = "gc-lang";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = chosen(request);
        chain.doFilter(chosen.isPresent() ? new Speaking(request, chosen.get()) : request, response);
    }

    /** Error pages speak it too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .map(code -> code.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private static final class Speaking extends HttpServletRequestWrapper {
        private final Locale locale;

        Speaking(HttpServletRequest request, Locale locale) {
            super(request);
            this.locale = locale;
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(Collections.singletonList(locale));
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Accept-Language") ? locale.toLanguageTag() : super.getHeader(name);
        }
    }
}
