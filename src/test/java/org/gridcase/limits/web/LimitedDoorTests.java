package org.gridcase.limits.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridcase.limits.Limit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LimitedDoorTests {
    @ParameterizedTest
    @CsvSource({
        "GET, /open311/v2/requests.json, QUESTIONS",
        "HEAD, /open311/v2/requests.json, QUESTIONS",
        "HEAD, /r/place, PLACES",
        "GET, /r/pl%61ce, PLACES",
        "POST, /r/%72eports, REPORTS"
    })
    void aDoorIsLimitedHoweverItIsAskedFor(String method, String path, Limit limit) {
        assertThat(LimitedDoor.before(new MockHttpServletRequest(method, path))).contains(limit);
    }
}
