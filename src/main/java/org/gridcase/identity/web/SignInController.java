package org.gridcase.identity.web;

import org.gridcase.identity.DemoMode;
import org.gridcase.identity.SignInChoice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which staff sign in; a demo shows its accounts on it. */
@Controller
@ConditionalOnProperty(name = SignInChoice.PROPERTY, havingValue = SignInChoice.LOCAL, matchIfMissing = true)
class SignInController {
    private final ObjectProvider<DemoAccounts> accounts;
    private final DemoMode demo;

    SignInController(ObjectProvider<DemoAccounts> accounts, DemoMode demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String page(Model model) {
        var shown = accounts.stream().flatMap(all -> all.all().stream()).toList();
        model.addAttribute("accounts", shown);
        model.addAttribute("password", shown.isEmpty() ? "" : demo.password());
        return "identity/sign-in";
    }
}
