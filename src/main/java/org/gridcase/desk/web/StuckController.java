package org.gridcase.desk.web;

import java.security.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.gridcase.desk.process.Endings;
import org.gridcase.desk.process.Intervention;
import org.gridcase.desk.process.Interventions;
import org.gridcase.desk.process.StuckCases;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Role;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Cases that will not go on by themselves, and what an administrator does about them. */
@Controller
@RequestMapping("/admin/stuck")
class StuckController {
    private static final int LONGEST_HOURS = 24 * 365;

    private final StuckCases stuck;
    private final Interventions interventions;
    private final Endings endings;
    private final StuckLines lines;
    private final Naming naming;
    private final Actors actors;

    StuckController(
            StuckCases stuck,
            Interventions interventions,
            Endings endings,
            StuckLines lines,
            Naming naming,
            Actors actors) {
        this.stuck = stuck;
        this.endings = endings;
        this.interventions = interventions;
        this.lines = lines;
        this.naming = naming;
        this.actors = actors;
    }

    @GetMapping
    ModelAndView page(
            @RequestParam(defaultValue = "72") int hours,
            @RequestParam(required = false) @Nullable String number,
            Principal who,
            Locale locale) {
        int asked = Math.max(1, Math.min(hours, LONGEST_HOURS));
        Names names = naming.in(locale);
        Set<String> theirs = actors.districts(who.getName(), Role.ADMINISTRATOR);
        return new ModelAndView("desk/stuck")
                .addObject("number", number)
                .addObject("asked", number == null ? null : lines.of(stuck.numbered(theirs, number.strip()), names))
                .addObject("hours", asked)
                .addObject("failed", lines.of(stuck.failed(theirs), names))
                .addObject("unheld", lines.of(stuck.unheld(theirs), names))
                .addObject("still", lines.of(stuck.still(theirs, Duration.ofHours(asked)), names));
    }

    @PostMapping("/jobs/{job}/retry")
    ModelAndView retry(@PathVariable String job, @RequestParam String reason, Principal who, Locale locale) {
        return act(why -> interventions.retry(job, why), reason, who, locale);
    }

    @PostMapping("/cases/{id}/move")
    ModelAndView move(
            @PathVariable UUID id, @RequestParam String to, @RequestParam String reason, Principal who, Locale locale) {
        return act(why -> interventions.move(new CaseId(id), to, why), reason, who, locale);
    }

    @PostMapping("/tasks/{task}/hand-over")
    ModelAndView handOver(
            @PathVariable String task,
            @RequestParam String group,
            @RequestParam String reason,
            Principal who,
            Locale locale) {
        return act(why -> interventions.handOver(task, group.strip(), why), reason, who, locale);
    }

    @PostMapping("/cases/{id}/annul")
    ModelAndView annul(@PathVariable UUID id, @RequestParam String reason, Principal who, Locale locale) {
        return act(why -> endings.annul(new CaseId(id), why), reason, who, locale);
    }

    @PostMapping("/processes/{caseId}/end")
    ModelAndView endOrphan(@PathVariable String caseId, @RequestParam String reason, Principal who, Locale locale) {
        return act(why -> endings.endOrphan(caseId, why), reason, who, locale);
    }

    private ModelAndView act(Consumer<Intervention> act, String reason, Principal who, Locale locale) {
        try {
            act.accept(new Intervention(who.getName(), reason));
            return new ModelAndView("redirect:/admin/stuck?done");
        } catch (Refusal refused) {
            String words =
                    naming.in(locale).say(refused.key(), refused.arguments().toArray());
            return page(72, null, who, locale).addObject("refused", words).addObject("typed", reason);
        }
    }
}
