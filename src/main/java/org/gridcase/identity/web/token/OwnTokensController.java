package org.gridcase.identity.web.token;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.identity.token.DeployTokens;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an author of policies makes tokens for their Camunda Modeler and ends them. */
@Controller
@RequestMapping("/account/tokens")
class OwnTokensController {
    private static final String PAGE = "identity/tokens";
    private static final List<Integer> LIFETIMES = List.of(7, 30, 60, 90);

    private final DeployTokens tokens;
    private final TokenLines lines;
    private final MessageSource messages;

    OwnTokensController(DeployTokens tokens, TokenLines lines, MessageSource messages) {
        this.tokens = tokens;
        this.lines = lines;
        this.messages = messages;
    }

    @GetMapping
    String page(Principal who, Model model) {
        tokens.check(who.getName());
        return shown(who, model);
    }

    /** The secret stands in this one answer, never in an address or a session. */
    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "30") int days,
            Principal who,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        tokens.check(who.getName());
        try {
            var made = tokens.make(who.getName(), name, days);
            model.addAttribute("secret", made.secret().text());
            model.addAttribute("made", made.token().name());
        } catch (Refusal refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("name", name);
            model.addAttribute(
                    "refused",
                    messages.getMessage(refused.key(), refused.arguments().toArray(), locale));
        }
        return shown(who, model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, Principal who) {
        tokens.revoke(id, who.getName());
        return "redirect:/account/tokens";
    }

    private String shown(Principal who, Model model) {
        model.addAttribute("tokens", lines.of(tokens.of(who.getName())));
        model.addAttribute("lifetimes", LIFETIMES);
        return PAGE;
    }
}
