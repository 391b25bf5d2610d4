package org.gridcase.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridcase.catalogue.Limit;
import org.gridcase.clock.TimeOffer;
import org.gridcase.clock.TimeRequest;
import org.gridcase.clock.TimeRequests;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts requests about a case's time into the reader's words. */
@Component
class RequestViews {
    private final TimeRequests requests;
    private final Times times;

    RequestViews(TimeRequests requests, Times times) {
        this.requests = requests;
        this.times = times;
    }

    RequestsView of(CaseId id, String account, Names names) {
        List<TimeRequest> all = new ArrayList<>(requests.of(id));
        Collections.reverse(all);
        return new RequestsView(
                all.stream().map(it -> line(it, names)).toList(),
                requests.offers(id, account).stream()
                        .map(it -> offer(it, names))
                        .toList(),
                requests.withdrawable(id, account).isPresent(),
                requests.resumable(id, account).isPresent());
    }

    private RequestsView.Line line(TimeRequest it, Names names) {
        Limit amount = it.amount();
        String move = names.say("desk.request.move." + it.move());
        Instant until = it.until();
        Instant decidedAt = it.decidedAt();
        return new RequestsView.Line(
                amount == null ? move : move + " " + spell(amount, names),
                it.state(),
                names.say("desk.request.state." + it.state()),
                by(it.askedBy(), it.askedFor(), names) + " · " + times.minute(it.askedAt()),
                it.reason(),
                it.decidedBy() == null || decidedAt == null
                        ? null
                        : by(it.decidedBy(), it.decidedFor(), names) + " · " + times.minute(decidedAt),
                it.decidedReason(),
                it.standing() && until != null ? times.minute(until) : null);
    }

    private static String by(String account, @Nullable String inPlaceOf, Names names) {
        String actor = names.ofActor(account);
        return inPlaceOf == null ? actor : names.say("desk.actor.inPlaceOf", actor, names.ofActor(inPlaceOf));
    }

    private static RequestsView.Offer offer(TimeOffer it, Names names) {
        Limit most = it.most();
        return most == null
                ? new RequestsView.Offer(it.move(), null, null)
                : new RequestsView.Offer(it.move(), most.amount(), names.say("desk.request.most", spell(most, names)));
    }

    static String spell(Limit amount, Names names) {
        return names.say("desk.form.limit", amount.amount(), names.say("catalogue.limitKind." + amount.kind()));
    }
}
