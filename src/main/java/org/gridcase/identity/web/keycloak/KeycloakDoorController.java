package org.gridcase.identity.web.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gridcase.identity.web.WantedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff set out for Keycloak, or hear that they cannot at the moment. */
@Controller
@WithKeycloak
class KeycloakDoorController {
    private final RealmConnection connection;
    private final WantedPage wanted;

    KeycloakDoorController(RealmConnection connection, WantedPage wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        wanted.remember(to, request, response);
        boolean answers = connection.answers();
        if (answers && failed == null) {
            return "redirect:/oauth2/authorization/" + Clients.PAGES;
        }
        if (!answers) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        model.addAttribute("why", answers ? "identity.keycloak.failed" : "identity.keycloak.unreachable");
        return "identity/keycloak";
    }
}
