package org.gridcase.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gridcase.outward.Outward;
import org.gridcase.outward.OutwardRefused;
import org.springframework.stereotype.Component;

/** How channels that speak HTTP call their gateways. */
@Component
class HttpCalls {
    private static final String JSON = "application/json; charset=utf-8";

    private final Outward outward;
    private final ObjectMapper json;

    HttpCalls(Outward outward, ObjectMapper json) {
        this.outward = outward;
        this.json = json;
    }

    byte[] write(Map<String, ?> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws Undelivered unless the answer is one of success */
    byte[] post(String url, byte[] body, Map<String, String> headers) {
        Outward.Answer answer;
        try {
            answer = outward.post(url, JSON, body, headers);
        } catch (OutwardRefused refused) {
            throw Undelivered.down(refused.key());
        } catch (UncheckedIOException nobody) {
            throw Undelivered.down("unreachable");
        }
        int status = answer.status();
        if (status / 100 == 2) {
            return answer.body();
        }
        // too slow, too many, and who we are: none of it lies in what was sent
        boolean forGood = status / 100 == 4 && status != 401 && status != 403 && status != 408 && status != 429;
        throw forGood ? Undelivered.refused("status " + status) : Undelivered.down("status " + status);
    }

    /** A field of a JSON answer as text, empty if it has none. */
    String field(byte[] answer, String name) {
        try {
            return json.readTree(answer).path(name).asText();
        } catch (IOException noJson) {
            return "";
        }
    }

    static byte[] signed(String secret, byte[] words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(words);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
