package org.gridcase.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class BoundedTests {

    @ParameterizedTest
    @CsvSource({
        "GET, /process-definition, , maxResults=2000",
        "GET, /process-definition, key=report, key=report&maxResults=2000",
        "GET, /process-definition, maxResults=5, maxResults=5",
        "POST, /group, , maxResults=2000",
        "POST, /group, maxResults=5, maxResults=5",
        "GET, /task, key=x, key=x",
        "POST, /process-definition, key=x, key=x"
    })
    void aLookUpThatNamesNoBoundGetsOne(String method, String path, String query, String asked) {
        var request = new MockHttpServletRequest(method, "/camunda/api/engine/engine/default" + path);
        request.setQueryString(query);
        assertThat(Bounded.of(request).getQueryString()).isEqualTo(asked);
    }
}
