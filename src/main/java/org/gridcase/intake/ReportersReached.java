package org.gridcase.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.notice.Channel;
import org.gridcase.notice.Reporters;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reporters hear by what they left with their report: a phone before an e-mail. */
@Component
class ReportersReached implements Reporters {
    private final JdbcClient jdbc;

    ReportersReached(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Reached> of(CaseId id) {
        return jdbc.sql("""
                        select id, contact_phone is not null, contact_email is not null from report
                        where case_id = ? and num_nonnulls(contact_phone, contact_email) > 0 order by received_at, id""")
                .param(id.value())
                .query((row, n) -> {
                    List<Channel> left = new ArrayList<>();
                    if (row.getBoolean(2)) {
                        left.add(Channel.SMS);
                    }
                    if (row.getBoolean(3)) {
                        left.add(Channel.MAIL);
                    }
                    return new Reached(row.getString(1), left);
                })
                .list();
    }

    @Override
    public Optional<String> address(String report, Channel channel) {
        return jdbc.sql("select contact_phone, contact_email from report where id = ?")
                .param(UUID.fromString(report))
                .query((row, n) -> Optional.ofNullable(channel == Channel.SMS ? row.getString(1) : row.getString(2)))
                .optional()
                .flatMap(known -> known);
    }
}
