package org.gridcase.identity.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the staff is kept in step with Keycloak, and asking for all of it at once. */
@Component
public class Sync {
    private static final int LAST = 5;

    private final RosterTurns turns;
    private final Reconciles reconciles;
    private final Audit audit;
    private final Clock clock;
    private final boolean on;

    Sync(RosterTurns turns, Reconciles reconciles, Audit audit, Clock clock, ObjectProvider<Rounds> rounds) {
        this.turns = turns;
        this.reconciles = reconciles;
        this.audit = audit;
        this.clock = clock;
        this.on = rounds.getIfAvailable() != null;
    }

    /**
     * As it stands.
     *
     * @param heardAt when changes were last taken over
     * @param failure why that has not succeeded since; {@code unreachable}, {@code unknown_client}, {@code forbidden},
     *     {@code unexpected}
     * @param deaf Keycloak does not tell of changes
     * @param wanted everybody will be reconciled soon
     * @param last the last reconciles, the newest first
     */
    public record State(
            @Nullable Instant heardAt,
            @Nullable Instant failingSince,
            @Nullable String failure,
            boolean deaf,
            boolean wanted,
            List<Reconcile> last) {

        public Optional<Reconcile> open() {
            return last.stream().filter(one -> one.endedAt() == null).findFirst();
        }
    }

    /** Whether there is any. */
    public boolean isOn() {
        return on;
    }

    public State state() {
        RosterTurn turn = turns.look();
        return new State(
                turn.heardAt(),
                turn.failingSince(),
                turn.failure(),
                turn.deaf(),
                turn.wanted() != null,
                reconciles.last(LAST));
    }

    /** How far the staff may be behind Keycloak; empty before the first reconcile. */
    public Optional<Duration> lag() {
        Instant heardAt = turns.look().heardAt();
        return Optional.ofNullable(heardAt).map(at -> Duration.between(at, clock.instant()));
    }

    /**
     * Everybody is reconciled as soon as that can be.
     *
     * @throws GrantRefused to anybody but the city's administrators, and where there is no Keycloak
     */
    @Transactional
    public void ask(String by, Reach reach) {
        if (!reach.city()) {
            throw GrantRefused.notOfTheCity();
        }
        if (!on) {
            throw GrantRefused.noSync();
        }
        ask(by);
    }

    @Transactional
    void ask(String by) {
        turns.want("asked", by);
        audit.record(new AuditEntry(by, "staff.sync", new Subject("account", "everybody"), null, Map.of()));
    }
}
