package org.gridcase.desk.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequest;
import org.gridcase.desk.Asking;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a unit asks about its time; whoever decides does so in a task, at {@code /api/tasks}. */
@RestController
@RequestMapping(path = "/api/cases/{id}/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Time", description = "Extensions, suspensions and appeals: asked for here, decided as tasks")
class RequestsApi {
    private final Asking asking;
    private final Audit audit;

    RequestsApi(Asking asking, Audit audit) {
        this.asking = asking;
        this.audit = audit;
    }

    /** What is asked for, and why. */
    @Schema(name = "NewTimeRequest")
    record Order(
            @Nullable TimeMove move,

            @Schema(description = "An extension in units of the case's limit, a suspension in days; none for an appeal")
            @Nullable
            Integer amount,

            @Schema(description = "At most 500 characters") @Nullable
            String reason) {}

    /** Why somebody does it. */
    record Why(@Nullable String reason) {
        private String text() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /** A request as the API shows it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "TimeRequest")
    record View(
            String id,
            TimeMove move,
            TimeRequest.State state,
            String unit,
            @Nullable Integer amount,
            @Nullable LimitKind amountKind,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable String decidedReason,
            @Nullable Instant decidedAt,

            @Schema(description = "When a granted suspension ends by itself") @Nullable
            Instant until,

            @Nullable Instant overAt) {

        static View of(TimeRequest it) {
            Limit amount = it.amount();
            return new View(
                    it.id().toString(),
                    it.move(),
                    it.state(),
                    it.unit(),
                    amount == null ? null : amount.amount(),
                    amount == null ? null : amount.kind(),
                    it.reason(),
                    it.askedBy(),
                    it.askedAt(),
                    it.decidedBy(),
                    it.decidedReason(),
                    it.decidedAt(),
                    it.until(),
                    it.overAt());
        }
    }

    @GetMapping
    @Operation(summary = "What was asked about a case's time, the oldest first")
    List<View> all(@PathVariable UUID id, Principal caller) {
        var all = asking.of(new CaseId(id), caller.getName());
        audit.read(caller.getName(), Subject.of(new CaseId(id)));
        return all.stream().map(View::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ask for an extension, a suspension or, after closing, that lateness be excused",
            description = "By whoever handles for the case's unit. For example {\"move\": \"EXTENSION\", "
                    + "\"amount\": 2, \"reason\": \"…\"}")
    View ask(@PathVariable UUID id, @RequestBody Order order, Principal caller) {
        var caseId = new CaseId(id);
        TimeMove move = order.move();
        if (move == null) {
            asking.of(caseId, caller.getName());
            throw new IllegalArgumentException("no move");
        }
        String reason = Objects.requireNonNullElse(order.reason(), "");
        return View.of(asking.ask(caseId, move, order.amount(), reason, caller.getName()));
    }

    @PostMapping(path = "/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back what is open")
    void withdraw(@PathVariable UUID id, @RequestBody Why why, Principal caller) {
        asking.withdraw(new CaseId(id), why.text(), caller.getName());
    }

    @PostMapping(path = "/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a suspended clock go on before its time")
    void resume(@PathVariable UUID id, @RequestBody Why why, Principal caller) {
        asking.resume(new CaseId(id), why.text(), caller.getName());
    }
}
