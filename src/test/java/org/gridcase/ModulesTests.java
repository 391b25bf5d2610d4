package org.gridcase;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(GridCase.class).verify();
    }
}
