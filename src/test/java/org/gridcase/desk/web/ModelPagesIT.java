package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.attributeToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfAllElementsLocatedBy;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.backtest.Backtests;
import org.gridcase.policy.DraftMaker;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.DrawnModels;
import org.gridcase.policy.Releases;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Http;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Processes and decision tables are drawn, simulated and compared in the browser. */
@BrowserCityTest
class ModelPagesIT {
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";
    private static final String TABLE = "processes/escalation/escalation.dmn";

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    DrawnModels models;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Test
    void anAnalystChangesAConditionAndIsToldWhatTheGuardSays() {
        UUID draft = drafts.open("立案条件收紧", "analyst");
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            open(analyst, draft, "model", FLOW);
            analyst.screenshot("studio-model-zh");
            assertThat(analyst.see(By.cssSelector(".bjs-powered-by")).isDisplayed())
                    .as("the mark of its makers")
                    .isTrue();
            assertThat(analyst.see(By.id("save")).isEnabled()).isFalse();
            Axe.assertNothingSerious(analyst.driver());

            select(analyst, "filed");
            group(analyst, "CamundaPlatform__Condition");
            WebElement condition = analyst.see(By.id("bio-properties-panel-conditionExpression"));
            condition.clear();
            condition.sendKeys("${outcome == 'filed' and not reopened}");
            analyst.waitFor(textToBePresentInElementLocated(By.id("state"), "未保存"));
            assertThat(
                            analyst.run(
                                    "const leaving = new Event('beforeunload', {cancelable: true}); dispatchEvent(leaving); return leaving.defaultPrevented"))
                    .as("asks before what is not saved is left")
                    .isEqualTo(true);
            condition.sendKeys(Keys.chord(Keys.CONTROL, "s"));
            analyst.waitFor(textToBePresentInElementLocated(By.id("state"), "已保存"));
            assertThat(file(draft, FLOW))
                    .contains("${outcome == 'filed' and not reopened}")
                    .contains("exporter=\"camunda-bpmn-js\"");
            assertThat(analyst.driver().findElement(By.id("findings")).isDisplayed())
                    .isFalse();
            analyst.waitFor(textToBePresentInElementLocated(By.id("changes"), "not reopened"));
            analyst.screenshot("studio-condition-zh");

            assertThat(choices(analyst, "conditionType")).containsExactly("", "expression");
            run(
                    analyst,
                    "get('modeling').updateProperties(studio.get('elementRegistry').get('filed'), {conditionExpression:"
                            + " studio.get('moddle').create('bpmn:FormalExpression', {language: 'groovy', body: 'System.exit(0)'})})");
            analyst.see(By.id("bio-properties-panel-conditionScriptLanguage"));
            assertThat(choices(analyst, "conditionType"))
                    .as("what a file brought along can be seen, and taken out")
                    .containsExactly("", "script", "expression");
            analyst.click(By.id("save"));
            WebElement finding = analyst.see(By.cssSelector("#findings li button"));
            analyst.waitFor(textToBePresentInElementLocated(By.id("state"), "已保存"));
            analyst.see(By.cssSelector(".gc-wrong-sign"));
            run(analyst, "get('selection').select([])");
            finding.click();
            assertThat(run(analyst, "get('selection').get().map(one => one.id).join()"))
                    .isEqualTo("filed");
            analyst.screenshot("studio-finding-zh");
            Axe.assertNothingSerious(analyst.driver());
        }
    }

    @Test
    void whatSomebodyElseSavedIsNotWrittenOver() {
        UUID draft = drafts.open("两个窗口", "analyst");
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            open(analyst, draft, "model", FLOW);
            drafts.put(
                    draft,
                    FLOW,
                    file(draft, FLOW).replace(">P7D<", ">P14D<").getBytes(StandardCharsets.UTF_8),
                    "analyst");
            rename(analyst, "handleCase", "处置（责任单位）");
            analyst.click(By.id("save"));
            analyst.waitFor(textToBePresentInElementLocated(By.id("refused"), "在此期间已被保存过"));
            assertThat(file(draft, FLOW)).contains(">P14D<").doesNotContain("责任单位）");
            assertThat(analyst.see(By.id("save")).isEnabled()).isTrue();
        }
    }

    @Test
    void onlyWhatTheGuardLetsPassIsOffered() {
        UUID draft = drafts.open("菜单", "analyst");
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            open(analyst, draft, "model", FLOW);
            assertThat(analyst.driver().findElements(By.cssSelector("[data-action='create.user-task']")))
                    .hasSize(1);
            assertThat(
                            analyst.driver()
                                    .findElements(
                                            By.cssSelector(
                                                    "[data-action='create.task'], [data-action='create.data-object'], [data-action='create.data-store'], [data-action='create.group']")))
                    .isEmpty();
            run(
                    analyst,
                    "get('popupMenu').open(studio.get('elementRegistry').get('handleCase'), 'bpmn-replace', {x: 500, y: 300, cursor: {x: 500, y: 300}}, {title: '改为其他类型', search: true})");
            analyst.see(By.cssSelector(".djs-popup [data-id='replace-with-service-task']"));
            analyst.screenshot("studio-menu-zh");
            assertThat(
                            analyst.driver()
                                    .findElements(
                                            By.cssSelector(
                                                    ".djs-popup [data-id*='script'], .djs-popup [data-id*='manual'], .djs-popup [data-id*='send'], .djs-popup [data-id*='rule'], .djs-popup [data-id*='transaction'], .djs-popup [data-id^='toggle']")))
                    .isEmpty();
            run(analyst, "get('popupMenu').close()");
            select(analyst, "handleCase");
            analyst.see(By.cssSelector("[data-group-id='group-CamundaPlatform__UserAssignment']"));
            assertThat(
                            analyst.driver()
                                    .findElements(
                                            By.cssSelector(
                                                    "[data-group-id*='Listener'], [data-group-id*='FormData'], [data-group-id*='ExtensionProperties'], [data-group-id*='Input']")))
                    .isEmpty();
            assertThat(choices(analyst, "formType")).containsExactly("", "formKey");
            select(analyst, "route");
            analyst.see(By.cssSelector("[data-group-id='group-CamundaPlatform__Implementation']"));
            assertThat(choices(analyst, "implementationType")).containsExactly("", "delegateExpression");
        }
    }

    @Test
    void tokensRunThroughTheDrawing() {
        UUID draft = drafts.open("模拟", "analyst");
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            open(analyst, draft, "model", FLOW);
            analyst.click(By.id("simulate"));
            analyst.waitFor(attributeToBe(By.id("simulate"), "aria-pressed", "true"));
            analyst.click(By.cssSelector("[data-container-id='reported'] .bts-context-pad"));
            analyst.waitFor(
                    driver -> !driver.findElements(By.cssSelector(".bts-token")).isEmpty());
            analyst.waitFor(driver ->
                    driver.findElements(By.cssSelector(".bts-log .bts-entry")).size() > 1);
            analyst.screenshot("studio-simulation-zh");
            Axe.assertNothingSerious(analyst.driver());
            analyst.click(By.id("simulate"));
            analyst.waitFor(attributeToBe(By.id("simulate"), "aria-pressed", "false"));
        }
    }

    @Test
    void twoStatesOfAProcessAreComparedOnTheDrawingAndInWords() {
        UUID draft = drafts.open("处置改名，去掉一条", "analyst");
        String changed = file(draft, FLOW)
                .replace("${outcome == 'filed'}", "${outcome == 'filed' and not reopened}")
                .replace("name=\"处置\"", "name=\"处置（责任单位）\"");
        drafts.put(draft, FLOW, changed.getBytes(StandardCharsets.UTF_8), "analyst");
        for (Look look : Look.values()) {
            try (var browser = look.browser.get().signIn(address(), "approver")) {
                open(browser, draft, "difference", FLOW);
                assertThat(browser.see(By.id("changes")).getText())
                        .contains("handleCase", "${outcome == 'filed' and not reopened}", "处置（责任单位）");
                assertThat(browser.driver().findElements(By.cssSelector("#right .gc-is-changed")))
                        .hasSizeGreaterThanOrEqualTo(2);
                assertThat(browser.driver().findElements(By.cssSelector("#right .gc-sign-changed")))
                        .hasSizeGreaterThanOrEqualTo(2);
                browser.click(By.cssSelector("#changes button"));
                look.at(browser, "studio-difference");

                open(browser, draft, "model", FLOW);
                assertThat(browser.driver().findElements(By.id("save"))).isEmpty();
                assertThat(browser.see(By.id("changes")).getText()).contains("handleCase");
                look.at(browser, "studio-approver");
            }
        }
    }

    @Test
    void twoReleasesAreComparedAndTheLaterOpened() {
        UUID draft = drafts.open("处置改名，催办晚一刻", "analyst");
        drafts.put(
                draft,
                FLOW,
                file(draft, FLOW).replace("name=\"处置\"", "name=\"处置（责任单位）\"").getBytes(StandardCharsets.UTF_8),
                "analyst");
        drafts.put(
                draft,
                TABLE,
                file(draft, TABLE)
                        .replaceFirst("<text>0</text>", "<text>15</text>")
                        .getBytes(StandardCharsets.UTF_8),
                "analyst");
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        drafts.approve(draft, "approver", "同意");
        int release = drafts.publish(draft, "approver");
        try {
            for (Look look : List.of(Look.CHINESE, Look.ENGLISH_PHONE)) {
                try (var browser = look.browser.get().signIn(address(), "approver")) {
                    browser.open(address() + "/policy")
                            .see(By.cssSelector("a[href$='/difference?to=" + release + "']"));
                    // with the one in force before, whatever other tests have published and taken back since
                    browser.open(address() + "/policy/releases/1/difference?to=" + release);
                    ready(browser);
                    assertThat(browser.see(By.tagName("h1")).getText()).contains("1", "→", String.valueOf(release));
                    assertThat(browser.see(By.id("changes")).getText()).contains("handleCase", "处置（责任单位）");
                    assertThat(browser.driver().findElements(By.cssSelector("#right .gc-is-changed")))
                            .isNotEmpty();
                    look.at(browser, "studio-releases");

                    browser.click(By.cssSelector(".gc-studio-tools a"));
                    ready(browser);
                    assertThat(browser.driver().findElements(By.id("save"))).isEmpty();
                    look.at(browser, "studio-release-model");

                    browser.driver().navigate().back();
                    browser.click(By.linkText(TABLE));
                    WebElement row = browser.see(By.id("row-escalation-01"));
                    assertThat(row.findElement(By.tagName("del")).getText()).isEqualTo("0");
                    assertThat(row.findElement(By.tagName("ins")).getText()).isEqualTo("15");
                    look.at(browser, "studio-releases-rows");

                    browser.click(By.cssSelector(".gc-studio-tools a"));
                    assertThat(browser.see(By.id("row-escalation-01")).getText())
                            .contains("15");
                    look.at(browser, "studio-release-table");

                    browser.open(address() + "/policy/releases/" + release + "/difference?to=" + release);
                    assertThat(browser.see(By.cssSelector(".gc-empty")).isDisplayed())
                            .isTrue();
                    look.at(browser, "studio-releases-none");
                }
            }
        } finally {
            new DraftMaker(drafts, releases, backtests).undoAll();
        }
    }

    @Test
    void aCellOfADecisionTableIsChangedAndComparedRowByRow() {
        UUID draft = drafts.open("催办提前", "analyst");
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            open(analyst, draft, "model", TABLE);
            analyst.screenshot("studio-table-zh");
            Axe.assertNothingSerious(analyst.driver());
            WebElement cell = analyst.see(By.cssSelector("#table [data-element-id='escalation-01-lamp']"));
            cell.click();
            WebElement typed =
                    analyst.see(By.cssSelector("#table [data-element-id='escalation-01-lamp'] [contenteditable]"));
            typed.sendKeys(Keys.chord(Keys.CONTROL, "a"), "\"RED\"");
            analyst.see(By.cssSelector("#table [data-element-id='escalation-02-lamp']"))
                    .click();
            analyst.waitFor(textToBePresentInElementLocated(By.id("state"), "未保存"));
            analyst.click(By.id("save"));
            analyst.waitFor(textToBePresentInElementLocated(By.id("state"), "已保存"));
            analyst.screenshot("studio-table-saved-zh");
            assertThat(analyst.driver().findElement(By.id("findings")).isDisplayed())
                    .as(analyst.driver().findElement(By.id("findings")).getText())
                    .isFalse();
        }
        for (Look look : Look.values()) {
            try (var browser = look.browser.get().signIn(address(), "approver")) {
                browser.open(address() + "/policy/drafts/" + draft + "/difference?path=" + Http.encode(TABLE));
                WebElement row = browser.see(By.id("row-escalation-01"));
                assertThat(row.findElement(By.tagName("del")).getText()).isEqualTo("\"YELLOW\"");
                assertThat(row.findElement(By.tagName("ins")).getText()).isEqualTo("\"RED\"");
                look.at(browser, "studio-rows");
                browser.open(address() + "/policy/drafts/" + draft);
                look.at(browser, "studio-draft");
            }
        }
    }

    /** Also what the guard's own tests call exported is made here: {@code -Dgridcase.corpus=write}. */
    @Test
    void whatTheEditorsWriteOfEveryModelPassesTheGuard() throws IOException {
        UUID draft = drafts.open("原样存一遍", "analyst");
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            for (String path : drafts.paths(draft)) {
                if (path.endsWith(".bpmn") || path.endsWith(".dmn")) {
                    open(analyst, draft, "model", path);
                    passes(analyst, draft, path, "as-shipped/" + path.substring(path.lastIndexOf('/') + 1));
                }
            }
            for (String[] change : DRAWN) {
                drafts.put(draft, FLOW, releases.artifact(1, FLOW), "analyst");
                open(analyst, draft, "model", FLOW);
                analyst.run(DRAWING + change[1]);
                passes(analyst, draft, FLOW, change[0] + ".bpmn");
            }
        }
    }

    private void passes(Browser browser, UUID draft, String path, String name) throws IOException {
        String written = String.valueOf(((JavascriptExecutor) browser.driver()).executeAsyncScript("""
                        const done = arguments[0];
                        const studio = (document.getElementById('canvas') ?? document.getElementById('table')).studio;
                        Object.assign(studio.getDefinitions(), {exporter: 'Camunda Modeler', exporterVersion: '5.30.2'});
                        studio.saveXML({format: true}).then(({xml}) => done(xml), failure => done(String(failure)))"""));
        drafts.put(draft, path, written.getBytes(StandardCharsets.UTF_8), "analyst");
        assertThat(models.findings(draft, path)).as(name).isEmpty();
        if (System.getProperty("gridcase.corpus", "").equals("write")) {
            Path file = Path.of("src/test/resources/policy/exported", name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        }
    }

    private static final String DRAWING = """
            const studio = document.getElementById('canvas').studio;
            const modeling = studio.get('modeling'), make = studio.get('elementFactory'), moddle = studio.get('moddle');
            const at = id => studio.get('elementRegistry').get(id), root = studio.get('canvas').getRootElement();
            const append = (id, shape) => studio.get('autoPlace').append(at(id), make.createShape(shape));
            """;

    /** What people do with a mouse, by the same commands. */
    private static final String[][] DRAWN = {
        {"coloured", "modeling.setColor([at('handleCase'), at('filed')], {stroke: '#0d4372', fill: '#bbdefb'});"},
        {"a-wait-more", """
            const wait = append('route', {type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition'});
            modeling.updateModdleProperties(wait, wait.businessObject.eventDefinitions[0], {timeDuration: moddle.create('bpmn:FormalExpression', {body: 'PT30M'})});
            """},
        {
            "a-note",
            "const note = append('handleCase', {type: 'bpmn:TextAnnotation'}); modeling.updateProperties(note, {text: '由区派遣员复核'});"
        },
        {
            "a-pool",
            "modeling.createShape(make.createParticipantShape(), {x: 900, y: 500}, root); modeling.splitLane(studio.get('elementRegistry').find(one => one.type === 'bpmn:Participant'), 2);"
        },
        {
            "a-sub-process",
            "const inner = append('route', {type: 'bpmn:SubProcess', isExpanded: true}); modeling.createShape(make.createShape({type: 'bpmn:StartEvent'}), {x: inner.x + 60, y: inner.y + 60}, inner);"
        },
        {"a-collapsed-sub-process", "append('route', {type: 'bpmn:SubProcess', isExpanded: false});"},
        {
            "moved-and-renamed",
            "modeling.moveElements([at('handleCase')], {x: 20, y: 40}); modeling.updateLabel(at('isHandled'), '处置结果如何？'); modeling.moveShape(at('isHandled').labels[0], {x: 15, y: 15});"
        },
        {
            "more-urgent-in-words",
            "modeling.updateProperties(at('handleCase'), {'camunda:priority': '80', documentation: [moddle.create('bpmn:Documentation', {text: '按第 12 条办理'})]});"
        },
        {"as-the-desktop-modeler-heads-it", """
            const head = studio.getDefinitions();
            head.$attrs['xmlns:modeler'] = 'http://camunda.org/schema/modeler/1.0';
            head.set('modeler:executionPlatform', 'Camunda Platform');
            head.set('modeler:executionPlatformVersion', '7.24.0');
            """},
    };

    private enum Look {
        CHINESE(Browser::desktop, "zh"),
        ENGLISH(Browser::englishDesktop, "en"),
        CHINESE_PHONE(Browser::phone, "zh-phone"),
        ENGLISH_PHONE(Browser::englishPhone, "en-phone");

        private final Supplier<Browser> browser;
        private final String name;

        Look(Supplier<Browser> browser, String name) {
            this.browser = browser;
            this.name = name;
        }

        void at(Browser browser, String page) {
            browser.screenshot(page + "-" + name);
            Axe.assertNothingSerious(browser.driver());
            assertThat(browser.run(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("no sideways scrolling of " + page + " " + name)
                    .isEqualTo(true);
        }
    }

    private void open(Browser browser, UUID draft, String page, String path) {
        browser.open(address() + "/policy/drafts/" + draft + "/" + page + "?path=" + Http.encode(path));
        ready(browser);
    }

    private static void ready(Browser browser) {
        browser.waitFor(driver -> driver.findElement(By.tagName("body")).getDomAttribute("data-ready") != null);
        assertThat(browser.driver().findElement(By.tagName("body")).getDomAttribute("data-ready"))
                .isEqualTo("yes");
    }

    /** What a list of the panel offers. */
    private static List<String> choices(Browser browser, String field) {
        return browser
                .waitFor(presenceOfAllElementsLocatedBy(By.cssSelector("#bio-properties-panel-" + field + " option")))
                .stream()
                .map(one -> String.valueOf(one.getDomAttribute("value")))
                .toList();
    }

    private static Object run(Browser browser, String call) {
        return browser.run("const studio = document.getElementById('canvas').studio; return studio." + call);
    }

    private static void select(Browser browser, String element) {
        run(browser, "get('selection').select(studio.get('elementRegistry').get('" + element + "'))");
    }

    private static void rename(Browser browser, String element, String name) {
        run(
                browser,
                "get('modeling').updateProperties(studio.get('elementRegistry').get('" + element + "'), {name: '" + name
                        + "'})");
    }

    private static void group(Browser browser, String id) {
        By header = By.cssSelector("[data-group-id='group-" + id + "'] .bio-properties-panel-group-header");
        if (!String.valueOf(browser.see(header).getDomAttribute("class")).contains("open")) {
            browser.click(header);
        }
    }

    private String file(UUID draft, String path) {
        return new String(drafts.file(draft, path), StandardCharsets.UTF_8);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
