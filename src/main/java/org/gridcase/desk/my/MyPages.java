package org.gridcase.desk.my;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import org.gridcase.identity.leave.Absences;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of one's own tasks, each task, and the worker that keeps both at hand without a connection. */
@Controller
@RequestMapping("/my")
class MyPages {
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final MyTasks tasks;
    private final Absences absences;

    MyPages(MyTasks tasks, Absences absences) {
        this.tasks = tasks;
        this.absences = absences;
    }

    @GetMapping
    String list(Model model, Principal who, CsrfToken token) {
        known(model, who, token);
        model.addAttribute("away", absences.running(who.getName()).orElse(null));
        model.addAttribute("standIns", absences.standIns(who.getName()));
        return "desk/my";
    }

    /** A task that is gone still has a page: what was typed may wait there to be sent. */
    @GetMapping(MyTaskController.TASK)
    String task(
            @PathVariable String taskId,
            Model model,
            Principal who,
            CsrfToken token,
            Locale locale,
            HttpServletResponse response) {
        known(model, who, token);
        var line = tasks.find(who.getName(), taskId, locale);
        model.addAttribute("taskId", taskId);
        model.addAttribute("task", line.orElse(null));
        if (line.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return "desk/my-task";
    }

    @GetMapping("/sw.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/my")
                .body(new ClassPathResource("static/gridcase/my/worker.js"));
    }

    private static void known(Model model, Principal who, CsrfToken token) {
        // asking for it is what gives the browser its cookie, which the scripts need
        token.getToken();
        model.addAttribute("me", who.getName());
        model.addAttribute("words", MyWords.KEYS);
    }
}
