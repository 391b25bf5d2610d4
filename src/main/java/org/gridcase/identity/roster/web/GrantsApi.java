package org.gridcase.identity.roster.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.gridcase.identity.roster.GrantOrder;
import org.gridcase.identity.roster.Granting;
import org.gridcase.identity.roster.Reaches;
import org.gridcase.identity.roster.StaffList;
import org.gridcase.identity.roster.UnknownPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what where, for programs of an administrator. */
@RestController
@RequestMapping(path = "/api/admin/grants", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class GrantsApi {
    private final Granting granting;
    private final Reaches reaches;
    private final StaffList list;

    GrantsApi(Granting granting, Reaches reaches, StaffList list) {
        this.granting = granting;
        this.reaches = reaches;
        this.list = list;
    }

    /**
     * @param account whose grant it is
     * @param grant {@code role@scope}
     * @param reason why, in at most 500 characters
     */
    record Order(
            @Nullable String account,
            @Nullable String grant,
            @Nullable String reason) {

        GrantOrder order() {
            return GrantOrder.of(text(account), text(grant), text(reason));
        }

        private static String text(@Nullable String given) {
            return Objects.requireNonNullElse(given, "").strip();
        }
    }

    @GetMapping
    @Operation(summary = "A person's grants, as far as the administrator sees them")
    List<StaffList.Held> grants(@RequestParam String account, Principal administrator) {
        var reach = reaches.of(administrator.getName());
        return list.person(account, reach)
                .map(person -> list.grants(account, reach))
                .orElseThrow(() -> UnknownPerson.called(account));
    }

    @PostMapping("/give")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a person a role in a scope: in Keycloak first, where there is one")
    void give(@RequestBody Order order, Principal administrator) {
        granting.give(order.order(), administrator.getName());
    }

    @PostMapping("/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a role in a scope from a person")
    void take(@RequestBody Order order, Principal administrator) {
        granting.take(order.order(), administrator.getName());
    }
}
