package org.gridcase.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CityTest
class CityScopeTests {
    @Autowired
    Scopes scopes;

    @Test
    void aNewCityHasAScopeToAdministerBeforeItsAreasAreThere() {
        assertThat(scopes.find("990100")).isEmpty();

        new CityScope(scopes, "990100").afterPropertiesSet();

        assertThat(scopes.find("990100")).contains(new Scope("990100", null, null, "990100"));
    }

    @Test
    void aCityThatIsThereKeepsItsName() {
        var known = scopes.find("410100").orElseThrow();

        new CityScope(scopes, "410100").afterPropertiesSet();
        new CityScope(scopes, "").afterPropertiesSet();

        assertThat(scopes.all(Set.of("410100"))).containsExactly(known);
    }

    @Test
    void whatIsNoCitysCodeStopsTheStart() {
        assertThatIllegalStateException().isThrownBy(() -> new CityScope(scopes, "410102").afterPropertiesSet());
    }
}
