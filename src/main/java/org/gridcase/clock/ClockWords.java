package org.gridcase.clock;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridcase.casework.Move;
import org.gridcase.privacy.Kept;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote into ledgers and requests of why a clock was stopped or prolonged, and of why a case is watched. */
@Component
class ClockWords implements PersonalPlace {
    private final JdbcClient jdbc;

    ClockWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Staff write here, never the reporter. */
    @Override
    public List<Kept> kept(CaseId id) {
        return List.of();
    }

    @Override
    public Map<String, Integer> erase(CaseId id) {
        // what a move does to a clock bears the move's name, which says nothing of anybody
        int erased = jdbc.sql("update clock_entry set why = :erased where case_id = :id and why <> :erased"
                        + " and why not in (:moves)")
                .param("erased", ERASED)
                .param("id", id.value())
                .param("moves", Stream.of(Move.values()).map(Move::name).toList())
                .update();
        erased += jdbc.sql("update time_request set reason = ? where case_id = ? and reason <> ?")
                .params(ERASED, id.value(), ERASED)
                .update();
        erased += jdbc.sql("update time_request set decided_reason = ? where case_id = ? and decided_reason <> ?")
                .params(ERASED, id.value(), ERASED)
                .update();
        int watched = jdbc.sql(
                        "update case_watch set reason = :gone, orders = :gone where case_id = :id and reason <> :gone")
                .param("gone", ERASED)
                .param("id", id.value())
                .update();
        return Map.of("clock", erased + watched);
    }
}
