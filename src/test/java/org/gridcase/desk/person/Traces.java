package org.gridcase.desk.person;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table of the database, the engine's too, in which a word stands anywhere. */
final class Traces {
    private Traces() {}

    static Set<String> of(String word, JdbcClient jdbc) {
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""").query(String.class).list();
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        Set<String> found = new TreeSet<>();
        for (String table : tables) {
            boolean there = jdbc.sql("select exists(select 1 from " + table
                            + " it where position(:word in it::text) > 0 or position(:hex in it::text) > 0)")
                    .param("word", word)
                    .param("hex", hex)
                    .query(Boolean.class)
                    .single();
            if (there) {
                found.add(table);
            }
        }
        return found;
    }
}
