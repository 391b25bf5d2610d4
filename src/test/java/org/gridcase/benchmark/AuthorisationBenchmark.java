package org.gridcase.benchmark;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.gridcase.database.DurableServer;
import org.gridcase.testing.KeycloakServer;
import org.gridcase.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.Assert;

/**
 * Prints what a page's authorisation costs (the filters of session and security around an empty page: the session read
 * from the database, whether it still counts, the rights of now), and what signing in costs beside Keycloak's own time:
 * the two requests that a browser sends us, from outside, less what we waited for Keycloak's answer to the code. Wants
 * Keycloak unpacked ({@code ./mvnw -q pre-integration-test -DskipTests}). Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=AuthorisationBenchmark}
 */
class AuthorisationBenchmark {
    private static final int PAGES = Integer.getInteger("bench.pages", 4_000);
    private static final int SIGN_INS = Integer.getInteger("bench.sign-ins", 200);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 2_000);

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        int port = KeycloakServer.freePort();
        String address = "http://localhost:" + port;
        String secret = UUID.randomUUID().toString();
        try (var keycloak = new KeycloakServer(address, secret);
                var server = DurableServer.start(folder.resolve("server"))) {
            keycloak.start();
            try (var application = new WholeApplication(
                    server.newDatabase("ours"),
                    folder.resolve("ours"),
                    "--server.port=" + port,
                    "--gridcase.oidc.issuer=" + keycloak.issuer(),
                    "--gridcase.oidc.client-secret=" + secret,
                    "--gridcase.demo.city=small")) {
                var visitor = new Visitor();
                visitor.signIn(address + "/home", "fang");
                pages(application, visitor.cookie("JSESSIONID").orElseThrow());
                signIns(application, visitor, address);
            }
        }
    }

    private static void pages(WholeApplication application, String session) throws Exception {
        var doors = new Filter[] {
            application.part("springSessionRepositoryFilter", Filter.class),
            application.part("springSecurityFilterChain", Filter.class)
        };
        Callers.Work page = () -> open(session, doors);
        Callers.run(8, WARM_UP, page);
        print("a page, 1 caller", Callers.run(1, PAGES, page));
        print("a page, 8 callers", Callers.run(8, PAGES, page));
    }

    private static void open(String session, Filter... doors) throws Exception {
        var servlet = new MockServletContext();
        var request = new MockHttpServletRequest(servlet, "GET", "/cases");
        request.setCookies(new Cookie("JSESSIONID", session));
        var answer = new MockHttpServletResponse();
        var chain = new MockFilterChain(new Empty(), doors);
        chain.doFilter(request, answer);
        Assert.state(answer.getStatus() == 200 && answer.getHeader("Empty") != null, "was not let in");
    }

    /** What a page does is not what is measured. */
    private static class Empty extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse answer) {
            answer.setHeader("Empty", "yes");
        }
    }

    private static void signIns(WholeApplication application, Visitor visitor, String address) {
        signIn(application, visitor, address, 50);
        print("a sign-in, ours", signIn(application, visitor, address, SIGN_INS));
    }

    /** Keycloak knows the browser already, so that nobody types. */
    private static long[] signIn(WholeApplication application, Visitor visitor, String address, int times) {
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            var out = visitor.ask(address + "/oauth2/authorization/keycloak");
            long ours = System.nanoTime() - start;
            var back = visitor.ask(to(out));
            double before = application.waitedForKeycloak();
            start = System.nanoTime();
            var in = visitor.ask(to(back));
            ours += System.nanoTime() - start;
            Assert.state(to(in).endsWith("/home"), () -> "led to " + to(in));
            took[i] = ours - (long) (application.waitedForKeycloak() - before);
        }
        return took;
    }

    private static String to(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void print(String what, long[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%-20s p50 %6.2f ms   p95 %6.2f ms   (%d)%n",
                what, times[times.length / 2] / 1e6, times[times.length * 95 / 100] / 1e6, times.length);
    }
}
