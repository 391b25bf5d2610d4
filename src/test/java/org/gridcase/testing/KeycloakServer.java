package org.gridcase.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A real Keycloak on a free port, with our realm as it is shipped and the tests' people in it; forgets all at its end. */
public final class KeycloakServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REALM = Path.of("src", "main", "keycloak", "gridcase-realm.json");
    private static final Path PEOPLE = Path.of("src", "test", "resources", "keycloak", "people.json");
    private static final Path UNPACKED = Path.of("target", "keycloak").toAbsolutePath();
    private static final Path BUILT = UNPACKED.resolve("built");
    private static final String BUILDS = "lib/quarkus";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** {@code sun} leads them all. */
    public static final List<String> MANY_GRIDS = IntStream.rangeClosed(1, 300)
            .mapToObj(n -> "410102001001%03d".formatted(n))
            .toList();

    private final int port;
    private final String application;
    private final String secret;
    private int crowd;
    private @Nullable Process process;
    private @Nullable Path home;

    /**
     * Not started yet.
     *
     * @param application the address our pages will have
     * @param secret with which our pages and our roster show that they are themselves
     */
    public KeycloakServer(String application, String secret) throws IOException {
        this.port = freePort();
        this.application = application;
        this.secret = secret;
    }

    /** With so many people more, and memory for them. */
    public KeycloakServer withCrowd(int people) {
        crowd = people;
        return this;
    }

    /** Unless it runs already. */
    public void start() throws IOException {
        if (process == null) {
            Path home = ownHome();
            Path folder = Files.createDirectories(home.resolve("data/import"));
            ObjectNode realm = realmWithPeople();
            KeycloakCrowd.write(realm, folder, crowd);
            JSON.writeValue(folder.resolve("gridcase-realm.json").toFile(), realm);
            process = launch(home);
            awaitRealm(process);
            keepBuilt(home);
        }
    }

    /** It writes into its own folder, so two at once need two; what it only reads is not copied. */
    private Path ownHome() throws IOException {
        Path own = home;
        if (own == null) {
            own = Files.createTempDirectory(UNPACKED, "running-");
            try (var unpacked = Files.newDirectoryStream(UNPACKED, "keycloak-*")) {
                copy(unpacked.iterator().next(), own);
            }
            if (Files.exists(BUILT)) {
                copy(BUILT, own.resolve(BUILDS));
            }
            home = own;
        }
        return own;
    }

    /** At its first start it builds half of itself, which takes as long as the start; the next need not. */
    private static void keepBuilt(Path home) throws IOException {
        if (!Files.exists(BUILT)) {
            Path whole = Files.createTempDirectory(UNPACKED, "building-");
            copy(home.resolve(BUILDS), whole);
            try {
                Files.move(whole, BUILT);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
                FileSystemUtils.deleteRecursively(whole);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(there);
                } else if (one.startsWith(from.resolve("lib/lib"))) {
                    Files.createLink(there, one);
                } else {
                    Files.copy(one, there, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private ObjectNode realmWithPeople() throws IOException {
        var realm = (ObjectNode) JSON.readTree(REALM.toFile());
        JsonNode people = JSON.readTree(PEOPLE.toFile());
        for (String part : List.of("groups", "clients", "users")) {
            people.path(part).forEach(realm.withArray("/" + part)::add);
        }
        leadManyGrids(realm);
        for (JsonNode client : realm.path("clients")) {
            if (Set.of("gridcase-pages", "gridcase-roster")
                    .contains(client.path("clientId").asText())) {
                ((ObjectNode) client).put("secret", secret);
            }
        }
        return realm;
    }

    private static void leadManyGrids(ObjectNode realm) {
        for (JsonNode person : realm.path("users")) {
            if (person.path("username").asText().equals("sun")) {
                MANY_GRIDS.forEach(grid -> {
                    realm.withArray("/groups").addObject().put("name", "grid-leader@" + grid);
                    ((ObjectNode) person).withArray("/groups").add("/grid-leader@" + grid);
                });
            }
        }
    }

    private Process launch(Path home) throws IOException {
        boolean windows = File.separatorChar == '\\';
        var builder = new ProcessBuilder(
                home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        home.resolve("bin/kc.sh").toFile().setExecutable(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx" + (640 + crowd / 20) + "m");
        if (crowd == 0) {
            // soon up counts for more than fast
            builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        }
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.NAME);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakAdmin.PASSWORD);
        builder.environment().put("GRIDCASE_URL", application);
        return builder.redirectErrorStream(true)
                .redirectOutput(log(home).toFile())
                .start();
    }

    private static Path log(Path home) {
        return home.resolve("keycloak.log");
    }

    private void awaitRealm(Process process) throws IOException {
        try {
            await().atMost(PATIENCE.plus(Duration.ofMillis(20L * crowd)))
                    .pollInterval(Duration.ofMillis(500))
                    .failFast(() -> !process.isAlive())
                    .until(this::answers);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            String said = home == null ? "" : Files.readString(log(home));
            close();
            throw new IllegalStateException("Keycloak did not start:\n" + said, e);
        }
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer())).build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The realm's address. */
    public String issuer() {
        return address() + "/realms/gridcase";
    }

    public String address() {
        return "http://localhost:" + port;
    }

    public KeycloakAdmin admin() {
        return new KeycloakAdmin(address());
    }

    @Override
    public void close() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        }
        if (home != null) {
            FileSystemUtils.deleteRecursively(home.toFile());
            home = null;
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
