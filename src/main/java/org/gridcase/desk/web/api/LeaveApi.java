package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.NewAbsence;
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

/** Who is away and who stands in, for programs such as the city's personnel system. */
@RestController
@RequestMapping(path = "/api/leave", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Leave", description = "Absences of the caller and of those for whom the caller enters leave")
class LeaveApi {
    private final Absences absences;

    LeaveApi(Absences absences) {
        this.absences = absences;
    }

    /**
     * @param staff whose leave; the caller's own if missing
     * @param substitute who stands in, if anybody
     * @param first the first day, such as 2026-11-24
     * @param last the last day, itself included
     * @param reason in at most 200 characters
     */
    record Order(
            @Nullable String staff,
            @Nullable String substitute,
            @Nullable String first,
            @Nullable String last,
            @Nullable String reason) {

        NewAbsence by(String caller) {
            return NewAbsence.typed(
                    Objects.requireNonNullElse(staff, caller), substitute, given(first), given(last), given(reason));
        }

        private static String given(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    @GetMapping
    @Operation(summary = "Open absences and those of the last 30 days, at most 200")
    List<LeaveView> all(Principal caller) {
        return absences.seenBy(caller.getName()).stream().map(LeaveView::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enter a leave; one that begins today takes effect at once")
    LeaveView enter(@RequestBody Order order, Principal caller) {
        return LeaveView.of(absences.enter(order.by(caller.getName()), caller.getName()));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a leave early, or cancel one that has not begun")
    void end(@PathVariable UUID id, Principal caller) {
        absences.end(id, caller.getName());
    }
}
