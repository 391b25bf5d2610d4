package org.gridcase.identity.roster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom Keycloak knows under which number, and which reconcile met them last. */
@Component
class RosterPeople {
    private final JdbcClient jdbc;
    private final JdbcTemplate arrays;

    RosterPeople(JdbcClient jdbc, JdbcTemplate arrays) {
        this.jdbc = jdbc;
        this.arrays = arrays;
    }

    /**
     * Somebody who works here.
     *
     * @param id Keycloak's, if they were met before
     */
    record Known(String account, @Nullable String id) {}

    /** Accounts that are called otherwise now, under the same number. */
    List<String> renamed(Collection<Attendee> met) {
        return arrays.queryForList(
                """
                delete from roster_person was using unnest(?, ?) as met (id, account)
                where was.keycloak_id = met.id and was.account <> met.account returning was.account""", String.class, column(met, one -> one.person().id()), column(met, one -> one.person()
                        .username()));
    }

    void meet(Collection<Attendee> met, long reconcile) {
        arrays.update("""
                insert into roster_person (account, keycloak_id, seen)
                select account, id, ? from unnest(?, ?) as met (id, account)
                on conflict (account) do update set keycloak_id = excluded.keycloak_id,
                  seen = greatest(roster_person.seen, excluded.seen)""", reconcile, column(met, one -> one.person().id()), column(met, one -> one.person()
                .username()));
    }

    /** Where those who work here are written to. */
    void reach(Collection<Attendee> met) {
        arrays.update("""
                update staff s set email = met.email from unnest(?, ?) as met (account, email)
                where s.id = met.account and s.email is distinct from met.email""", column(met, one -> one.person().username()), column(met, one -> one.person()
                .address()));
    }

    /** Asked for one by one; those found and those not. */
    void asked(Collection<Known> asked, long reconcile) {
        arrays.update("""
                insert into roster_person (account, seen) select account, ? from unnest(?) as asked (account)
                on conflict (account) do update set seen = excluded.seen""", reconcile, column(asked, Known::account));
    }

    /** Those of the accounts that still work here. */
    List<String> working(Collection<String> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : arrays.queryForList(
                        "select id from staff where left_at is null and id = any(?) order by id", String.class, (Object)
                                accounts.toArray(String[]::new));
    }

    Optional<String> account(String id) {
        return jdbc.sql("select account from roster_person where keycloak_id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Whom Keycloak vouched for and the reconcile has not met. */
    List<Known> unmet(long reconcile, int most) {
        return jdbc.sql("""
                        select s.id as account, p.keycloak_id as id
                        from staff s left join roster_person p on p.account = s.id
                        where s.left_at is null and s.vouched_at is not null and coalesce(p.seen, 0) < ?
                        order by s.id limit ?""").param(reconcile).param(most).query(Known.class).list();
    }

    /** How many work here by Keycloak's word. */
    int working() {
        return jdbc.sql("select count(*) from staff where left_at is null and vouched_at is not null")
                .query(Integer.class)
                .single();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
