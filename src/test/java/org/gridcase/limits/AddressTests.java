package org.gridcase.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9",
        "2001:DB8:1:2::1, [2001:db8:1:2::5]",
        "fe80::1%eth0, fe80::2",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void whatOneHouseholdHasIsOne(String one, String other) {
        assertThat(Address.network(one)).isEqualTo(Address.network(other)).isNotEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "203.0.113.7, 203.0.113.8"})
    void neighboursAreTwo(String one, String other) {
        assertThat(Address.network(one)).isNotEqualTo(Address.network(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "evil.example", "203.0.113.7, 10.0.0.1", "not an address", "::::"})
    void whatIsNoAddressIsNeverLookedUp(String none) {
        assertThat(Address.network(none)).isEqualTo("unknown");
    }
}
