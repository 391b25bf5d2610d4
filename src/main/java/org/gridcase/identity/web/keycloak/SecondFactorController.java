package org.gridcase.identity.web.keycloak;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says why nothing opens without a second factor, and how to come in with one. */
@Controller
@WithKeycloak
class SecondFactorController {

    @GetMapping(SecondFactorDoor.PAGE)
    String page() {
        return "identity/second-factor";
    }
}
