package org.gridcase.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks HTTP to the application under test: as nobody, or by Basic as one of the demo's accounts. */
@Component
public class Http {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
    private final Environment environment;

    Http(Environment environment) {
        this.environment = environment;
    }

    /** What came back. */
    public record Answer(int status, String type, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return readJson(body);
        }
    }

    /** {@code http://localhost:port} of the application. */
    public String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    public Caller anybody() {
        return new Caller(List.of());
    }

    public Caller as(String account) {
        String basic = Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
        return anybody().with("Authorization", "Basic " + basic);
    }

    /** Somebody with the headers they send each time. */
    public class Caller {
        private final List<String> headers;

        Caller(List<String> headers) {
            this.headers = headers;
        }

        public Caller with(String header, String value) {
            var more = new ArrayList<>(headers);
            more.add(header);
            more.add(value);
            return new Caller(List.copyOf(more));
        }

        public Caller speaking(String language) {
            return with("Accept-Language", language);
        }

        public Answer get(String path) {
            return send("GET", path, BodyPublishers.noBody());
        }

        public Answer delete(String path) {
            return send("DELETE", path, BodyPublishers.noBody());
        }

        public Answer post(String path) {
            return send("POST", path, BodyPublishers.noBody());
        }

        public Answer postJson(String path, Object body) {
            return post(path, "application/json", write(body).getBytes(StandardCharsets.UTF_8));
        }

        public Answer postForm(String path, Map<String, String> fields) {
            String form = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return post(path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
        }

        public Answer postMultipart(String path, Multipart parts) {
            return post(path, parts.type(), parts.bytes());
        }

        public Answer post(String path, String type, byte[] body) {
            return with("Content-Type", type).send("POST", path, BodyPublishers.ofByteArray(body));
        }

        public Answer send(String method, String path, BodyPublisher body) {
            var request = HttpRequest.newBuilder(URI.create(address() + path)).method(method, body);
            if (!headers.isEmpty()) {
                request.headers(headers.toArray(String[]::new));
            }
            try {
                var response = answered(request.build());
                String type = response.headers().firstValue("Content-Type").orElse("");
                return new Answer(response.statusCode(), type, response.body(), response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** A server that refuses a request without reading all of it closes the connection, perhaps under the next one. */
    private HttpResponse<String> answered(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, Http::read);
        } catch (IOException closed) {
            if (!String.valueOf(closed.getMessage()).contains("received no bytes")) {
                throw closed;
            }
            return client.send(request, Http::read);
        }
    }

    /** Of a stream of events, which never ends, only that it began. */
    private static BodySubscriber<String> read(ResponseInfo answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/event-stream")
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Http::leave)
                : BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private static String leave(InputStream events) {
        try (events) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode readJson(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
