package org.gridcase.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffLeft;
import org.gridcase.shared.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and ends the tokens of those who write policies. */
@Component
public class DeployTokens {
    static final int MOST_ALIVE = 5;
    static final int LONGEST_NAME = 60;
    static final long MOST_DAYS = 90;
    private static final Set<Role> AUTHORS = Set.of(Role.ANALYST, Role.APPROVER);

    private final TokenTable table;
    private final Staff staff;
    private final Audit audit;
    private final Clock clock;

    DeployTokens(TokenTable table, Staff staff, Audit audit, Clock clock) {
        this.table = table;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new token and, this once, its secret. */
    public record Made(DeployToken token, Secret secret) {}

    /**
     * @param days until it ends, at most 90
     * @throws TokenRefused for whoever writes no policies, a bad name or time, or one token too many
     */
    @Transactional
    public Made make(String owner, String name, long days) {
        check(owner);
        String called = checkedName(name);
        if (days < 1 || days > MOST_DAYS) {
            throw TokenRefused.days(MOST_DAYS);
        }
        table.lockOwner(owner);
        checkRoom(owner, called);
        Instant now = clock.instant();
        var token = new DeployToken(
                Ids.timeOrdered(), owner, called, now, now.plus(Duration.ofDays(days)), null, null, null);
        var secret = Secret.make();
        table.insert(token, secret);
        note(owner, "token.make", token, Map.of("name", called, "days", days));
        return new Made(token, secret);
    }

    /** @throws TokenRefused if this person writes no policies */
    public void check(String account) {
        if (!isAuthor(account)) {
            throw TokenRefused.notForYou();
        }
    }

    boolean isAuthor(String account) {
        return staff.grantsOf(account).stream().map(Grant::role).anyMatch(AUTHORS::contains);
    }

    private static String checkedName(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            throw TokenRefused.name(LONGEST_NAME);
        }
        return called;
    }

    /** A name once: so a form that is sent again by reloading makes no second token. */
    private void checkRoom(String owner, String name) {
        List<DeployToken> alive = table.of(owner).stream().filter(this::lives).toList();
        if (alive.stream().anyMatch(one -> one.name().equals(name))) {
            throw TokenRefused.nameTaken();
        }
        if (alive.size() >= MOST_ALIVE) {
            throw TokenRefused.tooMany(MOST_ALIVE);
        }
    }

    public boolean lives(DeployToken token) {
        return token.livesAt(clock.instant());
    }

    public List<DeployToken> of(String owner) {
        return table.of(owner);
    }

    /** Everybody's whom this administrator may look after. */
    public List<DeployToken> within(String administrator) {
        return table.within(administrator);
    }

    /**
     * Ends it at once; one that has ended stays as it is.
     *
     * @throws TokenRefused if it is not theirs and not within their reach
     */
    @Transactional
    public void revoke(UUID id, String by) {
        DeployToken token = table.find(id, by).orElseThrow(TokenRefused::unknown);
        revoke(token, by);
    }

    /** So that somebody who comes back does not find old tokens alive. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void leave(StaffLeft gone) {
        table.of(gone.staff()).stream().filter(this::lives).forEach(token -> revoke(token, "system"));
    }

    private void revoke(DeployToken token, String by) {
        if (table.revoke(token.id(), by, clock.instant())) {
            note(by, "token.revoke", token, Map.of("owner", token.owner(), "name", token.name()));
        }
    }

    private void note(String actor, String action, DeployToken token, Map<String, ?> detail) {
        audit.record(
                new AuditEntry(actor, action, new Subject("token", token.id().toString()), null, detail));
    }
}
