package org.gridcase.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Releases and their files as rows. */
@Component
class Bundles {
    private static final String RELEASE =
            "select r.number, r.deployment_id, r.effective_at, r.sha256, r.catalogue_version from policy_release r ";
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

    /** @param place a district, or {@link Force#CITY} */
    Optional<Release> inForce(String place) {
        return jdbc.sql(RELEASE + """
                        join policy_force f on f.release = r.number and f.effective_at <= now()
                        where r.state = 'PUBLISHED' and f.district in ('', ?) order by r.number desc limit 1""").param(place).query(Bundles::release).optional();
    }

    /** Of all that were not taken back. */
    Ground ground() {
        return new Ground(jdbc.sql("""
                        select f.release, f.district, f.effective_at from policy_force f
                        join policy_release r on r.number = f.release and r.state = 'PUBLISHED'""")
                .query((row, n) -> new Force(
                        row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list());
    }

    /** The database's, by which releases come into force on every node at once. */
    Instant now() {
        return jdbc.sql("select now()")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    Optional<Release> find(int number) {
        return jdbc.sql(RELEASE + "where r.number = ?")
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

    /** What it was begun from; nothing of the first. */
    Optional<Integer> base(int release) {
        return jdbc.sql("select base from policy_release where number = ? and base is not null")
                .param(release)
                .query(Integer.class)
                .optional();
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

    /** The newest first, from that number downward. */
    List<PublishedRelease> published(int from, int most) {
        return jdbc.sql("""
                        select r.*, d.author from policy_release r left join policy_draft d on d.release = r.number
                        where r.state not in ('PREPARING', 'FAILED') and r.number <= ? order by r.number desc limit ?""")
                .params(from, most)
                .query((row, n) -> new PublishedRelease(
                        row.getInt("number"),
                        row.getString("state").equals("ROLLED_BACK"),
                        row.getTimestamp("effective_at").toInstant(),
                        row.getString("reason"),
                        row.getString("author"),
                        row.getString("published_by")))
                .list();
    }

    boolean isIn(int number, String state) {
        return jdbc.sql("select exists (select from policy_release where number = ? and state = ?)")
                .params(number, state)
                .query(Boolean.class)
                .single();
    }

    void rollBack(int number) {
        jdbc.sql("update policy_release set state = 'ROLLED_BACK' where number = ?")
                .param(number)
                .update();
    }

    /** Puts it away; nobody goes by it yet. */
    void add(
            int number,
            @Nullable Integer base,
            String deployment,
            String by,
            String reason,
            int catalogueVersion,
            Collection<Artifact> artifacts) {
        jdbc.sql("""
                        insert into policy_release
                          (number, base, sha256, state, effective_at, deployment_id, published_by, reason,
                            catalogue_version)
                        values (?, ?, ?, 'PREPARING', now(), ?, ?, ?, ?)""")
                .param(number)
                .param(base)
                .param(Hash.of(artifacts))
                .param(deployment)
                .param(by)
                .param(reason)
                .param(catalogueVersion)
                .update();
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

    /** The one row that flips: from its commit on, or from the time that was asked for, every node goes by it. */
    void publish(int number, Reach reach, String by) {
        extend(number, reach, by);
        jdbc.sql("""
                        update policy_release set state = 'PUBLISHED', effective_at =
                          (select min(effective_at) from policy_force where release = number)
                        where number = ? and state = 'PREPARING'""").param(number).update();
    }

    /** No earlier than now. */
    void extend(int number, Reach reach, String by) {
        Set<String> districts = reach.isCity() ? Set.of(Force.CITY) : reach.districts();
        for (String district : districts) {
            jdbc.sql("""
                            insert into policy_force (release, district, effective_at, given_by)
                            values (?, ?, greatest(now(), ?::timestamptz), ?)
                            on conflict (release, district) do nothing""")
                    .param(number)
                    .param(district)
                    .param(reach.from() == null ? null : reach.from().atOffset(ZoneOffset.UTC))
                    .param(by)
                    .update();
        }
    }

    /** What is still to come of it. */
    void forgetWhatIsToCome(int number) {
        jdbc.sql("delete from policy_force where release = ? and effective_at > now()")
                .param(number)
                .update();
    }

    void fail(int number) {
        jdbc.sql("update policy_release set state = 'FAILED' where number = ?")
                .param(number)
                .update();
    }

    private static Release release(ResultSet row, int n) throws SQLException {
        return new Release(
                row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getString(4), row.getInt(5));
    }

    private static Artifact artifact(ResultSet row, int n) throws SQLException {
        return new Artifact(row.getString(1), row.getString(2), row.getBytes(3));
    }
}
