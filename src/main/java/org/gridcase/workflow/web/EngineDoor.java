package org.gridcase.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.engine.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The engine's REST API and the web apps' API, open for what is on the list and shut for the rest. A refusal by our
 * guard leaves as 422 with a sentence, where the engine would have said 500.
 */
class EngineDoor extends OncePerRequestFilter {
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
            String text = messages.getMessage("workflow.door.shut", null, locales.resolveLocale(request));
            sentence.write(response, HttpStatus.FORBIDDEN, "workflow.door.shut", text);
            return;
        }
        if (HttpMethod.GET.matches(request.getMethod())) {
            chain.doFilter(request, response);
            refusals.take();
            return;
        }
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        var refusal = refusals.take();
        if (refusal.isPresent() && held.getStatus() >= 400) {
            held.resetBuffer();
            write(held, refusal.get(), request);
        }
        held.copyBodyToResponse();
    }

    private void write(HttpServletResponse response, Refusal refusal, HttpServletRequest request) throws IOException {
        String text = messages.getMessage(
                refusal.key(), refusal.arguments().toArray(), refusal.key(), locales.resolveLocale(request));
        sentence.write(response, HttpStatus.UNPROCESSABLE_ENTITY, refusal.key(), text == null ? refusal.key() : text);
    }
}
