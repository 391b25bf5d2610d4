package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridcase.testing.From;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that no program of ours sends. */
@HttpCityTest
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r/place?at=113.60,34.75&at=1,1",
                "/map/areas?level=street&level=grid",
                "/open311/v2/services.json?jurisdiction_id=a&jurisdiction_id=b",
                "/open311/v2/requests.json?status=open&status=closed",
                "/cases?q=a&q=b",
                "/admin/audit?actor=a&actor=b",
                "/my/tasks?seen=1&seen=2"
            })
    void whatIsGivenTwiceIsNoRequest(String address) {
        assertThat(webApps.staff("admin").get(address).status()).isEqualTo(400);
    }

    @Test
    void whatIsGivenTwiceInAFormOrAtTheInterfaceIsNoRequestEither() {
        byte[] twice = "service_code=auto&lat=34.75&long=113.6&description=a&description=b".getBytes();
        assertThat(http.anybody()
                        .post("/open311/v2/requests.json", "application/x-www-form-urlencoded", twice)
                        .status())
                .isEqualTo(400);
        assertThat(http.as("supervisor").get("/api/cases?q=a&q=b").status()).isEqualTo(400);
        assertThat(http.as("supervisor").get("/api/cases?q=a").status()).isEqualTo(200);
    }

    /** Whoever stands between could end it elsewhere than we do. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 999", "Transfer-Encoding: chunked", "Transfer-Encoding: xchunked"})
    void aMessageOfTwoLengthsIsNoRequest(String header) {
        assertThat(new From("127.0.0.1", http)
                        .postForm("/report", "x=1", header)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyWritesALineOfTheLogByWhatTheyType(CapturedOutput log) {
        LoggerFactory.getLogger(HostileRequestTests.class)
                .warn("typed: {}", "x\r\n2026-01-01T00:00:00.000Z ERROR forged\u2028forged\u001b[2J\u0085");

        assertThat(log.toString().lines().filter(line -> line.contains("forged")))
                .containsExactly("    | 2026-01-01T00:00:00.000Z ERROR forged·forged·[2J·");
    }

    @Test
    void aFormThatIsNoneIsTheSendersMistake() {
        var refused = http.as("worker").post("/api/photos", "multipart/form-data; boundary=x", new byte[1000]);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aThousandBracketsBringNobodyDown(String bracket) {
        byte[] deep = bracket.repeat(100_000).getBytes();
        var answer = http.as("worker").post("/engine-rest/task", "application/json", deep);
        assertThat(answer.status()).isIn(400, 500);
        assertThat(answer.body()).doesNotContain("Exception", "Overflow", "at com.");
    }
}
