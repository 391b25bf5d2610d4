package org.gridcase.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts, their files and what was done with them, as rows. */
@Component
class DraftRows {
    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Draft it) {
        jdbc.sql("""
                        insert into policy_draft (id, base, state, title, author, made_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        it.id(),
                        it.base(),
                        it.state().name(),
                        it.title(),
                        it.author(),
                        it.madeAt().atOffset(ZoneOffset.UTC),
                        it.changedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into policy_draft_file (draft, path, sha256, content)
                        select ?, path, sha256, content from policy_artifact where release = ?""").params(it.id(), it.base()).update();
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql("select * from policy_draft where id = ?")
                .param(id)
                .query(DraftRows::draft)
                .optional();
    }

    /** Keeps everybody else from it until the transaction ends. */
    Optional<Draft> hold(UUID id) {
        return jdbc.sql("select * from policy_draft where id = ? for update")
                .param(id)
                .query(DraftRows::draft)
                .optional();
    }

    List<Draft> recent(int most) {
        return jdbc.sql("select * from policy_draft order by changed_at desc, id limit ?")
                .param(most)
                .query(DraftRows::draft)
                .list();
    }

    List<Draft> underWay() {
        return jdbc.sql("select * from policy_draft where state not in ('PUBLISHED', 'WITHDRAWN') order by id")
                .query(DraftRows::draft)
                .list();
    }

    int open(String author) {
        return jdbc.sql(
                        "select count(*) from policy_draft where author = ? and state not in ('PUBLISHED', 'WITHDRAWN')")
                .param(author)
                .query(Integer.class)
                .single();
    }

    /** The author's draft of that title, else the one they changed last, if it is begun from this release. */
    Optional<Draft> changeable(String author, String title, int base) {
        return jdbc.sql("""
                        select * from policy_draft where author = ? and base = ?
                          and state not in ('APPROVED', 'PUBLISHED', 'WITHDRAWN')
                        order by title = ? desc, changed_at desc, id limit 1""").params(author, base, title).query(DraftRows::draft).optional();
    }

    void put(Draft it, @Nullable Integer release, Instant at) {
        jdbc.sql("update policy_draft set state = ?, approver = ?, release = ?, changed_at = ? where id = ?")
                .param(it.state().name())
                .param(it.approver())
                .param(release)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(it.id())
                .update();
    }

    List<Artifact> files(UUID draft) {
        return jdbc.sql("select path, sha256, content from policy_draft_file where draft = ? order by path")
                .param(draft)
                .query((row, n) -> new Artifact(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /** Those that wait for being published. */
    List<UUID> approved() {
        return jdbc.sql("select id from policy_draft where state = 'APPROVED'")
                .query(UUID.class)
                .list();
    }

    Optional<Artifact> file(UUID draft, String path) {
        return jdbc.sql("select path, sha256, content from policy_draft_file where draft = ? and path = ?")
                .params(draft, path)
                .query((row, n) -> new Artifact(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    void put(UUID draft, Artifact file) {
        jdbc.sql("""
                        insert into policy_draft_file (draft, path, sha256, content) values (?, ?, ?, ?)
                        on conflict (draft, path) do update set sha256 = excluded.sha256, content = excluded.content""").params(draft, file.path(), file.sha256(), file.content()).update();
    }

    /** As if it had never been begun. */
    void forget(UUID draft) {
        jdbc.sql("delete from policy_draft_file where draft = ?").param(draft).update();
        jdbc.sql("delete from policy_draft where id = ?").param(draft).update();
    }

    /** With the same changes over another release. */
    void takeOver(UUID draft, String author, int base) {
        List<FileChange> changes = changes(draft);
        List<Artifact> mine = files(draft);
        jdbc.sql("update policy_draft set author = ?, base = ? where id = ?")
                .params(author, base, draft)
                .update();
        jdbc.sql("delete from policy_draft_file where draft = ?").param(draft).update();
        jdbc.sql("""
                        insert into policy_draft_file (draft, path, sha256, content)
                        select ?, path, sha256, content from policy_artifact where release = ?""").params(draft, base).update();
        changes.forEach(change -> {
            if (change.kind() == FileChange.Kind.REMOVED) {
                remove(draft, change.path());
            }
        });
        mine.stream()
                .filter(file ->
                        changes.stream().anyMatch(change -> change.path().equals(file.path())))
                .forEach(file -> put(draft, file));
    }

    boolean remove(UUID draft, String path) {
        return jdbc.sql("delete from policy_draft_file where draft = ? and path = ?")
                        .params(draft, path)
                        .update()
                > 0;
    }

    List<FileChange> changes(UUID draft) {
        return jdbc.sql("""
                        select coalesce(f.path, b.path) as path, f.path is null as removed, b.path is null as added
                        from (select * from policy_draft_file where draft = :draft) f
                        full join (select a.* from policy_artifact a join policy_draft d on d.base = a.release
                                   where d.id = :draft) b on b.path = f.path
                        where f.sha256 is distinct from b.sha256 order by 1""")
                .param("draft", draft)
                .query((row, n) -> new FileChange(
                        row.getString("path"),
                        row.getBoolean("removed")
                                ? FileChange.Kind.REMOVED
                                : row.getBoolean("added") ? FileChange.Kind.ADDED : FileChange.Kind.CHANGED))
                .list();
    }

    void step(
            @Nullable UUID draft,
            @Nullable Integer release,
            Instant at,
            String by,
            Draft.Step step,
            @Nullable String why) {
        jdbc.sql("insert into policy_step (draft, release, at, actor, step, why) values (?, ?, ?, ?, ?, ?)")
                .param(draft)
                .param(release)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(by)
                .param(step.name())
                .param(why)
                .update();
    }

    List<PolicyStep> steps(UUID draft) {
        return jdbc.sql("select * from policy_step where draft = ? order by id")
                .param(draft)
                .query(DraftRows::step)
                .list();
    }

    List<PolicyStep> steps(int release) {
        return jdbc.sql("select * from policy_step where release = ? order by id")
                .param(release)
                .query(DraftRows::step)
                .list();
    }

    private static PolicyStep step(ResultSet row, int n) throws SQLException {
        return new PolicyStep(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                Draft.Step.valueOf(row.getString("step")),
                row.getString("why"));
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getInt("base"),
                Draft.State.valueOf(row.getString("state")),
                row.getString("title"),
                row.getString("author"),
                row.getString("approver"),
                row.getObject("release", Integer.class),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
