package org.gridcase.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases people: wherever anything of theirs is kept, in one transaction; what remains of them is a number. */
@Component
public class Erasures {
    private final List<PersonalPlace> places;
    private final Audit audit;
    private final Masking masking;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Erasures(
            List<PersonalPlace> places, Audit audit, Masking masking, JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.places = places;
        this.audit = audit;
        this.masking = masking;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * That somebody was erased.
     *
     * @param gone how many of which kind
     */
    public record Erased(long number, Instant at, String actor, int cases, Map<String, Integer> gone) {}

    /** Everything kept of the one who reported this case. */
    @Transactional(readOnly = true)
    public List<Kept> kept(CaseId id) {
        return places.stream().flatMap(place -> place.kept(id).stream()).toList();
    }

    /**
     * Erases the one who reported these cases, and what the audit tells of the cases.
     *
     * @param reason kept, masked, until the audit's own time is over
     * @return the number by which it is known from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long erase(Collection<CaseId> cases, String actor, String reason) {
        Map<String, Integer> gone = new TreeMap<>();
        cases.forEach(id -> places.forEach(
                place -> place.erase(id).forEach((kind, count) -> gone.merge(kind, count, Integer::sum))));
        long number = jdbc.sql(
                        "insert into erasure (at, actor, cases, gone) values (?, ?, ?, ?::jsonb) returning number")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(actor)
                .param(cases.size())
                .param(write(gone))
                .query(Long.class)
                .single();
        for (CaseId id : cases) {
            jdbc.sql("insert into erased_case (case_id, erasure) values (?, ?) on conflict do nothing")
                    .params(id.value(), number)
                    .update();
            audit.erase(Subject.of(id), actor, "erasure " + number);
        }
        var erasure = new Subject("erasure", Long.toString(number));
        audit.record(new AuditEntry(
                actor, "person.erase", erasure, masking.held(reason), Map.of("cases", cases.size(), "gone", gone)));
        return number;
    }

    /** The number under which the one who reported this case was erased. */
    public Optional<Long> of(CaseId id) {
        return jdbc.sql("select erasure from erased_case where case_id = ?")
                .param(id.value())
                .query(Long.class)
                .optional();
    }

    /** The latest first. */
    public List<Erased> latest(int most) {
        return jdbc.sql("select number, at, actor, cases, gone from erasure order by number desc limit ?")
                .param(most)
                .query(this::erased)
                .list();
    }

    private Erased erased(ResultSet row, int n) throws SQLException {
        return new Erased(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getInt("cases"),
                read(row.getString("gone")));
    }

    private String write(Map<String, Integer> gone) {
        try {
            return json.writeValueAsString(gone);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Integer> read(String gone) {
        try {
            return json.readValue(gone, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
