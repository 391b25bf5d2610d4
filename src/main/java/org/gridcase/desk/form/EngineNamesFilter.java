package org.gridcase.desk.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Rewrites the names in what the web apps look up, and only for those who read English. */
class EngineNamesFilter extends OncePerRequestFilter {
    private static final Pattern NAMING = Pattern.compile(
            ".*/(task|filter|process-definition)(/[^/]+)?/?|.*/filter/[^/]+/(list|singleResult)|.*/process-definition/key/[^/]+");

    private final EngineNames names;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    EngineNamesFilter(EngineNames names, LocaleResolver locales, ObjectMapper json) {
        this.names = names;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !locales.resolveLocale(request).getLanguage().equals(Locale.ENGLISH.getLanguage())
                || !NAMING.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String type = String.valueOf(held.getContentType());
        if (held.getStatus() == HttpStatus.OK.value() && type.contains("json")) {
            JsonNode answer = json.readTree(held.getContentAsByteArray());
            names.translate(answer, locales.resolveLocale(request));
            held.resetBuffer();
            held.getOutputStream().write(json.writeValueAsBytes(answer));
        }
        held.copyBodyToResponse();
    }
}
