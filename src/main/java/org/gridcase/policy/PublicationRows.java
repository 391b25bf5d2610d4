package org.gridcase.policy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.policy.guard.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publications and what each node said about them, as rows. */
@Component
class PublicationRows {
    private final JdbcClient jdbc;

    PublicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int release, UUID draft, Reach reach, String by, Instant at) {
        jdbc.sql("""
                        insert into policy_publication
                          (release, draft, state, districts, effective_from, asked_by, asked_at)
                        values (?, ?, 'PREPARING', ?, ?, ?, ?)""")
                .param(release)
                .param(draft)
                .param(reach.districts().toArray(String[]::new))
                .param(utc(reach.from()))
                .param(by)
                .param(utc(at))
                .update();
    }

    Optional<Publication> find(int release) {
        return jdbc.sql("select * from policy_publication where release = ?")
                .param(release)
                .query(PublicationRows::publication)
                .optional();
    }

    /** If it is still on its way; keeps everybody else from it until the transaction ends. */
    Optional<Publication> hold(int release) {
        return jdbc.sql("select * from policy_publication where release = ? and state = 'PREPARING' for update")
                .param(release)
                .query(PublicationRows::publication)
                .optional();
    }

    /** The last that was tried. */
    Optional<Publication> of(UUID draft) {
        return jdbc.sql("select * from policy_publication where draft = ? order by release desc limit 1")
                .param(draft)
                .query(PublicationRows::publication)
                .optional();
    }

    List<Integer> underWay() {
        return jdbc.sql("select release from policy_publication where state = 'PREPARING' order by release")
                .query(Integer.class)
                .list();
    }

    boolean isUnderWay(UUID draft) {
        return of(draft).filter(it -> it.state() == Publication.State.PREPARING).isPresent();
    }

    void end(int release, Instant at, @Nullable Obstacle failure) {
        Finding why = failure == null ? null : failure.why();
        jdbc.sql("""
                        update policy_publication set state = ?, ended_at = ?, node = ?, problem = ?, file = ?,
                          place = ?, arguments = ? where release = ?""")
                .param(failure == null ? "DONE" : "FAILED")
                .param(utc(at))
                .param(failure == null ? null : failure.node())
                .param(why == null ? null : why.key())
                .param(why == null ? null : why.file())
                .param(why == null ? null : why.place())
                .param(arguments(why))
                .param(release)
                .update();
    }

    boolean hasSpoken(int release, UUID node) {
        return jdbc.sql("select exists (select from policy_ack where release = ? and node = ?)")
                .params(release, node)
                .query(Boolean.class)
                .single();
    }

    void acknowledge(int release, UUID node, String name, int tookMillis, Instant at, @Nullable Finding problem) {
        jdbc.sql("""
                        insert into policy_ack (release, node, name, at, took_ms, problem, file, place, arguments)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (release, node) do nothing""")
                .param(release)
                .param(node)
                .param(name)
                .param(utc(at))
                .param(tookMillis)
                .param(problem == null ? null : problem.key())
                .param(problem == null ? null : problem.file())
                .param(problem == null ? null : problem.place())
                .param(arguments(problem))
                .update();
    }

    /** Who has spoken, in the order in which they did. */
    List<NodeReport> reports(int release) {
        return jdbc.sql("select * from policy_ack where release = ? order by at, node")
                .param(release)
                .query((row, n) -> new NodeReport(row.getString("name"), row.getInt("took_ms"), finding(row)))
                .list();
    }

    /** Names of those that live and have not spoken yet. */
    List<String> silent(int release, int patienceSeconds) {
        return jdbc.sql("""
                        select n.name from policy_node n
                        where n.seen_at > now() - make_interval(secs => ?)
                          and not exists (select from policy_ack a where a.release = ? and a.node = n.id)
                        order by n.started_at, n.id""")
                .params(patienceSeconds, release)
                .query(String.class)
                .list();
    }

    private static Publication publication(ResultSet row, int n) throws SQLException {
        Finding why = finding(row);
        return new Publication(
                row.getInt("release"),
                row.getObject("draft", UUID.class),
                Publication.State.valueOf(row.getString("state")),
                new Reach(Set.of(texts(row, "districts")), instant(row, "effective_from")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "ended_at"),
                why == null ? null : new Obstacle(row.getString("node"), why));
    }

    private static @Nullable Finding finding(ResultSet row) throws SQLException {
        String key = row.getString("problem");
        return key == null
                ? null
                : new Finding(row.getString("file"), row.getString("place"), key, Arrays.<Object>asList((Object[])
                        texts(row, "arguments")));
    }

    private static String[] arguments(@Nullable Finding why) {
        return why == null
                ? new String[0]
                : why.arguments().stream().map(String::valueOf).toArray(String[]::new);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (String[]) array.getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
