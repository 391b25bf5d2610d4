package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.desk.process.Consistency;
import org.gridcase.desk.process.Endings;
import org.gridcase.desk.process.Intervention;
import org.gridcase.desk.process.Interventions;
import org.gridcase.desk.process.ShutDoor;
import org.gridcase.desk.process.StuckCases;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Role;
import org.gridcase.shared.CaseId;
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

/** The administrator's doors round the task guard: each takes a reason and leaves a record, or says why it is shut. */
@RestController
@RequestMapping(path = "/api/admin", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration", description = "Setting cases right; a reason is kept on the timeline and in the audit")
class AdminApi {
    private static final int LONGEST_HOURS = 24 * 365;

    private final Actors actors;
    private final StuckCases stuck;
    private final Consistency consistency;
    private final Interventions interventions;
    private final Endings endings;

    AdminApi(Actors actors, StuckCases stuck, Consistency consistency, Interventions interventions, Endings endings) {
        this.actors = actors;
        this.stuck = stuck;
        this.consistency = consistency;
        this.interventions = interventions;
        this.endings = endings;
    }

    /**
     * @param reason why, in at most 500 characters
     * @param to the activity a process is put before
     * @param group the {@code role@scope} that a task is handed to
     */
    record Order(
            @Nullable String reason,
            @Nullable String to,
            @Nullable String group) {

        Intervention by(Principal administrator) {
            return new Intervention(administrator.getName(), Objects.requireNonNullElse(reason, ""));
        }
    }

    @GetMapping("/stuck")
    @Operation(summary = "Cases of the administrator's districts that will not go on by themselves")
    StuckView stuck(
            @Parameter(description = "Without progress for so many hours") @RequestParam(defaultValue = "72") int hours,
            Principal administrator) {
        var theirs = actors.districts(administrator.getName(), Role.ADMINISTRATOR);
        var still = stuck.still(theirs, Duration.ofHours(Math.max(1, Math.min(hours, LONGEST_HOURS))));
        return StuckView.of(stuck.failed(theirs), stuck.unheld(theirs), still);
    }

    @GetMapping("/consistency")
    @Operation(summary = "Whether every case of the administrator's districts stands where its process does")
    ConsistencyView consistency(Principal administrator) {
        var theirs = actors.districts(administrator.getName(), Role.ADMINISTRATOR);
        return ConsistencyView.of(consistency.cases(theirs), consistency.differences(theirs));
    }

    @PostMapping("/jobs/{job}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Try an automatic step again that was given up")
    void retry(@PathVariable String job, @RequestBody Order order, Principal administrator) {
        interventions.retry(job, order.by(administrator));
    }

    @PostMapping("/tasks/{task}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand a task to another role@scope")
    void handOver(@PathVariable String task, @RequestBody Order order, Principal administrator) {
        String group = Objects.requireNonNullElse(order.group(), "").strip();
        interventions.handOver(task, group, order.by(administrator));
    }

    @PostMapping("/cases/{id}/move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a case's process before another activity, as far as its facts allow")
    void move(@PathVariable UUID id, @RequestBody Order order, Principal administrator) {
        String to = Objects.requireNonNullElse(order.to(), "");
        interventions.move(new CaseId(id), to, order.by(administrator));
    }

    @PostMapping("/cases/{id}/annul")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a case as none, wherever it stands")
    void annul(@PathVariable UUID id, @RequestBody Order order, Principal administrator) {
        endings.annul(new CaseId(id), order.by(administrator));
    }

    @PostMapping("/processes/{caseId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a process that has no case")
    void endOrphan(@PathVariable String caseId, @RequestBody Order order, Principal administrator) {
        endings.endOrphan(caseId, order.by(administrator));
    }

    @PostMapping("/cases/{id}/{door}")
    @Operation(
            summary = "Shut: start, bpmn-error, escalation, signal, message, variables, modification, migration, "
                    + "suspension, deletion, job-execution",
            description = "Answers 422 with the way to take instead")
    void shut(@PathVariable UUID id, @PathVariable String door) {
        ShutDoor.refuse(door);
    }
}
