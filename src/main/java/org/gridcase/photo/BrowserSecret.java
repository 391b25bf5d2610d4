package org.gridcase.photo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Gives a browser without an account a secret by which its uploads are its own. */
public final class BrowserSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** As long as an upload waits for its report. */
    private static final Duration KEPT = Duration.ofHours(24);

    private BrowserSecret() {}

    /** The browser's uploader; it keeps its secret a day longer. */
    public static Uploader ensure(HttpServletRequest request, HttpServletResponse response) {
        String secret = Uploader.secret(request).orElseGet(BrowserSecret::next);
        ResponseCookie cookie = ResponseCookie.from(Uploader.COOKIE, secret)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Uploader.holding(secret);
    }

    private static String next() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
