package org.gridcase.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tests' administrator does in Keycloak, and the tokens that its people get there without a browser. */
public final class KeycloakAdmin {
    static final String NAME = "keeper";
    static final String PASSWORD = "the keeper of tests";

    /** Of everybody in {@code people.json}. */
    public static final String EVERYBODYS = "a password for tests";

    private static final String SECOND_FACTOR = "second-factor";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    KeycloakAdmin(String address) {
        this.address = address;
    }

    public String secretOf(String clientId) {
        String id = get("/clients?clientId=" + clientId).path(0).path("id").asText();
        return get("/clients/" + id + "/client-secret").path("value").asText();
    }

    /** Makes the group if need be. */
    public void put(String person, String group) {
        if (groupId(group).isEmpty()) {
            send("POST", "/groups", "{\"name\": \"" + group + "\"}");
            askForCodes(group);
        }
        send("PUT", membership(person, group), "");
    }

    /** As the realm's file has it for the groups that are shipped. */
    private void askForCodes(String group) {
        if (group.startsWith("approver@") || group.startsWith("administrator@")) {
            String role = get("/roles/" + SECOND_FACTOR).toString();
            send("POST", "/groups/" + groupId(group) + "/role-mappings/realm", "[" + role + "]");
        }
    }

    /** What everybody in {@code people.json} but {@code meng} has beside their password. */
    public static Codes phoneOf(String person) {
        return Codes.of(person + " keeps this secret");
    }

    private boolean isAskedForCodes(String person) {
        return get("/users/" + userId(person) + "/role-mappings/realm/composite")
                .findValuesAsText("name")
                .contains(SECOND_FACTOR);
    }

    public String userId(String person) {
        return get("/users?exact=true&username=" + person).path(0).path("id").asText();
    }

    public void takeOut(String person, String group) {
        send("DELETE", membership(person, group), "");
    }

    private String membership(String person, String group) {
        return "/users/" + userId(person) + "/groups/" + groupId(group);
    }

    /** Ends all sessions of a person, and says so to the clients. */
    public void signOut(String person) {
        send("POST", "/users/" + userId(person) + "/logout", "");
    }

    public void disable(String person) {
        send("PUT", "/users/" + userId(person), "{\"enabled\": false}");
    }

    /** Where Keycloak tells the client that a session has ended. */
    public void tellOfEnds(String clientId, String address) {
        var client = (ObjectNode) get("/clients?clientId=" + clientId).path(0);
        client.withObject("/attributes")
                .put("backchannel.logout.url", address)
                .put("backchannel.logout.session.required", "true");
        send("PUT", "/clients/" + client.path("id").asText(), client.toString());
    }

    /** Signs with a new key from now on, and forgets the old. */
    public void changeKeys() {
        String keys = "/components?type=org.keycloak.keys.KeyProvider";
        JsonNode before = get(keys);
        send("POST", "/components", """
                {"name": "rotated", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "parentId": "%s", "config": {"priority": ["500"]}}""".formatted(
                        before.path(0).path("parentId").asText()));
        for (JsonNode key : before) {
            if (key.path("providerId").asText().equals("rsa-generated")) {
                send("DELETE", "/components/" + key.path("id").asText(), "");
            }
        }
    }

    public String groupId(String name) {
        return get("/groups?exact=true&search=" + Http.encode(name))
                .path(0)
                .path("id")
                .asText();
    }

    /** An access token of the realm for a person, got by the client; with a code where one is asked for. */
    public String token(String clientId, String person) {
        return isAskedForCodes(person)
                ? tokenByCode(clientId, person, phoneOf(person).next())
                : token(address + "/realms/gridcase", clientId, person, EVERYBODYS);
    }

    public String tokenByCode(String clientId, String person, String code) {
        Map<String, String> form = new HashMap<>(byPassword(clientId, person, EVERYBODYS));
        form.put("totp", code);
        return token(address + "/realms/gridcase", form);
    }

    /** What Keycloak hands out when a person signs in: access, refresh and ID token. */
    public Map<String, String> allTokens(String clientId, String person) {
        Map<String, String> form = new HashMap<>(byPassword(clientId, person, EVERYBODYS));
        form.put("scope", "openid");
        JsonNode answer = asked(address + "/realms/gridcase", form);
        Map<String, String> tokens = new HashMap<>();
        for (String kind : Set.of("access_token", "refresh_token", "id_token")) {
            tokens.put(kind, answer.path(kind).asText());
        }
        return tokens;
    }

    /** A part of the realm as it runs. */
    public JsonNode look(String path) {
        return get(path);
    }

    /** An access token for a program itself. */
    public String tokenOf(String clientId) {
        return token(
                address + "/realms/gridcase",
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secretOf(clientId)));
    }

    /** An access token of any realm, under any name of the server. */
    public String token(String realm, String clientId, String person, String password) {
        return token(realm, byPassword(clientId, person, password));
    }

    private static Map<String, String> byPassword(String clientId, String person, String password) {
        return Map.of("grant_type", "password", "client_id", clientId, "username", person, "password", password);
    }

    /** An access token of the administrators' own realm. */
    public String foreignToken() {
        return token(address + "/realms/master", "admin-cli", NAME, PASSWORD);
    }

    private String token(String realm, Map<String, String> form) {
        return asked(realm, form).path("access_token").asText();
    }

    private JsonNode asked(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + Http.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return answer(request);
    }

    public JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** Below the realm in the admin interface. */
    public JsonNode send(String method, String path, String body) {
        return answer(HttpRequest.newBuilder(URI.create(address + "/admin/realms/gridcase" + path))
                .header("Authorization", "Bearer " + foreignToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
