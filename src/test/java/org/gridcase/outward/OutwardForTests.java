package org.gridcase.outward;

import java.time.Duration;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Calls one port of this machine besides the whole world. */
public final class OutwardForTests {

    private OutwardForTests() {}

    public static Outward reaching(int port) {
        return new Outward(new OutwardSettings(
                Set.of("localhost:" + port), Set.of(443), false, Duration.ofSeconds(5), DataSize.ofKilobytes(64)));
    }
}
