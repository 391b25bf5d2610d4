package org.gridcase.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

/**
 * A running Chromium of one language. Starting one takes a second, and its first look at a page another: whoever leaves it
 * leaves it to the next of these tests, as if it had just been started but that it has our scripts at hand.
 */
final class Chromium {
    private static final int MOST_IDLE = 3;

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");

    private static final Map<String, Deque<Chromium>> IDLE = new HashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Chromium::quitAll));
    }

    private final String language;
    private final Path profile;
    private final ChromeDriver driver;
    private final Set<String> visited = new HashSet<>();

    private Chromium(String language) {
        this.language = language;
        profile = emptyProfile();
        driver = new ChromeDriver(service(), options(profile, language));
    }

    static Chromium of(String language) {
        Chromium idle;
        synchronized (IDLE) {
            idle = idle(language).poll();
        }
        return idle == null ? new Chromium(language) : idle;
    }

    private static Deque<Chromium> idle(String language) {
        return IDLE.computeIfAbsent(language, any -> new ArrayDeque<>());
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What is kept of that address is to be forgotten. */
    void visits(String address) {
        URI it = URI.create(address.replaceFirst("[?#].*", ""));
        visited.add(it.getScheme() + "://" + it.getAuthority());
    }

    /** Whoever it was lent to has no more use for it. */
    void leave() {
        if (!forgets()) {
            quit();
            return;
        }
        synchronized (IDLE) {
            if (idle(language).size() < MOST_IDLE) {
                idle(language).push(this);
                return;
            }
        }
        quit();
    }

    /** One in which something went wrong may not even do that. */
    private boolean forgets() {
        try {
            visits(String.valueOf(driver.getCurrentUrl()));
            Set<String> before = driver.getWindowHandles();
            // screen, place and network belong to a window, and end with it
            String next = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
            for (String window : before) {
                driver.switchTo().window(window).close();
            }
            driver.switchTo().window(next);
            driver.executeCdpCommand("Page.bringToFront", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Browser.resetPermissions", Map.of());
            for (String origin : visited) {
                driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
            }
            visited.clear();
            return true;
        } catch (WebDriverException broken) {
            return false;
        }
    }

    private static void quitAll() {
        synchronized (IDLE) {
            IDLE.values().forEach(idle -> idle.forEach(Chromium::quit));
            IDLE.clear();
        }
    }

    private void quit() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
    }

    private static ChromeDriverService service() {
        var builder = new ChromeDriverService.Builder();
        BrowserPresence.program("chromedriver").ifPresent(program -> builder.usingDriverExecutable(program.toFile()));
        return builder.build();
    }

    private static ChromeOptions options(Path profile, String language) {
        var options = new ChromeOptions().addArguments(FLAGS);
        BrowserPresence.program("chromium").ifPresent(program -> options.setBinary(program.toFile()));
        options.addArguments("--lang=" + language, "--accept-lang=" + language, "--user-data-dir=" + profile);
        return options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    }

    private static Path emptyProfile() {
        try {
            return Files.createTempDirectory("gridcase-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
