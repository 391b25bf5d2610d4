package org.gridcase.testing;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A browser without a screen: it keeps cookies, follows redirects, and fills in Keycloak's forms. */
public final class Visitor {
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final Jar cookies = new Jar();
    private final HttpClient following = client(Redirect.NORMAL);
    private final HttpClient staying = client(Redirect.NEVER);

    private HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .build();
    }

    /** Whatever page it ends at. */
    public HttpResponse<String> open(String address) {
        return send(following, page(address));
    }

    /** The first answer. */
    public HttpResponse<String> ask(String address, String... headers) {
        var request = page(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(staying, request);
    }

    private static HttpRequest.Builder page(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.8");
    }

    /** From the page that was asked for to Keycloak's form, and back. */
    public HttpResponse<String> signIn(String address, String person) {
        return submit(open(address), Map.of("username", person, "password", KeycloakAdmin.EVERYBODYS));
    }

    /** The form of Keycloak's page, with what it holds already. */
    public HttpResponse<String> submit(HttpResponse<String> answer, Map<String, String> typed) {
        String page = answer.body();
        var fields = new TreeMap<String, String>();
        HIDDEN.matcher(page).results().forEach(field -> fields.put(field.group(1), text(field.group(2))));
        fields.putAll(typed);
        String action = ACTION.matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form:\n" + page));
        return post(answer.uri().resolve(text(action)).toString(), fields);
    }

    private static String text(String html) {
        return HtmlUtils.htmlUnescape(html);
    }

    /** As one of our pages sends a form. */
    public HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> Http.encode(field.getKey()) + "=" + Http.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = page(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-GC-CSRF", cookie("GC-CSRF").orElse(""))
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(following, request);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.kept.get(name));
    }

    /**
     * Everything under test is at localhost, which browsers trust with a cookie that wants a secure connection; Java's
     * own does not.
     */
    private static final class Jar extends CookieHandler {
        final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            String all = kept.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return all.isEmpty() ? Map.of() : Map.of("Cookie", List.of(all));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.getOrDefault("set-cookie", List.of()).forEach(this::keep);
        }

        private void keep(String line) {
            var pair = line.split(";", 2)[0].split("=", 2);
            boolean over = line.matches("(?i).*;\\s*(max-age=0|expires=thu, 01 jan 1970).*");
            if (over) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
