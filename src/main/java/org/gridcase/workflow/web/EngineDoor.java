package org.gridcase.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.engine.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The engine's REST API and the web apps' API, open for what is on the list and shut for the rest. A refusal by our
 * guard leaves as 422 with a sentence, where the engine would have said 500.
 */
class EngineDoor extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(EngineDoor.class);

    private final DoorList open;
    private final Refusals refusals;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Sentence sentence;

    EngineDoor(DoorList open, Refusals refusals, MessageSource messages, LocaleResolver locales, Sentence sentence) {
        this.open = open;
        this.refusals = refusals;
        this.messages = messages;
        this.locales = locales;
        this.sentence = sentence;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!open.admits(request.getMethod(), request.getRequestURI())) {
            say(request, response, HttpStatus.FORBIDDEN, "workflow.door.shut");
            return;
        }
        var held = new ContentCachingResponseWrapper(response);
        refusals.take();
        chain.doFilter(Bounded.of(request), held);
        var refusal = refusals.take();
        if (held.getStatus() >= 400 && refusal.isPresent()) {
            held.resetBuffer();
            say(request, held, HttpStatus.UNPROCESSABLE_ENTITY, refusal.get());
        } else if (held.getStatus() == HttpStatus.FORBIDDEN.value() && held.getContentSize() > 0) {
            held.resetBuffer();
            say(request, held, HttpStatus.FORBIDDEN, "shared.forbidden");
        } else if (held.getStatus() >= 500) {
            held.resetBuffer();
            fail(request, held);
        }
        held.copyBodyToResponse();
    }

    /** What went wrong inside stays inside; the reference leads to the log. */
    private void fail(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reference = UUID.randomUUID().toString();
        LOG.error("failure {} at {} {}", reference, request.getMethod(), request.getRequestURI());
        say(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "shared.unexpected", reference);
    }

    private void say(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Refusal refusal)
            throws IOException {
        say(request, response, status, refusal.key(), refusal.arguments().toArray());
    }

    private void say(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String key,
            Object... arguments)
            throws IOException {
        String text = messages.getMessage(key, arguments, key, locales.resolveLocale(request));
        sentence.write(response, status, key, Objects.requireNonNullElse(text, key));
    }
}
