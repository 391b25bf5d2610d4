package org.gridcase.testing;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openqa.selenium.WebDriver;

/** Asks axe-core whether everybody can use the page. */
public final class Axe {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Axe() {}

    /** Fails with the rules broken and the elements that break them. */
    public static void assertNothingSerious(WebDriver driver) {
        List<Rule> broken = new AxeBuilder()
                .analyze(driver).getViolations().stream()
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
