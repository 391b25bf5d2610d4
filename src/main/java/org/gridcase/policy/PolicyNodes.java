package org.gridcase.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies of the program that run now, by the database's clock: this one, and whichever else has been seen lately. */
@Component
class PolicyNodes {
    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final UUID id = UUID.randomUUID();
    private final String name;
    private final Duration patience;

    PolicyNodes(
            JdbcClient jdbc,
            @Value("${gridcase.node.name:}") String name,
            @Value("${gridcase.node.patience:10s}") Duration patience) {
        this.jdbc = jdbc;
        this.patience = patience;
        String known = name.isBlank() ? host() : name.strip();
        String shown = known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
        // two copies may run on one machine
        this.name = shown + " · " + id.toString().substring(0, 4);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    /** After how many seconds without a beat a node counts as dead. */
    int patienceSeconds() {
        return (int) Math.max(1, patience.toSeconds());
    }

    void beat() {
        jdbc.sql("""
                        insert into policy_node (id, name, started_at, seen_at) values (?, ?, now(), now())
                        on conflict (id) do update set seen_at = excluded.seen_at""").params(id, name).update();
    }

    /** It ends, so nobody waits for it. */
    void leave() {
        jdbc.sql("delete from policy_node where id = ?").param(id).update();
    }

    /** Those that have been dead for long. */
    void bury() {
        jdbc.sql("delete from policy_node where seen_at < now() - interval '1 day'")
                .update();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}
