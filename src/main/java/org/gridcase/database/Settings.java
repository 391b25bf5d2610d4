package org.gridcase.database;

import java.util.ArrayList;
import java.util.List;

/** What the server is started with; the command line wins over every configuration file. */
final class Settings {
    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            // a commit that was answered survives a power cut
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            // a laptop's share of memory, on a solid-state disk
            "shared_buffers=256MB",
            "effective_cache_size=1GB",
            "maintenance_work_mem=128MB",
            "work_mem=8MB",
            "random_page_cost=1.1",
            "max_wal_size=1GB",
            "jit=off",
            // a week of logs, without the values people entered
            "logging_collector=on",
            "log_directory=log",
            "log_filename=postgresql-%a.log",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_truncate_on_rotation=on",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private Settings() {}

    static String onPort(int port) {
        List<String> words = new ArrayList<>(List.of("-p", Integer.toString(port)));
        ALWAYS.forEach(setting -> words.addAll(List.of("-c", setting)));
        return String.join(" ", words);
    }
}
