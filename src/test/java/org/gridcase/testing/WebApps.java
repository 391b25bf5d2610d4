package org.gridcase.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Signs in as a person does, with a session, and speaks to the engine's web apps as the browser would. */
@Component
public class WebApps {
    private final Http http;

    WebApps(Http http) {
        this.http = http;
    }

    /** The session and the tokens of both kinds of pages. */
    public record Session(Http.Caller caller, Map<String, String> cookies, List<String> setAtSignIn) {}

    public Session signIn(String account) {
        return signIn(account, Map.of());
    }

    /** With whatever cookies the browser had before. */
    public Session signIn(String account, Map<String, String> before) {
        var answer = signInAnswer(account, before);
        var cookies = new TreeMap<>(before);
        keep(cookies, answer);
        keep(cookies, with(cookies).get("/camunda/app/tasklist/default/"));
        var caller = with(cookies).with("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        return new Session(
                caller, Map.copyOf(cookies), answer.response().headers().allValues("Set-Cookie"));
    }

    /** What the form's answer is. */
    public Http.Answer signInAnswer(String account, Map<String, String> before) {
        var cookies = new TreeMap<>(before);
        cookies.remove("GC-CSRF");
        keep(cookies, with(cookies).post("/sign-in"));
        return with(cookies)
                .with("X-GC-CSRF", cookies.getOrDefault("GC-CSRF", ""))
                .postForm("/sign-in", Map.of("username", account, "password", "demo"));
    }

    /** Signed in, with the tokens that our pages' forms and the web apps send. */
    public Http.Caller staff(String account) {
        var cookies = new TreeMap<>(signIn(account).cookies());
        cookies.put("GC-CSRF", "token");
        return with(cookies).with("X-GC-CSRF", "token").with("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
    }

    public Http.Caller with(Map<String, String> cookies) {
        String header = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return http.anybody().with("Cookie", header);
    }

    /** What an answer sets. */
    public static Map<String, String> cookies(Http.Answer answer) {
        Map<String, String> set = new TreeMap<>();
        keep(set, answer);
        return set;
    }

    private static void keep(Map<String, String> cookies, Http.Answer answer) {
        List<String> set = answer.response().headers().allValues("Set-Cookie");
        set.stream().map(line -> line.split(";", 2)[0].split("=", 2)).forEach(pair -> cookies.put(pair[0], pair[1]));
    }
}
