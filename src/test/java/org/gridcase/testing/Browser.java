package org.gridcase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium that nobody has been in, in a window of the size and the language asked for; waits, never sleeps. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Chromium chromium;
    private final ChromeDriver driver;

    private Browser(String language, boolean phone) {
        chromium = Chromium.of(language);
        driver = chromium.driver();
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen(phone));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
    }

    /** 1280 × 900, in Chinese. */
    public static Browser desktop() {
        return new Browser("zh-CN", false);
    }

    /** 390 × 844 with touch, in Chinese. */
    public static Browser phone() {
        return new Browser("zh-CN", true);
    }

    public static Browser englishDesktop() {
        return new Browser("en", false);
    }

    public static Browser englishPhone() {
        return new Browser("en", true);
    }

    public WebDriver driver() {
        return driver;
    }

    public Browser open(String address) {
        chromium.visits(address);
        driver.get(address);
        return this;
    }

    /**
     * Signs in as the page would.
     *
     * @param address of the application, such as {@code http://localhost:8080}
     */
    public Browser signIn(String address, String account) {
        open(address + "/gridcase/theme.css");
        driver.executeAsyncScript("""
                const [account, done] = arguments;
                document.cookie = 'GC-CSRF=test; path=/';
                fetch('/sign-in', {method: 'POST', redirect: 'manual', headers: {'X-GC-CSRF': 'test'},
                  body: new URLSearchParams({username: account, password: 'demo'})}).then(() => done())""", account);
        return this;
    }

    /** What a script returns. */
    public @Nullable Object run(String script) {
        return driver.executeScript(script);
    }

    /** The element, as soon as it can be seen. */
    public WebElement see(By what) {
        return waitFor(ExpectedConditions.visibilityOfElementLocated(what));
    }

    public void click(By what) {
        waitFor(ExpectedConditions.elementToBeClickable(what)).click();
    }

    public <T> T waitFor(Function<? super WebDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE).until(condition);
    }

    /** Writes what can be seen to {@code target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            return Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.leave();
    }

    private static Map<String, Object> screen(boolean phone) {
        return phone
                ? Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true)
                : Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false);
    }
}
