package org.gridcase.clock;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.workflow.Lenders;
import org.gridcase.workflow.SubmissionRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose it is to ask about a case's time, and whose to decide. */
@Component
class RequestRights {
    private final Staff staff;
    private final Collection<Lenders> lenders;

    RequestRights(Staff staff, Collection<Lenders> lenders) {
        this.staff = staff;
        this.lenders = lenders;
    }

    boolean worksFor(String account, @Nullable String unit) {
        return unit != null && staff.grantsOf(account).contains(handler(unit));
    }

    /** @param role code of the approvers' role */
    boolean decides(String account, String role, String district) {
        return staff.grantsOf(account).contains(new Grant(Role.of(role), district));
    }

    /** In whose place somebody works for the unit; nobody's if in their own right. */
    @Nullable
    String lender(String account, String unit) {
        return lenders.stream()
                .flatMap(known -> known.lender(account, List.of(handler(unit).group())).stream())
                .findFirst()
                .orElse(null);
    }

    /** @throws SubmissionRefused if a colleague has claimed the case's task */
    void checkClaim(String account, Optional<String> holder) {
        holder.filter(held -> !held.equals(account)).ifPresent(held -> {
            throw SubmissionRefused.heldBy(held);
        });
    }

    /** @throws RequestRefused by whoever asked, and by and for whoever they stand in for */
    static void checkNotOwn(TimeRequest it, String by, @Nullable String inPlaceOf) {
        boolean own = Stream.of(by, inPlaceOf)
                .filter(Objects::nonNull)
                .anyMatch(who -> who.equals(it.askedBy()) || who.equals(it.askedFor()));
        if (own) {
            throw RequestRefused.own();
        }
    }

    private static Grant handler(String unit) {
        return new Grant(Role.HANDLER, unit);
    }
}
