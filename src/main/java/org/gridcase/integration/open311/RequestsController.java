package org.gridcase.integration.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gridcase.casework.CasePage;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Sight;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Requests as everybody may read them; a case's number is its service_request_id. */
@Controller
@RequestMapping("/open311/v2")
@Tag(name = "Open311")
class RequestsController {
    private static final String ROOT = "service_requests";
    private static final Pattern NUMBER = Pattern.compile("GC\\d{8}-\\d{6,9}");

    private final CaseSearch search;
    private final ServiceRequests requests;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    RequestsController(CaseSearch search, ServiceRequests requests, Jurisdiction jurisdiction, Clock clock) {
        this.search = search;
        this.requests = requests;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    /** Whoever asks for a token's request learns it at once: a number is its own token. */
    record Token(@JsonProperty("service_request_id") String id, String token) {}

    @GetMapping("/requests" + Format.PATH)
    @Operation(summary = "Find requests of at most 90 days; the next page is in the Link header")
    ResponseEntity<byte[]> find(
            @PathVariable Format format,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String city,
            @ParameterObject Wanted wanted,
            Locale locale) {
        jurisdiction.check(city);
        List<String> numbers = wanted.numbers();
        if (!numbers.isEmpty()) {
            return Answers.ok(
                    format,
                    ROOT,
                    numbers.stream().map(number -> named(number, locale)).toList());
        }
        CasePage page = search.find(wanted.query(clock), Sight.EVERYTHING);
        var found =
                page.cases().stream().map(one -> requests.of(one.id(), locale)).toList();
        ResponseEntity<byte[]> answer = Answers.ok(format, ROOT, found);
        return page.next() == null
                ? answer
                : ResponseEntity.ok()
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.LINK, "<" + next(page.next()) + ">; rel=\"next\"")
                        .body(answer.getBody());
    }

    @GetMapping("/requests/{id}" + Format.PATH)
    @Operation(summary = "One request")
    ResponseEntity<byte[]> one(
            @PathVariable Format format,
            @PathVariable String id,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String city,
            Locale locale) {
        jurisdiction.check(city);
        return Answers.ok(format, ROOT, List.of(named(id, locale)));
    }

    @GetMapping("/tokens/{token}" + Format.PATH)
    @Operation(summary = "The request behind a token")
    ResponseEntity<byte[]> token(
            @PathVariable Format format,
            @PathVariable String token,
            @RequestParam(name = "jurisdiction_id", required = false) @Nullable String city) {
        jurisdiction.check(city);
        return Answers.ok(format, ROOT, List.of(new Token(numbered(token).number(), token)));
    }

    private ServiceRequest named(String number, Locale locale) {
        return requests.of(numbered(number).id(), locale);
    }

    private CaseSummary numbered(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw GeoReportRefused.unknownRequest(number);
        }
        return search.find(CaseQuery.all().holding(number), Sight.EVERYTHING).cases().stream()
                .findFirst()
                .orElseThrow(() -> GeoReportRefused.unknownRequest(number));
    }

    private static String next(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor)
                .encode()
                .toUriString();
    }
}
