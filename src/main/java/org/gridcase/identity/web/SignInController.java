package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gridcase.identity.DemoMode;
import org.gridcase.identity.SignInChoice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which staff sign in; a demo shows its accounts on it. */
@Controller
@ConditionalOnProperty(name = SignInChoice.PROPERTY, havingValue = SignInChoice.LOCAL, matchIfMissing = true)
class SignInController {
    private final ObjectProvider<DemoAccounts> accounts;
    private final DemoMode demo;
    private final WantedPage wanted;

    SignInController(ObjectProvider<DemoAccounts> accounts, DemoMode demo, WantedPage wanted) {
        this.wanted = wanted;
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        wanted.remember(to, request, response);
        var shown = accounts.stream().flatMap(all -> all.all().stream()).toList();
        model.addAttribute("accounts", shown);
        model.addAttribute("password", shown.isEmpty() ? "" : demo.password());
        return "identity/sign-in";
    }
}
