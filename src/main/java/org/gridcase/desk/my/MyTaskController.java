package org.gridcase.desk.my;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.gridcase.casework.Cases;
import org.gridcase.desk.form.Terms;
import org.gridcase.shared.CaseId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tasks, as the pages' scripts fetch, claim and complete them. */
@RestController
@RequestMapping("/my")
class MyTaskController {
    static final String TASK = "/{taskId:[0-9A-Za-z-]{1,64}}";

    private static final long MOST_BYTES = 65_536;

    private final MyTasks tasks;
    private final Submissions submissions;
    private final Cases cases;
    private final Terms terms;

    MyTaskController(MyTasks tasks, Submissions submissions, Cases cases, Terms terms) {
        this.tasks = tasks;
        this.submissions = submissions;
        this.cases = cases;
        this.terms = terms;
    }

    /** Before a body is read, so that nobody fills the memory with one. */
    @ModelAttribute
    void bounded(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES || request.getHeader("Transfer-Encoding") != null) {
            throw SubmissionTooLarge.here();
        }
    }

    @GetMapping("/tasks")
    ResponseEntity<MyList> tasks(Principal who, Locale locale) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(tasks.of(who.getName(), locale));
    }

    @PostMapping(TASK + "/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String taskId, Principal who) {
        tasks.claim(who.getName(), taskId);
    }

    @PostMapping(TASK + "/give-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(@PathVariable String taskId, Principal who) {
        tasks.giveBack(who.getName(), taskId);
    }

    @PostMapping(path = TASK + "/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
    Done complete(@PathVariable String taskId, @RequestBody Sent sent, Principal who, Locale locale) {
        CaseId id = submissions.complete(who.getName(), taskId, sent);
        var facts = cases.facts(id);
        var left = tasks.of(who.getName(), locale).tasks().stream()
                .filter(line -> !line.held())
                .findFirst();
        return new Done(
                facts.number(),
                terms.stage(facts.stage(), locale),
                left.map(MyLine::id).orElse(null));
    }
}
