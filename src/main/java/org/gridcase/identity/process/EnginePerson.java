package org.gridcase.identity.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.SecurityActions;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.gridcase.identity.Actors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine's web apps at each request who has signed in with us and what they may do now. It stands in the place
 * of their own filter, which keeps both in the session.
 */
class EnginePerson extends OncePerRequestFilter {
    /** Pages and interfaces of the web apps; the rest are their files. */
    private static final Pattern ASKS_WHO =
            Pattern.compile("/camunda/(app/\\w+/\\w+/?|api/(?!\\w+/plugin/\\w+/static/).*)");

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<Actors> actors;

    EnginePerson(ObjectProvider<ProcessEngine> engine, ObjectProvider<Actors> actors) {
        this.engine = engine;
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentications = new Authentications();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String account = ASKS_WHO.matcher(path).matches() ? request.getRemoteUser() : null;
        if (account != null) {
            authentications.addOrReplace(now(account));
        }
        Authentications.setCurrent(authentications);
        try {
            SecurityActions.runWithAuthentications(
                    () -> {
                        chain.doFilter(request, response);
                        return null;
                    },
                    authentications);
        } finally {
            Authentications.clearCurrent();
        }
    }

    private UserAuthentication now(String account) {
        var actor = actors.getObject().of(account);
        return AuthenticationUtil.createAuthentication(
                engine.getObject(), account, List.copyOf(actor.groups()), List.copyOf(actor.tenants()));
    }
}
