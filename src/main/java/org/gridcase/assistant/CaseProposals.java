package org.gridcase.assistant;

import java.util.List;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the machine proposed for each case, kept to be shown and to be held against what people decided. */
@Component
public class CaseProposals {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CaseProposals(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(CaseId id, List<Candidate> top, String model) {
        jdbc.sql("delete from class_proposal where case_id = ?")
                .param(id.value())
                .update();
        batches.batchUpdate(
                "insert into class_proposal (case_id, place, service_code, confidence, model) values (?, ?, ?, ?, ?)",
                top,
                3,
                (row, candidate) -> {
                    row.setObject(1, id.value());
                    row.setInt(2, top.indexOf(candidate) + 1);
                    row.setString(3, candidate.serviceCode());
                    row.setDouble(4, candidate.confidence());
                    row.setString(5, model);
                });
    }

    /** The likeliest first; none if the reporter chose the class. */
    public List<Candidate> of(CaseId id) {
        return jdbc.sql("select service_code, confidence from class_proposal where case_id = ? order by place")
                .param(id.value())
                .query(Candidate.class)
                .list();
    }
}
