package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeFileTests {

    /** A rule, and the change to the file that it must notice. */
    enum Rule {
        KEYS_ARE_SPELT_RIGHT(ComposeRules::unknownKeys, "read_only: true", "readonly: true"),
        WHAT_IS_NAMED_EXISTS(ComposeRules::unknownNames, "networks: [data, inner]", "networks: [data, inside]"),
        VOLUMES_NAMED_EXIST(ComposeRules::unknownNames, "- photos:/data", "- pictures:/data"),
        WHO_IS_AWAITED_EXISTS(ComposeRules::unknownNames, "proxy: {condition", "prox: {condition"),
        WHO_IS_AWAITED_TELLS_ITS_HEALTH(
                ComposeRules::awaitedWithoutHealth, "test: [CMD, pg_isready", "tests: [CMD, pg_isready"),
        WHAT_STAYS_TELLS_ITS_HEALTH(ComposeRules::lastingWithoutHealth, "test: [CMD, wget", "tests: [CMD, wget"),
        IMAGES_ARE_PINNED(ComposeRules::unpinnedImages, "keycloak:26.7.3", "keycloak:latest"),
        NOBODY_IS_ROOT(ComposeRules::powerful, "user: postgres", "user: root"),
        POWERS_ARE_DROPPED(ComposeRules::powerful, "cap_drop: [ALL]", "cap_drop: []"),
        POWERS_ARE_NOT_REGAINED(ComposeRules::powerful, "no-new-privileges:true", "no-new-privileges:false"),
        THE_HOST_IS_NOT_MOUNTED(ComposeRules::powerful, "- photos:/data", "- /var/run/docker.sock:/data"),
        ONLY_THE_PROXY_LISTENS_OUTSIDE(ComposeRules::openPorts, "shm_size: 256m", "ports: ['5432:5432']"),
        THE_DATABASE_IS_FOR_TWO(ComposeRules::atTheDatabase, "      front: {}\n      #", "      data: {}\n      #"),
        INNER_NETWORKS_LEAD_NOWHERE(ComposeRules::waysOut, "  data:\n    internal: true", "  data: {}"),
        ONLY_THE_PROXY_IS_OUTSIDE(ComposeRules::onTheWayOut, "networks: [data, inner]", "networks: [data, front]"),
        NOBODY_TAKES_ALL(ComposeRules::unlimited, "memory: 2g, ", ""),
        LOGS_DO_NOT_FILL_THE_DISK(ComposeRules::unlimited, "max-size: 20m, ", ""),
        SECRETS_COME_FROM_OUTSIDE(
                ComposeRules::secretsInTheFile,
                "KC_DB_PASSWORD: ${KEYCLOAK_DB_PASSWORD:?see .env.example}",
                "KC_DB_PASSWORD: x"),
        SECRETS_HAVE_NO_DEFAULT(
                ComposeRules::secretsInTheFile, "${GRIDCASE_OIDC_CLIENT_SECRET:?see .env.example}", "${X:-secret}"),
        THE_DATABASE_OUTLIVES_ITS_CONTAINER(
                ComposeRules::databaseOutsideItsVolume,
                "database:/var/lib/postgresql",
                "database:/var/lib/postgresql/data"),
        MOUNTED_FILES_ARE_HERE(ComposeRules::filesNotInTheRepository, "./deploy/Caddyfile", "./deploy/Caddyfil"),
        NO_DEMO_ON_AN_OPEN_PORT(ComposeRules::demoAccounts, "DEMO_ENABLED: \"false\"", "DEMO_ENABLED: \"true\"");

        private final Function<ComposeFile, List<String>> broken;
        private final String right;
        private final String wrong;

        Rule(Function<ComposeFile, List<String>> broken, String right, String wrong) {
            this.broken = broken;
            this.right = right;
            this.wrong = wrong;
        }
    }

    @ParameterizedTest
    @EnumSource
    void weKeep(Rule rule) {
        assertThat(rule.broken.apply(ComposeFile.read())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theRuleBites(Rule rule) {
        String text = ComposeFile.read().text();
        assertThat(text).contains(rule.right);
        assertThat(rule.broken.apply(ComposeFile.of(text.replace(rule.right, rule.wrong))))
                .isNotEmpty();
    }
}
