package org.gridcase.desk.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridcase.desk.Noticing;
import org.gridcase.notice.Channel;
import org.gridcase.notice.NoticeRules;
import org.gridcase.notice.NoticeTexts;
import org.gridcase.notice.Outbox;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the channels do, when nobody is disturbed, and what notices say. */
@Controller
@RequestMapping("/admin/notices")
class NoticeAdminController {
    private final Noticing noticing;
    private final Outbox outbox;
    private final NoticeRules rules;
    private final NoticeTexts texts;
    private final Naming naming;
    private final Times times;
    private final Clock clock;

    NoticeAdminController(
            Noticing noticing,
            Outbox outbox,
            NoticeRules rules,
            NoticeTexts texts,
            Naming naming,
            Times times,
            Clock clock) {
        this.noticing = noticing;
        this.outbox = outbox;
        this.rules = rules;
        this.texts = texts;
        this.naming = naming;
        this.times = times;
        this.clock = clock;
    }

    /**
     * A channel as the page shows it.
     *
     * @param state key of how it does: {@code off}, {@code well}, {@code failing}
     */
    record Row(
            Channel channel,
            String name,
            String state,
            long waiting,
            @Nullable Long oldestMinutes,
            long failed,
            @Nullable String failingSince,
            @Nullable String restsUntil,
            @Nullable String failure,
            @Nullable String sentAt) {

        public boolean mayRetry() {
            return !state.equals("off") && (failed > 0 || state.equals("failing"));
        }
    }

    record View(List<Row> rows, NoticeRules.Hours hours, List<NoticeTexts.Template> texts, boolean mayChange) {}

    @GetMapping
    ModelAndView page(Principal who, Locale locale) {
        Names names = naming.in(locale);
        var view = new View(
                outbox.states().stream().map(it -> row(it, names)).toList(),
                rules.hours(),
                texts.all(),
                noticing.mayChange(who.getName()));
        return new ModelAndView("desk/notices-admin").addObject("view", view);
    }

    private Row row(Outbox.State it, Names names) {
        Instant oldest = it.oldest();
        String failure = it.failure();
        return new Row(
                it.channel(),
                names.say("notice.channel." + it.channel()),
                !it.ready() ? "off" : it.failingSince() == null ? "well" : "failing",
                it.waiting(),
                oldest == null
                        ? null
                        : Duration.between(oldest, clock.instant()).toMinutes(),
                it.failed(),
                times.minuteIfAny(it.failingSince()),
                times.minuteIfAny(it.restsUntil()),
                failure == null ? null : said(failure, names),
                times.minuteIfAny(it.sentAt()));
    }

    /** A word, perhaps with a number; or the key of a refusal. */
    private static String said(String failure, Names names) {
        String[] parts = failure.split(" ", 2);
        String number = parts.length > 1 ? parts[1] : "";
        return parts[0].startsWith("outward.")
                ? names.say(parts[0], number)
                : names.say("notice.failure." + parts[0], number);
    }

    @PostMapping("/retry")
    ModelAndView retry(@RequestParam Channel channel, Principal who, Locale locale) {
        return act(() -> noticing.retry(channel, who.getName()), who, locale);
    }

    @PostMapping("/hours")
    ModelAndView hours(
            @RequestParam LocalTime quietFrom,
            @RequestParam LocalTime quietTo,
            @RequestParam LocalTime digestAt,
            Principal who,
            Locale locale) {
        return act(() -> noticing.put(new NoticeRules.Hours(quietFrom, quietTo, digestAt), who.getName()), who, locale);
    }

    @PostMapping("/texts")
    ModelAndView text(
            @RequestParam String template,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            Principal who,
            Locale locale) {
        var text = new NoticeTexts.Text(title, body);
        var typed = Map.of("typed", text, "typedIn", template + " " + language);
        return act(() -> noticing.put(template, language, text, who.getName()), typed, who, locale);
    }

    @PostMapping("/texts/drop")
    ModelAndView drop(@RequestParam String template, @RequestParam String language, Principal who, Locale locale) {
        return act(() -> noticing.drop(template, language, who.getName()), who, locale);
    }

    private ModelAndView act(Runnable change, Principal who, Locale locale) {
        return act(change, Map.of(), who, locale);
    }

    /** @param typed what is not lost on a refusal */
    private ModelAndView act(Runnable change, Map<String, ?> typed, Principal who, Locale locale) {
        try {
            change.run();
            return new ModelAndView("redirect:/admin/notices?done");
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            return page(who, locale)
                    .addAllObjects(typed)
                    .addObject(
                            "refused",
                            naming.in(locale)
                                    .say(refused.key(), refused.arguments().toArray()));
        }
    }
}
