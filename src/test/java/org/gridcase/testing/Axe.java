package org.gridcase.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Asks axe-core whether everybody can use the page. */
public final class Axe {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** The web apps' sign that something is on its way: pale, and soon gone. */
    private static final By ON_ITS_WAY = By.cssSelector(".loader-state.loading");

    private Axe() {}

    /** Fails with the rules broken and the elements that break them. */
    public static void assertNothingSerious(WebDriver driver) {
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .ignoring(StaleElementReferenceException.class)
                .until(any -> driver.findElements(ON_ITS_WAY).stream().noneMatch(WebElement::isDisplayed));
        // what is in order need not be told of every element; and no page of ours has frames, for which it opens a
        // window
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var results = new AxeBuilder().withOptions(options).setLegacyMode(true).analyze(driver);
        if (results.isErrored()) {
            throw new AssertionError(driver.getCurrentUrl() + " could not be judged: " + results.getErrorMessage());
        }
        List<Rule> broken = results.getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    driver.getCurrentUrl() + broken.stream().map(Axe::described).collect(Collectors.joining()));
        }
    }

    private static String described(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> "\n    " + node.getHtml())
                .collect(Collectors.joining(
                        "", "\n" + rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp(), ""));
    }
}
