package org.gridcase.identity.roster.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.gridcase.identity.Role;
import org.gridcase.identity.roster.GrantOrder;
import org.gridcase.identity.roster.Granting;
import org.gridcase.identity.roster.Reach;
import org.gridcase.identity.roster.Reaches;
import org.gridcase.identity.roster.StaffList;
import org.gridcase.identity.roster.StaffList.Line;
import org.gridcase.identity.roster.Sync;
import org.gridcase.identity.roster.UnknownPerson;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People and what each may do where, as far as the administrator reaches. */
@Controller
@RequestMapping("/admin/staff")
class StaffController {
    private static final int PAGE = 50;
    private static final int CHOICES = 20;

    private final Reaches reaches;
    private final StaffList list;
    private final Granting granting;
    private final Sync sync;
    private final SyncView view;
    private final MessageSource messages;

    StaffController(
            Reaches reaches, StaffList list, Granting granting, Sync sync, SyncView view, MessageSource messages) {
        this.reaches = reaches;
        this.list = list;
        this.granting = granting;
        this.sync = sync;
        this.view = view;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after,
            Principal who,
            Locale locale,
            Model model) {
        Reach reach = reaches.of(who.getName());
        List<Line> found = list.find(words, after, reach, PAGE + 1);
        List<Line> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("words", words)
                .addAttribute("after", after)
                .addAttribute("lines", shown)
                .addAttribute("next", found.size() > PAGE ? shown.get(PAGE - 1).account() : null)
                .addAttribute("city", reach.city())
                .addAttribute("sync", view.of(locale, reach));
        return "identity/staff";
    }

    @GetMapping("/sync")
    String sync(Principal who, Locale locale, Model model) {
        Reach reach = reaches.of(who.getName());
        model.addAttribute("city", reach.city()).addAttribute("sync", view.of(locale, reach));
        return "identity/staff :: sync";
    }

    @PostMapping("/sync")
    String syncNow(Principal who) {
        sync.ask(who.getName(), reaches.of(who.getName()));
        return "redirect:/admin/staff";
    }

    @GetMapping("/scopes")
    String scopes(@RequestParam(defaultValue = "", name = "scope") String words, Principal who, Model model) {
        model.addAttribute("scopes", list.scopes(words, reaches.of(who.getName()), CHOICES));
        return "identity/person :: scopes";
    }

    @GetMapping("/person")
    String person(@RequestParam String account, Principal who, Model model) {
        Reach reach = reaches.of(who.getName());
        model.addAttribute("person", list.person(account, reach).orElseThrow(() -> UnknownPerson.called(account)))
                .addAttribute("grants", list.grants(account, reach))
                .addAttribute("roles", Role.values())
                .addAttribute("scopes", list.scopes("", reach, CHOICES))
                .addAttribute("own", account.equals(who.getName()))
                .addAttribute("open", granting.isOpen());
        return "identity/person";
    }

    @PostMapping("/give")
    String give(
            @RequestParam String account,
            @RequestParam String role,
            @RequestParam String scope,
            @RequestParam String reason,
            Principal who,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        var order = new GrantOrder(account, role, scope.strip(), reason);
        return act(order, () -> granting.give(order, who.getName()), "given", who, locale, model, redirect);
    }

    @PostMapping("/take")
    String take(
            @RequestParam String account,
            @RequestParam String role,
            @RequestParam String scope,
            @RequestParam String reason,
            Principal who,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        var order = new GrantOrder(account, role, scope, reason);
        return act(order, () -> granting.take(order, who.getName()), "taken", who, locale, model, redirect);
    }

    private String act(
            GrantOrder order,
            Runnable act,
            String done,
            Principal who,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        try {
            act.run();
        } catch (Refusal refused) {
            String words =
                    messages.getMessage(refused.key(), refused.arguments().toArray(), locale);
            model.addAttribute("refused", words).addAttribute("typed", order);
            return person(order.account(), who, model);
        }
        redirect.addAttribute("account", order.account());
        redirect.addAttribute("done", done);
        return "redirect:/admin/staff/person";
    }
}
