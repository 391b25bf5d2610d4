package org.gridcase.identity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridcase.limits.Limit;
import org.gridcase.limits.Limits;
import org.gridcase.limits.TooOften;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Tells programs in their language that they must sign in, or may not. */
@Component
class MachineProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final SignIn signIn;
    private final Limits limits;

    MachineProblems(ObjectMapper json, MessageSource messages, LocaleResolver locales, SignIn signIn, Limits limits) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
        this.signIn = signIn;
        this.limits = limits;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (unknown instanceof AuthenticationServiceException) {
            tell(HttpStatus.SERVICE_UNAVAILABLE, "identity.keycloak.unreachable", request, response);
            return;
        }
        TooOften often = tooOften(request, unknown);
        if (often != null) {
            often.tell(response);
            tell(
                    HttpStatus.TOO_MANY_REQUESTS,
                    often.key(),
                    request,
                    response,
                    often.arguments().toArray());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, signIn.challenge());
        tell(HttpStatus.UNAUTHORIZED, "shared.pleaseSignIn", request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        tell(HttpStatus.FORBIDDEN, "shared.forbidden", request, response);
    }

    /** A token cannot be guessed: whoever sends wrong ones gets a shorter answer, and a right one still gets in. */
    private @Nullable TooOften tooOften(HttpServletRequest request, AuthenticationException unknown) {
        if (unknown instanceof GuessedTooOften guessed) {
            return guessed.refusal();
        }
        try {
            if (unknown instanceof OAuth2AuthenticationException) {
                limits.pass(Limit.TOKENS, Limits.address(request));
            }
            return null;
        } catch (TooOften often) {
            return often;
        }
    }

    private void tell(
            HttpStatus status,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Object... arguments)
            throws IOException {
        var problem = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage(key, arguments, locales.resolveLocale(request)));
        problem.setProperty("code", key);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
