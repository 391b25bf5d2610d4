package org.gridcase.photo;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who sent a photo: an account, or whoever holds a browser's secret. */
public record Uploader(String value) {
    /** The cookie in which a browser without an account keeps its secret. */
    public static final String COOKIE = "gridcase-uploads";

    private static final Predicate<String> SECRET =
            Pattern.compile("[A-Za-z0-9_-]{43}").asMatchPredicate();

    public static Uploader account(String name) {
        return new Uploader("account:" + name);
    }

    /** Keeps the secret's hash only, so that reading our rows does not give anybody's uploads away. */
    public static Uploader holding(String secret) {
        return new Uploader("browser:" + Sha256.of(secret.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whoever is signed in. */
    public static Optional<Uploader> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(Uploader::account);
    }

    /** The browser without an account. */
    public static Optional<Uploader> browser(HttpServletRequest request) {
        return secret(request).map(Uploader::holding);
    }

    /** The secret a browser sent, if it has the form of one of ours. */
    public static Optional<String> secret(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(SECRET)
                .findFirst();
    }
}
