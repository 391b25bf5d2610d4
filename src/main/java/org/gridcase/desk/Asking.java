package org.gridcase.desk;

import java.util.List;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequest;
import org.gridcase.clock.TimeRequests;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests about a case's time, by those who may know of the case; to others it does not exist. */
@Component
@Transactional
public class Asking {
    private final CaseSearch search;
    private final Sights sights;
    private final TimeRequests requests;

    Asking(CaseSearch search, Sights sights, TimeRequests requests) {
        this.search = search;
        this.sights = sights;
        this.requests = requests;
    }

    /** In the order in which they were asked. */
    public List<TimeRequest> of(CaseId id, String account) {
        seen(id, account);
        return requests.of(id);
    }

    /** @throws org.gridcase.shared.Refusal if it is not theirs to ask, or not possible */
    public TimeRequest ask(CaseId id, TimeMove move, @Nullable Integer amount, String reason, String account) {
        seen(id, account);
        return requests.ask(id, move, amount, reason, account);
    }

    /** @throws org.gridcase.shared.Refusal if nothing is open, or it is not theirs to take back */
    public void withdraw(CaseId id, String reason, String account) {
        seen(id, account);
        requests.withdraw(id, account, reason);
    }

    /** @throws org.gridcase.shared.Refusal if it is not suspended, or not theirs to let go on */
    public void resume(CaseId id, String reason, String account) {
        seen(id, account);
        requests.resume(id, account, reason);
    }

    private void seen(CaseId id, String account) {
        search.facts(id, sights.of(account));
    }
}
