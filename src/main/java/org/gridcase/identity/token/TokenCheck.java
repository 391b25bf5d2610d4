package org.gridcase.identity.token;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a secret opens anything now; its first use and its first refusal on a day are on record. */
@Component
public class TokenCheck {
    private final TokenTable table;
    private final DeployTokens tokens;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone;

    TokenCheck(TokenTable table, DeployTokens tokens, Audit audit, Clock clock, ZoneId zone) {
        this.table = table;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Found by its hash alone, so that no time of any comparison tells how near a guess came.
     *
     * @param from the caller's address, for the record
     * @return the token, if it lives and its owner still writes policies
     */
    @Transactional
    public Optional<DeployToken> open(Secret secret, String from) {
        Optional<DeployToken> known = secret.isWellFormed() ? table.find(secret) : Optional.empty();
        known.ifPresent(token -> note(token, from));
        return known.filter(token -> whyNot(token) == null);
    }

    private void note(DeployToken token, String from) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        String why = whyNot(token);
        if (why == null ? table.usedOn(token.id(), today) : table.refusedOn(token.id(), today)) {
            var detail = why == null ? Map.of("address", from) : Map.of("address", from, "cause", why);
            String action = why == null ? "token.use" : "token.refused";
            var subject = new Subject("token", token.id().toString());
            audit.record(new AuditEntry(token.owner(), action, subject, null, detail));
        }
    }

    private @Nullable String whyNot(DeployToken token) {
        if (token.revokedAt() != null) {
            return "revoked";
        }
        if (!tokens.lives(token)) {
            return "expired";
        }
        return tokens.isAuthor(token.owner()) ? null : "no author";
    }
}
