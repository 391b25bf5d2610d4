package org.gridcase.desk.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: for everybody, and for staff with what they do next. */
@Controller
class HomeController {

    @GetMapping("/")
    String everybody() {
        return "desk/welcome";
    }

    @GetMapping("/admin")
    String administrators() {
        return "desk/admin";
    }

    @GetMapping("/home")
    String staff() {
        return "desk/home";
    }
}
