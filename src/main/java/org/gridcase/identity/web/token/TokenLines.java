package org.gridcase.identity.web.token;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gridcase.identity.token.DeployToken;
import org.gridcase.identity.token.DeployTokens;
import org.springframework.stereotype.Component;

/** Puts tokens into lines. */
@Component
class TokenLines {
    private final DeployTokens tokens;
    private final DateTimeFormatter minutes;

    TokenLines(DeployTokens tokens, ZoneId zone) {
        this.tokens = tokens;
        this.minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
    }

    List<TokenLine> of(List<DeployToken> listed) {
        return listed.stream().map(this::line).toList();
    }

    private TokenLine line(DeployToken token) {
        boolean alive = tokens.lives(token);
        String used =
                Optional.ofNullable(token.usedOn()).map(LocalDate::toString).orElse(null);
        return new TokenLine(
                token.id(),
                token.owner(),
                token.name(),
                minutes.format(token.madeAt()),
                minutes.format(Objects.requireNonNullElse(token.revokedAt(), token.expiresAt())),
                used,
                "identity.token.state." + (alive ? "alive" : token.revokedAt() == null ? "expired" : "revoked"),
                alive);
    }
}
