package org.gridcase.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridcase.deployment.ComposeFile.Mount;
import org.gridcase.deployment.ComposeFile.Service;

/** What may be said against a compose file; nothing, if it keeps the rule. */
final class ComposeRules {
    private static final Set<String> UNDERSTOOD = Set.of("name", "services", "networks", "volumes", "x-service");
    private static final Set<String> KEYS = Set.of(
            "image",
            "build",
            "user",
            "command",
            "entrypoint",
            "environment",
            "volumes",
            "tmpfs",
            "networks",
            "ports",
            "depends_on",
            "healthcheck",
            "restart",
            "read_only",
            "cap_drop",
            "cap_add",
            "security_opt",
            "sysctls",
            "logging",
            "shm_size",
            "stop_grace_period",
            "deploy",
            "network_mode");

    private ComposeRules() {}

    static List<String> unknownKeys(ComposeFile file) {
        return Stream.concat(
                        file.root().keySet().stream().filter(key -> !UNDERSTOOD.contains(key)),
                        file.services().stream().flatMap(service -> service.says().keySet().stream()
                                .filter(key -> !KEYS.contains(key))
                                .map(key -> service.name() + "." + key)))
                .toList();
    }

    static List<String> unknownNames(ComposeFile file) {
        return file.services().stream()
                .flatMap(service -> Stream.of(
                                service.list("networks").stream()
                                        .filter(name -> !file.names("networks").contains(name)),
                                service.mounts()
                                        .filter(Predicate.not(Mount::file))
                                        .map(Mount::source)
                                        .filter(name -> !file.names("volumes").contains(name)),
                                service.list("depends_on").stream()
                                        .filter(name -> !file.names("services").contains(name)))
                        .flatMap(names -> names)
                        .map(name -> service.name() + " names " + name))
                .toList();
    }

    static List<String> awaitedWithoutHealth(ComposeFile file) {
        return file.services().stream()
                .flatMap(service -> service.map("depends_on").entrySet().stream())
                .filter(awaited -> awaited.getValue().toString().contains("service_healthy"))
                .map(awaited -> file.service(awaited.getKey().toString()))
                .filter(awaited -> awaited.list("healthcheck").stream().noneMatch("test"::equals))
                .map(Service::name)
                .toList();
    }

    static List<String> lastingWithoutHealth(ComposeFile file) {
        return services(
                file,
                service -> !service.word("restart").equals("no")
                        && !service.map("healthcheck").containsKey("test"));
    }

    static List<String> unpinnedImages(ComposeFile file) {
        return services(
                file,
                service -> service.map("build").isEmpty()
                        && !service.word("image").matches("[a-z./]+:\\d+\\.\\d+(\\.\\d+)?(-[a-z0-9]+)?"));
    }

    static List<String> powerful(ComposeFile file) {
        return services(
                file,
                service -> service.word("user").matches("null|root.*|0(:.*)?")
                        || !service.list("cap_drop").contains("ALL")
                        || !service.list("security_opt").contains("no-new-privileges:true")
                        || service.list("cap_add").stream().anyMatch(power -> !power.equals("NET_BIND_SERVICE"))
                        || service.mounts().anyMatch(mount -> mount.source().startsWith("/")));
    }

    static List<String> openPorts(ComposeFile file) {
        return services(
                file,
                service ->
                        service.says().containsKey("ports") && !service.name().equals("proxy"));
    }

    static List<String> atTheDatabase(ComposeFile file) {
        return services(
                file,
                service -> service.list("networks").contains("data")
                        && !Set.of("database", "application", "keycloak").contains(service.name()));
    }

    static List<String> waysOut(ComposeFile file) {
        return file.names("networks").stream()
                .filter(name -> !name.equals("front"))
                .filter(name -> !(ComposeFile.map(file.root(), "networks").get(name) instanceof Map<?, ?> network
                        && Boolean.TRUE.equals(network.get("internal"))))
                .toList();
    }

    static List<String> onTheWayOut(ComposeFile file) {
        return services(
                file,
                service -> service.list("networks").contains("front")
                        && !service.name().equals("proxy"));
    }

    static List<String> unlimited(ComposeFile file) {
        return services(
                file,
                service -> !service.word("deploy").matches(".*limits=\\{cpus=.*memory=.*pids=.*")
                        || !service.word("logging").matches(".*max-size=.*max-file=.*")
                        || !Set.of("unless-stopped", "no").contains(service.word("restart")));
    }

    static List<String> secretsInTheFile(ComposeFile file) {
        return file.services().stream()
                .flatMap(service -> service.map("environment").entrySet().stream()
                        .filter(entry -> entry.getKey().toString().matches(".*(PASSWORD|SECRET|TOKEN|PRIVATE).*"))
                        .filter(entry -> !entry.getValue().toString().matches("\\$\\{[A-Z_]+:\\?[^}]+}"))
                        .map(entry -> service.name() + "." + entry.getKey()))
                .toList();
    }

    static List<String> databaseOutsideItsVolume(ComposeFile file) {
        return services(
                file,
                service -> service.word("image").startsWith("postgres:18")
                        && service.mounts()
                                .noneMatch(mount -> mount.target().equals("/var/lib/postgresql") && !mount.file()));
    }

    static List<String> filesNotInTheRepository(ComposeFile file) {
        return file.services().stream()
                .flatMap(Service::mounts)
                .filter(Mount::file)
                .filter(mount -> !mount.readOnly() || !Repository.has(mount.source()))
                .map(Mount::source)
                .toList();
    }

    static List<String> demoAccounts(ComposeFile file) {
        Map<String, String> set = file.service("application").environment(Map.of());
        return Stream.of("false".equals(set.get("GRIDCASE_DEMO_ENABLED")), set.containsKey("GRIDCASE_OIDC_ISSUER"))
                .filter(shut -> !shut)
                .map(open -> "demo accounts on an open port")
                .toList();
    }

    private static List<String> services(ComposeFile file, Predicate<Service> wrong) {
        return file.services().stream().filter(wrong).map(Service::name).toList();
    }
}
