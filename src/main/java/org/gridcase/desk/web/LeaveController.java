package org.gridcase.desk.web;

import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.Managing;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is away and who stands in: one's own leave, and that of one's people. */
@Controller
@RequestMapping("/staff/leave")
class LeaveController {
    private static final LeaveForm EMPTY = new LeaveForm(null, null, null, null, null, null);

    private final Absences absences;
    private final Managing managing;
    private final LeaveLines lines;
    private final Staff staff;
    private final Naming naming;

    LeaveController(Absences absences, Managing managing, LeaveLines lines, Staff staff, Naming naming) {
        this.absences = absences;
        this.managing = managing;
        this.lines = lines;
        this.staff = staff;
        this.naming = naming;
    }

    @GetMapping
    ModelAndView page(
            @RequestParam(name = "for", required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String find,
            Principal who,
            Locale locale) {
        var page = show(new LeaveForm(person, null, null, null, null, null), who, locale);
        if (find != null && !find.isBlank()) {
            page.addObject("find", find).addObject("people", managing.find(who.getName(), find));
        }
        return page;
    }

    @PostMapping
    ModelAndView enter(@ModelAttribute LeaveForm form, Principal who, Locale locale) {
        return act(() -> absences.enter(form.wanted(who.getName()), who.getName()), form, who, locale);
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id, Principal who, Locale locale) {
        return act(() -> absences.end(id, who.getName()), EMPTY, who, locale);
    }

    @PostMapping("/{id}/substitute")
    ModelAndView replace(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String substitute,
            Principal who,
            Locale locale) {
        return act(() -> absences.replace(id, substitute, who.getName()), EMPTY, who, locale);
    }

    private ModelAndView act(Runnable act, LeaveForm form, Principal who, Locale locale) {
        try {
            act.run();
            return new ModelAndView("redirect:/staff/leave?done");
        } catch (Refusal refused) {
            String words =
                    naming.in(locale).say(refused.key(), refused.arguments().toArray());
            return show(form, who, locale).addObject("refused", words);
        }
    }

    private ModelAndView show(LeaveForm form, Principal who, Locale locale) {
        String reader = who.getName();
        String asked = form.staffOr(reader);
        // whoever is none of theirs is not shown to exist
        String person = asked.equals(reader) || managing.manages(reader, asked) ? asked : reader;
        Names names = naming.in(locale);
        return new ModelAndView("desk/leave")
                .addObject("form", form)
                .addObject("person", person)
                .addObject(
                        "personName", staff.find(person).map(StaffMember::name).orElse(person))
                .addObject("own", person.equals(reader))
                .addObject("manages", managing.manages(reader))
                .addObject("proposals", lines.proposals(person, names))
                .addObject("today", absences.today().toString())
                .addObject("lines", lines.seenBy(reader, names));
    }
}
