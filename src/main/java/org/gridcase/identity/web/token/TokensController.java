package org.gridcase.identity.web.token;

import java.security.Principal;
import java.util.UUID;
import org.gridcase.identity.token.DeployTokens;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Everybody's tokens, for administrators: who holds one, and its end. */
@Controller
@RequestMapping("/admin/tokens")
class TokensController {
    private final DeployTokens tokens;
    private final TokenLines lines;

    TokensController(DeployTokens tokens, TokenLines lines) {
        this.tokens = tokens;
        this.lines = lines;
    }

    @GetMapping
    String page(Principal who, Model model) {
        model.addAttribute("tokens", lines.of(tokens.within(who.getName())));
        return "identity/all-tokens";
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, Principal who) {
        tokens.revoke(id, who.getName());
        return "redirect:/admin/tokens";
    }
}
