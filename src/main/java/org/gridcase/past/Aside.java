package org.gridcase.past;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Indexes that are no rule, references, and what follows cases one by one, which stand aside while millions of rows are
 * written: made once for all of them they take a fraction of the time. What stands aside is written down, and made again
 * by whoever comes next.
 */
@Component
class Aside {
    /** Of clocks that have stopped these hold nothing, so they cost nothing. */
    private static final String FIND = """
            select pg_get_indexdef(i.indexrelid) as remake, 'drop index ' || i.indexrelid::regclass as away
            from pg_index i
            where i.indrelid = any(cast(:tables as regclass[])) and not i.indisunique
              and i.indrelid <> 'case_clock'::regclass
            union all
            select 'alter table ' || conrelid::regclass || ' add constraint ' || quote_ident(conname) || ' '
                || pg_get_constraintdef(oid),
              'alter table ' || conrelid::regclass || ' drop constraint ' || quote_ident(conname)
            from pg_constraint
            where conrelid = any(cast(:tables as regclass[])) and contype = 'f'
            union all
            select 'alter table ' || tgrelid::regclass || ' enable trigger ' || quote_ident(tgname),
              'alter table ' || tgrelid::regclass || ' disable trigger ' || quote_ident(tgname)
            from pg_trigger
            where tgrelid = any(cast(:tables as regclass[])) and not tgisinternal
            union all
            select 'do $$ begin perform remake_deadlines(); end $$', 'do $$ begin end $$'
            order by 1""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Aside(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Thing(String remake, String away) {}

    /** In the caller's transaction. */
    void step() {
        String[] tables = Arrays.stream(Table.values()).map(Table::title).toArray(String[]::new);
        List<Thing> things =
                jdbc.sql(FIND).param("tables", tables).query(Thing.class).list();
        for (int i = 0; i < things.size(); i++) {
            jdbc.sql("insert into past_aside (position, remake) values (?, ?)")
                    .params(i, things.get(i).remake())
                    .update();
            jdbc.sql(things.get(i).away()).update();
        }
    }

    List<String> standing() {
        return jdbc.sql("select remake from past_aside order by position")
                .query(String.class)
                .list();
    }

    /** One after the other, so that what is made stays made. */
    void back() {
        for (String remake : standing()) {
            transaction.executeWithoutResult(status -> {
                // for sorting, in this transaction alone
                jdbc.sql("set local maintenance_work_mem = '512MB'").update();
                jdbc.sql(remake).update();
                jdbc.sql("delete from past_aside where remake = ?")
                        .param(remake)
                        .update();
            });
        }
    }
}
