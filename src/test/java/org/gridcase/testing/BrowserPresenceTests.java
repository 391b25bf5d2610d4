package org.gridcase.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class BrowserPresenceTests {

    @Test
    void skipsWithTheReasonWhereThereIsNoBrowser() {
        assertThatThrownBy(() -> BrowserPresence.check(false, false, "PageIT"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("BROWSER TEST SKIPPED: PageIT");
    }

    @Test
    void failsWhereABrowserIsRequired() {
        assertThatThrownBy(() -> BrowserPresence.check(false, true, "PageIT"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PageIT");
    }
}
