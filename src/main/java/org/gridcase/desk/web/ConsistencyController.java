package org.gridcase.desk.web;

import org.gridcase.desk.process.Consistency;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether cases and processes agree, for administrators to look at. */
@Controller
class ConsistencyController {
    private final Consistency consistency;

    ConsistencyController(Consistency consistency) {
        this.consistency = consistency;
    }

    @GetMapping("/admin/consistency")
    String page(Model model) {
        model.addAttribute("differences", consistency.differences());
        model.addAttribute("cases", consistency.cases());
        return "desk/consistency";
    }
}
