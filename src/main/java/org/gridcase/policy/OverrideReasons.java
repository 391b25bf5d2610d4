package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import org.gridcase.privacy.Kept;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why people decided otherwise than policy, in words that may name somebody. */
@Component
class OverrideReasons implements PersonalPlace {
    private static final String KIND = "reason";

    private final JdbcClient jdbc;

    OverrideReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Part of the work on the case, not of what its reporter said: counted when erased, not handed out. */
    @Override
    public List<Kept> kept(CaseId id) {
        return List.of();
    }

    @Override
    public Map<String, Integer> erase(CaseId id) {
        return Map.of(
                KIND,
                jdbc.sql("""
                        update decision_record set override_reason = :gone, earlier_overrides = coalesce((
                          select jsonb_agg(jsonb_set(earlier, '{reason}', to_jsonb(:gone::text)))
                          from jsonb_array_elements(earlier_overrides) earlier), '[]')
                        where case_id = :id and override_reason <> :gone""").param("id", id.value()).param("gone", ERASED).update());
    }
}
