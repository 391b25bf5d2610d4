package org.gridcase.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@BrowserTest
class BrowserIT {
    private static final String GOOD = """
            <!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width">
            <title>网格案</title><main><h1>网格案</h1><p id="language"></p><p id="touch"></p>
            <button onclick="setTimeout(() => done.hidden = false, 300)">上报</button>
            <p id="done" hidden>已上报</p></main>
            <script>language.innerText = navigator.language; touch.innerText = navigator.maxTouchPoints > 0</script>
            """;
    private static final String BAD = """
            <!doctype html><html><title>bad</title><main><h1>bad</h1>
            <img src="x.png" id="nameless"><p style="color: #ddd; background: #fff">pale</p></main>
            """;

    static HttpServer server;
    static String address;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/good", exchange -> answer(exchange, GOOD));
        server.createContext("/bad", exchange -> answer(exchange, BAD));
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void seesWhatAppearsLaterAndTakesAPicture() throws IOException {
        try (var browser = Browser.desktop().open(address + "/good")) {
            browser.click(By.tagName("button"));

            assertThat(browser.see(By.id("done")).getText()).isEqualTo("已上报");
            var picture = ImageIO.read(browser.screenshot("browser-desktop").toFile());
            assertThat(picture.getWidth()).isEqualTo(1280);
            assertThat(picture.getHeight()).isEqualTo(900);
        }
    }

    @Test
    void isAPhoneThatSpeaksChinese() throws IOException {
        try (var browser = Browser.phone().open(address + "/good")) {
            assertThat(browser.see(By.id("language")).getText()).isEqualTo("zh-CN");
            assertThat(browser.see(By.id("touch")).getText()).isEqualTo("true");
            assertThat(ImageIO.read(browser.screenshot("browser-phone").toFile())
                            .getWidth())
                    .isEqualTo(780);
        }
    }

    @Test
    void speaksEnglishWhenAsked() {
        try (var browser = Browser.englishDesktop().open(address + "/good")) {
            assertThat(browser.see(By.id("language")).getText()).startsWith("en");
        }
    }

    @Test
    void axePassesAGoodPageAndCatchesABadOne() {
        try (var browser = Browser.desktop().open(address + "/good")) {
            assertThatCode(() -> Axe.assertNothingSerious(browser.driver())).doesNotThrowAnyException();

            browser.open(address + "/bad");
            assertThatThrownBy(() -> Axe.assertNothingSerious(browser.driver()))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("image-alt", "nameless", "color-contrast", "html-has-lang");
        }
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
