package org.gridcase.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Releases and their files as rows. */
@Component
class Bundles {
    private static final String RELEASE = "select number, deployment_id, effective_at, sha256 from policy_release ";
    /** Any number, the same on every node. */
    private static final long FIRST_RELEASE_LOCK = 0x67726964_63617365L;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Bundles(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps other nodes out until this transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(FIRST_RELEASE_LOCK)
                .query((row, n) -> true)
                .single();
    }

    Optional<Release> inForce() {
        return jdbc.sql(RELEASE + "where state = 'PUBLISHED' and effective_at <= now() order by number desc limit 1")
                .query(Bundles::release)
                .optional();
    }

    Optional<Release> find(int number) {
        return jdbc.sql(RELEASE + "where number = ?")
                .param(number)
                .query(Bundles::release)
                .optional();
    }

    Optional<Artifact> find(int release, String path) {
        return jdbc.sql("select path, sha256, content from policy_artifact where release = ? and path = ?")
                .params(release, path)
                .query(Bundles::artifact)
                .optional();
    }

    boolean has(int release, String path) {
        return jdbc.sql("select exists (select from policy_artifact where release = ? and path = ?)")
                .params(release, path)
                .query(Boolean.class)
                .single();
    }

    List<Artifact> files(int release) {
        return jdbc.sql("select path, sha256, content from policy_artifact where release = ? order by path")
                .param(release)
                .query(Bundles::artifact)
                .list();
    }

    List<Artifact> spreadsheets(int release) {
        return jdbc.sql(
                        "select path, sha256, content from policy_artifact where release = ? and path like '%.drl.xlsx'")
                .param(release)
                .query(Bundles::artifact)
                .list();
    }

    int newest() {
        return jdbc.sql("select coalesce(max(number), 0) from policy_release")
                .query(Integer.class)
                .single();
    }

    List<PublishedRelease> published(int most) {
        return jdbc.sql("""
                        select r.*, d.author from policy_release r left join policy_draft d on d.release = r.number
                        order by r.number desc limit ?""")
                .param(most)
                .query((row, n) -> new PublishedRelease(
                        row.getInt("number"),
                        row.getString("state").equals("ROLLED_BACK"),
                        row.getTimestamp("effective_at").toInstant(),
                        row.getString("reason"),
                        row.getString("author"),
                        row.getString("published_by")))
                .list();
    }

    void rollBack(int number) {
        jdbc.sql("update policy_release set state = 'ROLLED_BACK' where number = ?")
                .param(number)
                .update();
    }

    void publish(int number, String deployment, String by, String reason, Collection<Artifact> artifacts) {
        jdbc.sql("""
                        insert into policy_release (number, sha256, state, effective_at, deployment_id, published_by, reason)
                        values (?, ?, 'PUBLISHED', now(), ?, ?, ?)""").params(number, Hash.of(artifacts), deployment, by, reason).update();
        batches.batchUpdate(
                "insert into policy_artifact (release, path, sha256, content) values (?, ?, ?, ?)",
                artifacts,
                100,
                (row, artifact) -> {
                    row.setInt(1, number);
                    row.setString(2, artifact.path());
                    row.setString(3, artifact.sha256());
                    row.setBytes(4, artifact.content());
                });
    }

    private static Release release(ResultSet row, int n) throws SQLException {
        return new Release(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getString(4));
    }

    private static Artifact artifact(ResultSet row, int n) throws SQLException {
        return new Artifact(row.getString(1), row.getString(2), row.getBytes(3));
    }
}
