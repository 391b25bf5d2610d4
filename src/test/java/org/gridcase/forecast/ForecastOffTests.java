package org.gridcase.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.gridcase.clock.YellowShare;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CityTest
class ForecastOffTests {

    @Autowired
    Models models;

    @Autowired
    ObjectProvider<YellowShare> yellow;

    @Autowired
    Flow flow;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void forget() {
        jdbc.update("delete from forecast_model");
        models.look();
    }

    @Test
    void lampsGoByTheLimitAloneUnlessTheCityWantsOtherwise() {
        models.add(new Weights(50, Map.of(), Map.of()), new Measures(1, 1, 1, 0, 0, 0, 0, 0, 0, List.of()), 1, "test");
        assertThat(yellow.getIfAvailable()).isNull();

        CaseId id = flow.report("井盖破损", "C01002").caseId();
        flow.run(id)
                .complete(
                        "filing",
                        id,
                        "outcome",
                        "filed",
                        "row",
                        String.valueOf(flow.facts(id).proposedRow()))
                .complete(
                        "dispatch",
                        id,
                        "outcome",
                        "dispatched",
                        "unit",
                        String.valueOf(flow.facts(id).proposedUnit()));

        assertThat(jdbc.queryForObject(
                        "select yellow_share from case_clock where case_id = ? and clock = 'HANDLING'",
                        Double.class,
                        id.value()))
                .isCloseTo(0.8, within(1e-9));
    }
}
