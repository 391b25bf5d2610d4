package org.gridcase.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The folders that the program has found at its starts, as rows. */
@Component
class FolderRows {
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    FolderRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A folder.
     *
     * @param files each path and its hash
     * @param after what it was compared with when it was offered
     * @param draft what it was offered as
     */
    record Folder(
            String sha256,
            Map<String, String> files,
            @Nullable String after,
            @Nullable UUID draft) {}

    Optional<Folder> last() {
        return jdbc.sql("select * from policy_folder order by seen_at desc limit 1")
                .query((row, n) -> folder(
                        row.getString("sha256"),
                        row.getString("files"),
                        row.getString("after"),
                        row.getObject("draft", UUID.class)))
                .optional();
    }

    Optional<Folder> find(String sha256) {
        return jdbc.sql("select * from policy_folder where sha256 = ?")
                .param(sha256)
                .query((row, n) -> folder(
                        row.getString("sha256"),
                        row.getString("files"),
                        row.getString("after"),
                        row.getObject("draft", UUID.class)))
                .optional();
    }

    /** @return whether it had been seen before */
    boolean seen(String sha256) {
        return jdbc.sql("update policy_folder set seen_at = clock_timestamp() where sha256 = ?")
                        .param(sha256)
                        .update()
                > 0;
    }

    void add(Folder it) {
        jdbc.sql("""
                        insert into policy_folder (sha256, files, after, draft, seen_at)
                        values (?, ?::jsonb, ?, ?, clock_timestamp())""")
                .param(it.sha256())
                .param(written(it.files()))
                .param(it.after())
                .param(it.draft())
                .update();
    }

    private String written(Map<String, String> files) {
        try {
            return json.writeValueAsString(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Folder folder(String sha256, String files, @Nullable String after, @Nullable UUID draft) {
        try {
            return new Folder(sha256, json.readValue(files, FILES), after, draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
