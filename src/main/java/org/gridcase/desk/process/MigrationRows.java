package org.gridcase.desk.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which running cases keep to other releases than the one in force where they lie, and who is moved, as rows. */
@Component
class MigrationRows {
    /** Open cases in the places where a release is in force, that keep to another. */
    private static final String BEHIND = """
            from city_case c where c.stage not in ('CLOSED', 'ANNULLED', 'JOINED') and c.release <> :release
              and (c.district = any(:named) or (:city and c.district <> all(:others)))
            """;

    /** Of each process that belongs to a release: where all its tokens stand. */
    private static final String STANDING = """
            with behind as (select c.id, c.release %s),
            flow as (
              select b.id, b.release, p.id_ as instance, d.id_ as definition, d.key_ as process,
                string_agg(coalesce(leaf.act_id_, d.key_), ',' order by leaf.act_id_) as places
              from behind b
              join act_ru_execution p on p.business_key_ = b.id::text and p.parent_id_ is null
              join act_re_procdef d on d.id_ = p.proc_def_id_
              join policy_release r on r.deployment_id = d.deployment_id_
              join act_ru_execution leaf on leaf.proc_inst_id_ = p.id_
                and not exists (select from act_ru_execution child where child.parent_id_ = leaf.id_)
              group by 1, 2, 3, 4, 5)
            select release, process, definition, places, count(*) as number, min(instance) as sample
            from flow group by 1, 2, 3, 4 order by 1 desc, 2, 5 desc limit :most""".formatted(BEHIND);

    private final JdbcClient jdbc;

    MigrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a release is in force.
     *
     * @param city whether in all districts but {@code others}, which have releases of their own
     */
    record Places(int release, Set<String> named, boolean city, Set<String> others) {}

    /** Processes alike, and one of them to try. */
    record Alike(int release, String process, String definition, List<String> places, int number, String sample) {}

    /** How many keep to which release, the newest first. */
    record Behind(int release, int number) {}

    List<Behind> behind(Places in) {
        return bound("select c.release, count(*) " + BEHIND + " group by 1 order by 1 desc", in)
                .query((row, n) -> new Behind(row.getInt(1), row.getInt(2)))
                .list();
    }

    List<Alike> standing(Places in, int most) {
        return bound(STANDING, in)
                .param("most", most)
                .query((row, n) -> new Alike(
                        row.getInt("release"),
                        row.getString("process"),
                        row.getString("definition"),
                        Arrays.asList(row.getString("places").split(",")),
                        row.getInt("number"),
                        row.getString("sample")))
                .list();
    }

    Optional<CaseId> next(Places in, MigrationRun run) {
        return bound("select c.id " + BEHIND + " and c.id > :last order by c.id limit 1", in)
                .param("last", run.lastCase() == null ? new UUID(0, 0) : run.lastCase())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    private JdbcClient.StatementSpec bound(String sql, Places in) {
        return jdbc.sql(sql)
                .param("release", in.release())
                .param("named", in.named().toArray(String[]::new))
                .param("city", in.city())
                .param("others", in.others().toArray(String[]::new));
    }

    void add(MigrationRun run) {
        jdbc.sql("""
                        insert into case_migration (id, release, state, asked_by, reason, asked_at, total)
                        values (?, ?, 'RUNNING', ?, ?, ?, ?)""")
                .params(
                        run.id(),
                        run.release(),
                        run.askedBy(),
                        run.reason(),
                        run.askedAt().atOffset(ZoneOffset.UTC),
                        run.total())
                .update();
    }

    Optional<MigrationRun> last(int release) {
        return jdbc.sql("select * from case_migration where release = ? order by asked_at desc limit 1")
                .param(release)
                .query(MigrationRows::run)
                .optional();
    }

    List<UUID> running() {
        return jdbc.sql("select id from case_migration where state = 'RUNNING' order by asked_at")
                .query(UUID.class)
                .list();
    }

    /** If it still runs and no other node is at it; keeps others from it until the transaction ends. */
    Optional<MigrationRun> take(UUID id) {
        return jdbc.sql("select * from case_migration where id = ? and state = 'RUNNING' for update skip locked")
                .param(id)
                .query(MigrationRows::run)
                .optional();
    }

    /** The same, waiting for whoever is at it. */
    Optional<MigrationRun> hold(UUID id) {
        return jdbc.sql("select * from case_migration where id = ? and state = 'RUNNING' for update")
                .param(id)
                .query(MigrationRows::run)
                .optional();
    }

    void moved(UUID run, CaseId id) {
        jdbc.sql("update case_migration set moved = moved + 1, last_case = ? where id = ?")
                .params(id.value(), run)
                .update();
    }

    void passed(UUID run, CaseId id) {
        jdbc.sql("update case_migration set last_case = ? where id = ?")
                .params(id.value(), run)
                .update();
    }

    void kept(UUID run, CaseId id, Snag snag) {
        jdbc.sql("update case_migration set kept = kept + 1, last_case = ? where id = ?")
                .params(id.value(), run)
                .update();
        jdbc.sql("""
                        insert into case_migration_kept (migration, case_id, process, activity, problem)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .param(run)
                .param(id.value())
                .param(snag.process())
                .param(snag.activity())
                .param(snag.key())
                .update();
    }

    void end(UUID run, MigrationRun.State state, Instant at) {
        jdbc.sql("update case_migration set state = ?, ended_at = ? where id = ?")
                .params(state.name(), at.atOffset(ZoneOffset.UTC), run)
                .update();
    }

    List<KeptCase> keptBy(UUID run, int most) {
        return jdbc.sql("""
                        select k.*, o.number from case_migration_kept k join case_origin o on o.case_id = k.case_id
                        where k.migration = ? order by o.number limit ?""")
                .params(run, most)
                .query((row, n) -> new KeptCase(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("number"),
                        new Snag(row.getString("process"), row.getString("activity"), row.getString("problem"))))
                .list();
    }

    private static MigrationRun run(ResultSet row, int n) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new MigrationRun(
                row.getObject("id", UUID.class),
                row.getInt("release"),
                MigrationRun.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("total"),
                row.getInt("moved"),
                row.getInt("kept"),
                row.getObject("last_case", UUID.class));
    }
}
