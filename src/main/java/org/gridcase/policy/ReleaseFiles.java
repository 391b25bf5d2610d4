package org.gridcase.policy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files a release has, without what is in them. */
@Component
class ReleaseFiles {
    private static final byte[] UNREAD = new byte[0];

    private final JdbcClient jdbc;

    ReleaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Artifact> hashes(int release) {
        return jdbc.sql("select path, sha256 from policy_artifact where release = ? order by path")
                .param(release)
                .query((row, n) -> new Artifact(row.getString(1), row.getString(2), UNREAD))
                .list();
    }
}
