package org.gridcase.identity.roster;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodyUriSpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/** One question to Keycloak and its answer: never waited for long, never read without end. */
@Component
@WithRoster
class KeycloakHttp {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final RestClient http;

    KeycloakHttp() {
        var client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(TO_ANSWER);
        http = RestClient.builder().requestFactory(requests).build();
    }

    /** Status and text of an answer. */
    record Answer(int status, byte[] body) {

        <T> T as(Class<T> type) {
            try {
                return JSON.readValue(body, type);
            } catch (IOException e) {
                throw new KeycloakFailure(KeycloakFailure.Why.UNEXPECTED, "an answer that is no " + type, e);
            }
        }

        boolean isFine() {
            return status >= 200 && status < 300;
        }

        boolean asksForPatience() {
            return status == 429 || status >= 500;
        }
    }

    Answer send(Function<RequestBodyUriSpec, RequestHeadersSpec<?>> request) {
        return send(HttpMethod.POST, request);
    }

    /** @throws KeycloakFailure without an answer */
    Answer send(HttpMethod method, Function<RequestBodyUriSpec, RequestHeadersSpec<?>> request) {
        try {
            return request.apply(http.method(method))
                    .exchange((sent, answer) ->
                            new Answer(answer.getStatusCode().value(), BoundedBody.read(answer.getBody())));
        } catch (ResourceAccessException e) {
            throw new KeycloakFailure(KeycloakFailure.Why.UNREACHABLE, "Keycloak does not answer", e);
        }
    }
}
