package org.gridcase.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class OutwardTests {
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private String here = "";

    @BeforeEach
    void somebodyListensOnThisMachine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        here = "localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void nobodyListensAnyMore() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        asked.add(call.getRequestMethod() + " " + path + " "
                + call.getRequestHeaders().getFirst("Host"));
        if (path.equals("/away")) {
            call.getResponseHeaders().add("Location", "http://" + here + "/secret");
            call.sendResponseHeaders(302, -1);
        } else if (path.equals("/endless")) {
            call.sendResponseHeaders(200, 0);
            byte[] much = new byte[8192];
            for (int i = 0; i < 1000; i++) {
                call.getResponseBody().write(much);
            }
        } else if (path.equals("/drip")) {
            drip(call);
        } else {
            byte[] said = call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, said.length == 0 ? -1 : said.length);
            call.getResponseBody().write(said);
        }
        call.close();
    }

    /** A byte now and then, so that no single wait is long. */
    private void drip(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        try {
            do {
                call.getResponseBody().write('.');
                call.getResponseBody().flush();
            } while (!over.await(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.255.255.254/",
                "https://localhost/",
                "https://localhost./",
                "https://LOCALHOST/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://100.100.100.200/latest/meta-data/",
                "https://169.254.169.254/latest/meta-data/",
                "https://168.63.129.16/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.0.1.",
                "https://127%2e0.0.1/",
                "https://①②⑦.⓪.⓪.①/",
                "https://localhost\\@example.org/",
                "https://example.org@127.0.0.1/",
                "https://user:word@example.org/",
                "https://example.org:22/",
                "https://example.org:6379/",
                "https://example.org:0/",
                "https://example.org:99999/",
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_x",
                "jar:https://example.org/a.jar!/b",
                "data:text/plain,x",
                "javascript:alert(1)",
                "//example.org/",
                "/etc/passwd",
                "example.org",
                "https:example.org",
                "https://",
                "https:///path",
                "https://exa mple.org/",
                "https://example.org/\r\nHost: evil",
                "https://example.org\t/",
                "https://a..b/",
                "https://_/",
                "https://[::1%25eth0]/",
                "https://example.org/#part",
                "",
                " "
            })
    void whatLeadsInwardsOrIsNoAddressIsNotCalled(String address) {
        assertThatThrownBy(() -> outward().get(address)).isInstanceOf(OutwardRefused.class);
    }

    @Test
    void aNameThatLeadsInwardsIsNotCalledThoughItsOtherAddressIsPublic() {
        DnsResolver mixed = names("93.184.216.34", "127.0.0.1");
        assertThatThrownBy(() -> new Outward(settings(), mixed).get("https://example.org/"))
                .isInstanceOf(OutwardRefused.class)
                .hasMessage("outward.address.inner");
    }

    /** Otherwise a name could lead whoever checks elsewhere than whoever connects. */
    @Test
    void aNameIsLookedUpOnceForCheckAndConnection() {
        var lookUps = new AtomicInteger();
        DnsResolver ours = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "192.0.2.77")
                        .resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        String named = "hooks.example:" + server.getAddress().getPort();

        new Outward(settings(named), ours).get("http://" + named + "/");

        assertThat(lookUps).hasValue(1);
        assertThat(asked).containsExactly("GET / " + named);
    }

    @ParameterizedTest
    @CsvSource({"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "240e::1"})
    void theWorldIsPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "https://example.org:443/a?b=c", "https://93.184.216.34/"})
    void ordinaryAddressesMayBeEntered(String address) {
        outward().check(address);
    }

    @Test
    void anInnerHostThatTheAdministratorNamesIsCalledUnderItsName() {
        var answer =
                inner().post("http://" + here + "/hook", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        assertThat(asked).containsExactly("POST /hook " + here);
        assertThatThrownBy(() ->
                        inner().get("http://127.0.0.1:" + server.getAddress().getPort()))
                .isInstanceOf(OutwardRefused.class);
    }

    @Test
    void aRedirectIsToldAndNotFollowed() {
        assertThat(inner().get("http://" + here + "/away").status()).isEqualTo(302);
        assertThat(asked).containsExactly("GET /away " + here);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        assertThatThrownBy(() -> inner().get("http://" + here + "/endless"))
                .isInstanceOf(OutwardRefused.class)
                .hasMessage("outward.answer.tooLarge");
    }

    @Test
    void anAnswerThatDripsIsLeft() {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> inner().get("http://" + here + "/drip"))
                .isInstanceOf(OutwardRefused.class)
                .hasMessage("outward.answer.tooSlow");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whereNobodyListensNothingIsHidden() {
        server.stop(0);
        assertThatThrownBy(() -> inner().get("http://" + here + "/")).isInstanceOf(UncheckedIOException.class);
    }

    private static DnsResolver names(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var found = new InetAddress[addresses.length];
                for (int i = 0; i < addresses.length; i++) {
                    found[i] = InetAddress.getByName(addresses[i]);
                }
                return found;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static OutwardSettings settings(String... inner) {
        return new OutwardSettings(
                Set.of(inner), Set.of(80, 443), false, Duration.ofSeconds(2), DataSize.ofKilobytes(64));
    }

    private static Outward outward() {
        return new Outward(settings());
    }

    private Outward inner() {
        return new Outward(settings(here));
    }
}
