package org.gridcase.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class BrowserPresenceTests {

    @Test
    void skipsWithTheReasonWhereThereIsNoBrowser() {
        assertThatThrownBy(() -> BrowserPresence.check(false, false, "(only an example)"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("BROWSER TEST SKIPPED: (only an example)");
    }

    @Test
    void failsWhereABrowserIsRequired() {
        assertThatThrownBy(() -> BrowserPresence.check(false, true, "(only an example)"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IMPOSSIBLE");
    }
}
