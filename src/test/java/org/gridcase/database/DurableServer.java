package org.gridcase.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.util.FileSystemUtils;

/** The embedded PostgreSQL exactly as a newcomer gets it, fsync and all, with as many databases as asked for. */
public final class DurableServer implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedDatabase running;

    private DurableServer(DataFolder folder, EmbeddedDatabase running) {
        this.folder = folder;
        this.running = running;
    }

    /** @param root deleted at the end */
    public static DurableServer start(Path root) {
        var folder = DataFolder.of(root.toString());
        return new DurableServer(folder, EmbeddedDatabase.start(folder));
    }

    /** The JDBC address of a new, empty database, credentials included. */
    public String newDatabase(String name) {
        String user = running.getUsername();
        execute("create database " + name + " owner " + user);
        return at(name) + "&user=" + user + "&password=" + running.getPassword();
    }

    /** Runs a statement as superuser. */
    public void execute(String sql) {
        String url = at("postgres");
        try (var connection = DriverManager.getConnection(url, Cluster.SUPERUSER, running.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String at(String database) {
        return running.getJdbcUrl().replace("/" + running.getUsername() + "?", "/" + database + "?");
    }

    @Override
    public void close() {
        running.close();
        FileSystemUtils.deleteRecursively(folder.root().toFile());
    }
}
