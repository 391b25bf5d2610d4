package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.backtest.Backtests;
import org.gridcase.casework.Cases;
import org.gridcase.desk.CaseWalks;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Tried;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CityTest
class ExplanationTests {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String MINOR = "processes/case-handling/minor-event.dmn";
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Whys whys;

    @Autowired
    Flow flow;

    @Autowired
    Cases cases;

    @Autowired
    Drafts drafts;

    @Autowired
    Backtests backtests;

    @Autowired
    Releases releases;

    @Autowired
    JdbcClient jdbc;

    MockMvc web;

    @BeforeEach
    void openTheWeb() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** Other tests share the city. */
    @AfterEach
    void theShippedPolicyIsInForceAgain() {
        for (int number = releases.inForce().number();
                number > 1;
                number = releases.inForce().number()) {
            drafts.rollBack(number, "approver", "试完");
        }
    }

    private WhyView why(CaseId id, Locale locale) {
        return whys.of(flow.facts(id), locale);
    }

    private static WhyView.Answer answer(WhyView why, String about) {
        return why.answers().stream()
                .filter(one -> one.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private static WhyView.Row row(WhyView.Answer answer) {
        return Objects.requireNonNull(answer.made().row());
    }

    private TodayView today(CaseId id) {
        return whys.today(flow.facts(id), ZH);
    }

    private static TodayView.Line line(TodayView today, String about) {
        return today.lines().stream()
                .filter(one -> one.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneSentenceEachSaysWhatHoldsByWhichRowAndWhatMetIt() {
        CaseId id = CaseWalks.dispatched(flow, "为什么派给市政");

        WhyView why = why(id, ZH);

        assertThat(why.answers())
                .extracting(WhyView.Answer::about)
                .containsExactly("classification", "minor-event", "filing", "routing");
        assertThat(answer(why, "classification").sentence())
                .contains("类别是“路面塌陷”（L01001）", "第 1 版政策", "上报人自选为“是”", "上报人自选类别为“是”");
        assertThat(answer(why, "minor-event").sentence()).contains("不是小微事件", "minor-01", "大类为“", "L01");
        assertThat(answer(why, "filing").sentence()).contains("处置时限是", "L01001-1", "F04", "突发事件为“是”");
        assertThat(answer(why, "routing").sentence()).contains("R02", "类别为“路面塌陷 L01001、", "而本案类别为“路面塌陷 L01001”");
        var row = row(answer(why, "routing"));
        assertThat(row.columns())
                .extracting(WhyView.Column::title)
                .startsWith("类别", "大类", "立案标准单位")
                .contains("单位类型", "层级", "说明");
        assertThat(row.columns().get(0).had()).isEqualTo("路面塌陷 L01001");
        assertThat(row.columns().get(1).had()).as("asked for nothing").isNull();
    }

    @Test
    void inEnglishNoSentenceIsLeftInChinese() {
        CaseId id = CaseWalks.dispatched(flow, "why in English");

        WhyView why = why(id, Locale.ENGLISH);

        assertThat(answer(why, "routing").sentence())
                .startsWith("The unit proposed is")
                .contains("because row R02 of the table “Routing” in policy release 1 says so where “Class” is");
        assertThat(row(answer(why, "filing")).columns())
                .extracting(WhyView.Column::title)
                .contains("Class", "Kind of place", "Limit times");
    }

    @Test
    void whoDecidedOtherwiseIsNamedWithTheReasonAndWhatTheTableHadSaid() {
        CaseId id = CaseWalks.filed(flow, "派给别的单位");
        String other = jdbc.sql("select code from unit where district = '410102' and kind = 'power' limit 1")
                .query(String.class)
                .single();
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", other, "reason", "电缆沟塌陷，权属电力");

        String sentence = answer(why(id, ZH), "routing").sentence();

        assertThat(sentence).contains("改定，理由是“电缆沟塌陷，权属电力”", "规则原来的结论是：建议由“", "R02");
        assertThat(today(id).differs()).as("nothing has changed since").isFalse();
    }

    @Test
    void aCaseThatCameBackTellsTheLatestAndKeepsTheEarlier() {
        CaseId id = CaseWalks.handled(flow, "重新立案说得清");
        flow.complete("checker", id, "outcome", "passed");
        cases.reopen(id, "resident", "又塌了");
        flow.run(id);

        var filing = answer(why(id, ZH), "filing");

        assertThat(filing.earlier()).hasSize(1);
        assertThat(filing.made().id()).isNotEqualTo(filing.earlier().get(0).id());
        assertThat(filing.earlier().get(0).sentence()).contains("处置时限是");
        assertThat(answer(why(id, ZH), "classification").earlier()).isEmpty();
    }

    @Test
    void todaysRulesSayWhatWouldBeOtherwiseAndWriteNothing() {
        CaseId id = CaseWalks.dispatched(flow, "改表之前派的");
        long records = count("decision_record");
        long events = count("case_event");
        assertThat(today(id).sentence()).contains("结论都一样");

        int release = publish(Map.of(ROUTING, routing("R02", "water", null), EXAMPLES, examples("R02", "water")));
        TodayView now = today(id);

        assertThat(now.release()).isEqualTo(release);
        assertThat(now.differs()).isTrue();
        assertThat(line(now, "classification").differs()).isFalse();
        assertThat(line(now, "routing").words()).contains("R02 行", "当时是：建议由“");
        assertThat(line(now, "routing").now()).isNotEqualTo(line(now, "routing").then());
        assertThat(count("decision_record")).isEqualTo(records);
        assertThat(count("case_event")).isEqualTo(events);

        drafts.rollBack(release, "approver", "撤回");
        assertThat(today(id).differs()).as("after it was rolled back").isFalse();
        CaseId under = CaseWalks.dispatched(flow, "撤回之后派的");
        assertThat(answer(why(under, ZH), "routing").made().release()).isEqualTo(1);
    }

    @Test
    void aRowThatIsNoLongerInTheTableIsSaid() {
        CaseId id = CaseWalks.dispatched(flow, "行号已换");

        publish(Map.of(
                ROUTING,
                routing("R02", "municipal-works", "R02B"),
                EXAMPLES,
                examples("R02", "municipal-works", "R02B")));

        var line = line(today(id), "routing");
        assertThat(line.differs()).as("it says the same under another number").isFalse();
        assertThat(line.words()).contains("R02B 行", "R02 行，现行的表里已经没有了");
        assertThat(answer(why(id, ZH), "routing").made().row())
                .as("its own release still has it")
                .isNotNull();
    }

    @Test
    void aRecordWhoseRowNobodyHasSaysSoInsteadOfFailing() {
        CaseId id = CaseWalks.dispatched(flow, "查不到的行");
        jdbc.sql("update decision_record set table_row = 'R999' where case_id = ? and decision = 'routing'")
                .param(id.value())
                .update();

        var routing = answer(why(id, ZH), "routing");

        assertThat(routing.sentence()).contains("R999", "已查不到这一行");
        assertThat(routing.made().row()).isNull();
    }

    @Test
    void whatWouldNowBeMinorWouldComeToNoUnitAtAll() {
        CaseId id = CaseWalks.dispatched(flow, "塌陷也算小微的话");
        String table = new String(releases.artifact(1, MINOR), StandardCharsets.UTF_8);
        int at = table.indexOf("minor-01-minor");
        String changed =
                table.substring(0, at) + table.substring(at).replaceFirst("<text>false</text>", "<text>true</text>");

        publish(Map.of(MINOR, changed.getBytes(StandardCharsets.UTF_8)));

        TodayView now = today(id);
        assertThat(line(now, "minor-event").words()).contains("是小微事件", "minor-01 行", "当时是：本案不是小微事件");
        assertThat(line(now, "routing").now()).isNull();
        assertThat(line(now, "routing").words()).contains("不会走到这一步");
        CaseId fresh = CaseWalks.reported(flow, "塌陷现在是小微");
        assertThat(row(answer(why(fresh, ZH), "minor-event")).columns())
                .extracting(WhyView.Column::cell)
                .anyMatch(cell -> cell.contains("L01"));
        theShippedPolicyIsInForceAgain();
        TodayView back = today(fresh);
        assertThat(line(back, "minor-event").differs()).isTrue();
        assertThat(line(back, "filing").words()).contains("当时没有走到这一步");
        assertThat(line(back, "routing").now()).isNotNull();
    }

    @Test
    void thePageShowsItTheFileIsTheReleasesAndStrangersGetNeither() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "别区看不到为什么");
        UUID decision = answer(why(id, ZH), "routing").made().id();
        String today = "/cases/" + id + "/explanation/today";
        String table = "/cases/" + id + "/explanation/" + decision + "/table";
        String foreign = "/cases/" + CaseWalks.reported(flow, "另一案") + "/explanation/" + decision + "/table";

        String page = body("handler", "/cases/" + id);
        assertThat(page).contains("id=\"why\"", "为什么是这个单位？", table, today);
        assertThat(body("handler", today)).contains("结论都一样");
        byte[] file = web.perform(get(table).with(user("handler").roles("handler")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(file).isEqualTo(releases.artifact(1, ROUTING));
        for (String address : List.of(today, table, "/api/cases/" + id + "/explanation")) {
            web.perform(get(address).with(user("handler2").roles("handler"))).andExpect(status().isNotFound());
        }
        web.perform(get(foreign).with(user("handler").roles("handler"))).andExpect(status().isNotFound());
    }

    private String body(String account, String address) throws Exception {
        return web.perform(get(address).with(user(account).roles("handler")).header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private int publish(Map<String, byte[]> files) {
        UUID draft = drafts.open("为了解释", "analyst");
        files.forEach((path, content) -> drafts.put(draft, path, content, "analyst"));
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        Tried.now(backtests, draft, "analyst");
        drafts.approve(draft, "approver", "同意");
        return drafts.publish(draft, "approver");
    }

    private byte[] examples(String row, String kind, String... id) {
        String name = id.length == 0 ? row : id[0];
        return new String(releases.artifact(1, EXAMPLES), StandardCharsets.UTF_8)
                .replace(row + ",municipal-works", name + "," + kind)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The shipped table with another unit, maybe another number, in one row. */
    private byte[] routing(String id, String kind, @Nullable String newId) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(releases.artifact(1, ROUTING)));
                var out = new ByteArrayOutputStream()) {
            for (var row : workbook.getSheetAt(0)) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals(id)) {
                    row.forEach(cell -> {
                        if (cell.toString().equals("municipal-works")) {
                            cell.setCellValue(kind);
                        }
                    });
                    if (newId != null) {
                        row.getCell(0).setCellValue(newId);
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
