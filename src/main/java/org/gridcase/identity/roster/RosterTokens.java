package org.gridcase.identity.roster;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** The token with which we may ask, renewed in time; and what it tells of Keycloak's clock. */
@Component
@WithRoster
class RosterTokens {
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    private final RosterClient client;
    private final KeycloakHttp http;
    private @Nullable Token token;
    private Instant latest = Instant.EPOCH;
    private long latestAt = System.nanoTime();

    RosterTokens(RosterClient client, KeycloakHttp http) {
        this.client = client;
        this.http = http;
    }

    private record Token(String value, JWTClaimsSet claims, long receivedAt, Duration life) {

        Instant issuedAt() {
            return claims.getIssueTime().toInstant();
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - receivedAt);
        }

        boolean lasts() {
            return age().plus(IN_TIME).compareTo(life) < 0;
        }
    }

    private record Answer(
            @JsonProperty("access_token") @Nullable String value,
            @JsonProperty("expires_in") long seconds) {}

    synchronized String bearer() {
        return present().value();
    }

    /** Keycloak's number of our own account. */
    synchronized String ownAccount() {
        return present().claims().getSubject();
    }

    /** A moment that is past by Keycloak's own clock, and by less than its resolution of a second and the way. */
    synchronized Instant past() {
        Token present = present();
        passed(latest.plusNanos(System.nanoTime() - latestAt));
        passed(present.issuedAt().plus(present.age()));
        return latest;
    }

    /** Keycloak has told of something that happened then. A fresh token's whole second may lie behind that. */
    synchronized void passed(Instant moment) {
        if (moment.isAfter(latest)) {
            latest = moment;
            latestAt = System.nanoTime();
        }
    }

    /** It was refused. */
    synchronized void forget(String bearer) {
        if (token != null && token.value().equals(bearer)) {
            token = null;
        }
    }

    private Token present() {
        Token present = token;
        if (present == null || !present.lasts()) {
            present = fetch();
            token = present;
        }
        return present;
    }

    private Token fetch() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        var answer = http.send(request -> request.uri(client.tokens())
                .headers(headers -> headers.setBasicAuth(client.rosterClientId(), client.rosterClientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form));
        if (answer.status() != 200) {
            throw KeycloakFailure.status(answer.status() == 400 ? 401 : answer.status(), "the token's endpoint");
        }
        Answer told = answer.as(Answer.class);
        String value = told.value() == null ? "" : told.value();
        return new Token(value, claims(value), System.nanoTime(), Duration.ofSeconds(told.seconds()));
    }

    private static JWTClaimsSet claims(String value) {
        try {
            return JWTParser.parse(value).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new KeycloakFailure(KeycloakFailure.Why.UNEXPECTED, "a token that is none", e);
        }
    }
}
