package org.gridcase.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The running embedded PostgreSQL, as the pool sees it: lives longer than every connection to it. */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Role and database alike; no superuser, so that a hole in a query stays a hole in one database. */
    private static final String NAME = "gridcase";

    private final FolderLock lock;
    private final Cluster cluster;
    private final Password password;
    private final int port;

    private EmbeddedDatabase(FolderLock lock, Cluster cluster, Password password, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.password = password;
        this.port = port;
    }

    /** @throws DatabaseRefused if the folder is in use or cannot be served */
    static EmbeddedDatabase start(DataFolder folder) {
        folder.create();
        FolderLock lock = FolderLock.take(folder);
        try {
            Password password = Password.of(folder);
            var cluster = new Cluster(folder, Programs.in(folder));
            cluster.prepare();
            var database = new EmbeddedDatabase(lock, cluster, password, cluster.start());
            database.createIfMissing();
            LOG.info("PostgreSQL serves {} on port {}", folder.database(), database.port);
            return database;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void createIfMissing() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), Cluster.SUPERUSER, password.value());
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles where rolname")) {
                statement.execute("create role " + NAME + " login");
            }
            statement.execute("alter role " + NAME + " password '" + password.value() + "'");
            if (!exists(statement, "pg_database where datname")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            cluster.stop();
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(Statement statement, String tableAndColumn) throws SQLException {
        return statement
                .executeQuery("select 1 from " + tableAndColumn + " = '" + NAME + "'")
                .next();
    }

    @Override
    public String getJdbcUrl() {
        return url(NAME);
    }

    /** Without the server's details in exceptions: they quote the values people entered. */
    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?ApplicationName=gridcase&logServerErrorDetail=false";
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password.value();
    }

    @Override
    public void close() {
        try {
            cluster.stop();
        } finally {
            lock.close();
        }
    }
}
