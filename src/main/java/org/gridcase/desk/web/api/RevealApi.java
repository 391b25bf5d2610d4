package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.gridcase.desk.person.Asked;
import org.gridcase.desk.person.Revealed;
import org.gridcase.desk.person.Reveals;
import org.gridcase.shared.CaseId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case's reporter unmasked, for a reason. */
@RestController
@RequestMapping(path = "/api/cases/{id}/reveal", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class RevealApi {
    private final Reveals reveals;

    RevealApi(Reveals reveals) {
        this.reveals = reveals;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Show what is personal in a case, unmasked",
            description = "why: call, place, dispute or request; words: the reason in your own words; fields: contact, "
                    + "words. On record in the audit and on the case's timeline; a refused attempt is on record too")
    ResponseEntity<Revealed> show(@PathVariable UUID id, @RequestBody Asked asked, Principal caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(reveals.show(new CaseId(id), caller.getName(), asked));
    }
}
