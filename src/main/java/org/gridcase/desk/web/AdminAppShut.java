package org.gridcase.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Camunda's Admin app has nothing to administer here: people and rights have their source elsewhere, so it says where. */
@Component
@Order(AdminAppShut.BEHIND_SIGN_IN)
class AdminAppShut extends OncePerRequestFilter {
    static final int BEHIND_SIGN_IN = 0;
    private static final String APP = "/camunda/app/admin";

    private final MessageSource messages;
    private final LocaleResolver locales;

    AdminAppShut(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals(APP) && !path.startsWith(APP + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(
                ErrorPages.WORDS, messages.getMessage("desk.adminApp.shut", null, locales.resolveLocale(request)));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
