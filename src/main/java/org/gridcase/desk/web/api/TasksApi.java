package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.desk.Lists;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Actor;
import org.gridcase.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tasks: the same guard as at every other door. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks", description = "Human tasks that the caller's grants (role@scope) let them work on")
class TasksApi {
    private static final int MOST = 100;

    private final TaskInbox inbox;
    private final Actors actors;
    private final Audit audit;

    TasksApi(TaskInbox inbox, Actors actors, Audit audit) {
        this.inbox = inbox;
        this.actors = actors;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "The caller's tasks, the oldest first")
    List<TaskLine> tasks(
            @Parameter(description = "Only those of this case") @RequestParam(name = "case", required = false) @Nullable
                    UUID caseId,
            @RequestParam(defaultValue = "0") int first,
            @Parameter(description = "At most 100") @RequestParam(defaultValue = "50") int limit,
            Principal caller) {
        Actor actor = actor(caller);
        audit.read(caller.getName(), caseId == null ? Lists.TASKS : Subject.of(new CaseId(caseId)));
        var found = caseId == null
                ? inbox.of(actor, Math.max(0, first), Math.max(1, Math.min(limit, MOST)))
                : inbox.of(actor, new CaseId(caseId));
        return found.stream().map(TaskLine::of).toList();
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Claim a task, so that colleagues leave it alone")
    void claim(@PathVariable String id, Principal caller) {
        inbox.claim(actor(caller), id);
    }

    @PostMapping(path = "/{id}/complete", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Complete a task with the fields of its form",
            description =
                    "For example {\"outcome\": \"filed\", \"row\": \"L01001-1\"}; ids of photos go into one text, "
                            + "separated by commas, or into a list")
    @ApiResponse(responseCode = "204", description = "Done; the case goes on")
    void complete(@PathVariable String id, @RequestBody Map<String, Object> fields, Principal caller) {
        inbox.complete(actor(caller), id, Fields.plain(fields));
    }

    private Actor actor(Principal caller) {
        return actors.of(caller.getName());
    }
}
