package org.gridcase.desk.web;

import java.security.Principal;
import org.gridcase.desk.process.Consistency;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether cases and processes agree, for administrators to look at. */
@Controller
class ConsistencyController {
    private final Consistency consistency;
    private final Actors actors;

    ConsistencyController(Consistency consistency, Actors actors) {
        this.consistency = consistency;
        this.actors = actors;
    }

    @GetMapping("/admin/consistency")
    String page(Principal who, Model model) {
        var theirs = actors.districts(who.getName(), Role.ADMINISTRATOR);
        model.addAttribute("differences", consistency.differences(theirs));
        model.addAttribute("cases", consistency.cases(theirs));
        return "desk/consistency";
    }
}
