package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.catalogue.FilingSheets;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.policy.ChangedStandard;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.FileChange;
import org.gridcase.policy.Releases;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpCityTest
class FilingStandardApiTests {
    private static final String PATH = "/api/catalogue/filing-standard.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ROW = "M06010-1";

    @Autowired
    Http http;

    @Autowired
    Releases releases;

    @Autowired
    FilingStandard standard;

    @Autowired
    FilingSheets sheets;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    private int newest;
    private int inForce;
    private long open;

    @BeforeEach
    void remember() {
        newest = standard.newest();
        inForce = releases.inForce().number();
        open = drafts();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from policy_draft").query(Long.class).single();
    }

    private byte[] with(int amount) {
        return ChangedStandard.limit(sheets.write(releases.standard(inForce), Locale.CHINA), ROW, amount);
    }

    @Test
    void isReadByEverybodyWhoIsSignedIn() {
        Answer answer = http.as("worker").with("Accept", "*/*").get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo(XLSX);
        assertThat(answer.response().headers().firstValue("Content-Disposition").orElse(""))
                .contains("filing-standard-v" + releases.inForce().catalogueVersion() + ".xlsx");
        assertThat(http.anybody().get(PATH).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "POST", "FORM"})
    void whatIsSentIsACheckedDraftOfItsSenderAndChangesNothingInForce(String way) {
        Answer answer =
                switch (way) {
                    case "PUT" ->
                        http.as("analyst")
                                .with("Content-Type", XLSX)
                                .send("PUT", PATH, BodyPublishers.ofByteArray(with(1)));
                    case "POST" -> http.as("analyst").post(PATH, XLSX, with(1));
                    default ->
                        http.as("analyst").postMultipart(PATH, new Multipart().file("file", "../../x.xlsx", with(1)));
                };

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().path("draft").asText());
        assertThat(answer.json().path("address").asText()).isEqualTo("/policy/drafts/" + id);
        assertThat(answer.response().headers().firstValue("Location")).contains("/policy/drafts/" + id);
        Draft draft = drafts.get(id);
        assertThat(draft.author()).isEqualTo("analyst");
        assertThat(draft.base()).isEqualTo(inForce);
        assertThat(draft.state()).as("limits want a backtest").isEqualTo(Draft.State.CHECKED);
        assertThat(drafts.changes(id)).containsExactly(new FileChange(ChangedStandard.PATH, FileChange.Kind.CHANGED));
        nothingInForceHasChanged();
        drafts.withdraw(id, "analyst", "试完");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 应为 1 到 3650 的整数。", "en, This must be a whole number from 1 to 3650."})
    void saysWhyACellIsRefusedInTheReadersLanguageAndMakesNoDraft(String language, String reason) {
        Answer answer = http.as("analyst").speaking(language).post(PATH, XLSX, with(0));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("rows").asInt()).isZero();
        assertThat(answer.json().has("draft")).isFalse();
        assertThat(answer.json().at("/refused/0/cell").asText()).matches("E\\d+");
        assertThat(answer.json().at("/refused/0/reason").asText()).isEqualTo(reason);
        assertThat(drafts()).isEqualTo(open);
        nothingInForceHasChanged();
    }

    @Test
    void theRowsInForceMakeNoDraft() {
        Answer answer = http.as("analyst").post(PATH, XLSX, sheets.write(releases.standard(inForce), Locale.ENGLISH));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asText()).isEqualTo("policy.draft.nothingChanged");
        assertThat(drafts()).isEqualTo(open);
    }

    @Test
    void onlyTheCitysAnalystsSendOne() {
        for (String other : new String[] {"admin", "approver", "supervisor", "worker"}) {
            assertThat(http.as(other).post(PATH, XLSX, with(1)).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(drafts()).isEqualTo(open);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedInWords() {
        Answer answer = http.as("analyst").post(PATH, XLSX, new byte[(4 << 20) + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("code").asText()).isEqualTo("catalogue.import.tooLarge");
    }

    private void nothingInForceHasChanged() {
        assertThat(standard.newest()).isEqualTo(newest);
        assertThat(releases.inForce().number()).isEqualTo(inForce);
    }
}
