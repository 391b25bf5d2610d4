package org.gridcase.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.engine.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
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

    /** To whom Cockpit is open. */
    private static final List<String> WATCHERS = List.of("supervisor", "administrator", "analyst", "approver");

    private static final Map<Integer, String> KEYS = Map.of(
            401, "shared.pleaseSignIn",
            403, "shared.forbidden",
            404, "shared.notFound",
            405, "shared.methodNotAllowed",
            406, "shared.notAcceptable",
            413, "shared.tooLarge",
            415, "shared.unsupportedType");

    /** Lists and counts name no task. */
    private static final Pattern TASK = Pattern.compile("/task/([0-9A-Za-z-]{8,64})(?:/|$)");

    private final DoorList open;
    private final Refusals refusals;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Sentence sentence;
    private final Audit audit;

    EngineDoor(
            DoorList open,
            Refusals refusals,
            MessageSource messages,
            LocaleResolver locales,
            Sentence sentence,
            Audit audit) {
        this.open = open;
        this.refusals = refusals;
        this.messages = messages;
        this.locales = locales;
        this.sentence = sentence;
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean watching = WATCHERS.stream().anyMatch(request::isUserInRole);
        if (!open.admits(request.getMethod(), request.getRequestURI(), watching)) {
            String key = DoorList.deploys(request.getRequestURI()) ? "workflow.door.deployment" : "workflow.door.shut";
            say(request, response, HttpStatus.FORBIDDEN, key);
            return;
        }
        if (DoorList.takesDeployments(request.getMethod(), request.getRequestURI())) {
            // not the engine's, and answers for itself
            chain.doFilter(request, response);
            return;
        }
        var held = new ContentCachingResponseWrapper(response);
        refusals.take();
        chain.doFilter(Bounded.of(request), held);
        var refusal = refusals.take();
        if (held.getHeader(HttpHeaders.CACHE_CONTROL) == null
                || held.getHeader(HttpHeaders.CACHE_CONTROL).equals("no-cache")) {
            held.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (held.getStatus() >= 400 && refusal.isPresent()) {
            held.resetBuffer();
            say(request, held, HttpStatus.UNPROCESSABLE_ENTITY, refusal.get());
        } else if (held.getStatus() >= 400) {
            translate(request, held);
        }
        if (held.getStatus() == HttpStatus.OK.value()) {
            onRecord(request);
        }
        held.copyBodyToResponse();
    }

    /** What the engine shows of one task, as the same on our pages. */
    private void onRecord(HttpServletRequest request) {
        Matcher task = TASK.matcher(request.getRequestURI());
        if (request.getMethod().equals("GET") && request.getUserPrincipal() != null && task.find()) {
            audit.read(request.getUserPrincipal().getName(), new Subject("task", task.group(1)));
        }
    }

    /** The engine speaks English; the caller's mistake is said in their language, with its words beside. */
    private void translate(HttpServletRequest request, ContentCachingResponseWrapper held) throws IOException {
        var said = Complaint.read(held.getContentAsByteArray());
        boolean mistake = held.getStatus() >= 500 && said.callersMistake();
        int status = mistake ? HttpStatus.BAD_REQUEST.value() : held.getStatus();
        if (status < 500 && held.getContentSize() == 0) {
            // not the engine's: the web apps' own filters send errors without words
            return;
        }
        held.resetBuffer();
        if (status >= 500) {
            fail(request, held);
        } else {
            String key = KEYS.getOrDefault(status, "shared.badRequest");
            String detail = status == HttpStatus.FORBIDDEN.value() ? "" : said.message();
            sentence.write(held, HttpStatus.valueOf(status), key, text(request, key), detail);
        }
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
        sentence.write(response, status, key, text(request, key, arguments), "");
    }

    private String text(HttpServletRequest request, String key, Object... arguments) {
        String text = messages.getMessage(key, arguments, key, locales.resolveLocale(request));
        return Objects.requireNonNullElse(text, key);
    }
}
