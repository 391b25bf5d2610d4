package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Switches the language and shows the same page again. */
@RestController
class LanguageController {

    @GetMapping("/language/{code:zh|en}")
    ResponseEntity<Void> speak(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String from,
            HttpServletRequest request) {
        var cookie = ResponseCookie.from(ChosenLanguage.COOKIE, code)
                .path("/")
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(Duration.ofDays(365))
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(back(from, request.getServerName())))
                .build();
    }

    /** Only ever to a page of ours. */
    private static String back(@Nullable String from, String host) {
        if (from == null) {
            return "/";
        }
        try {
            var page = URI.create(from);
            String path = page.getRawPath();
            if (!host.equals(page.getHost()) || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
