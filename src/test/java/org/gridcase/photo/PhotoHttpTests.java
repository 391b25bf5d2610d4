package org.gridcase.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

@PhotoTest
@Import(PhotoHttpTests.Doors.class)
class PhotoHttpTests {
    private static final String EDGE = "edge-of-part";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    @Test
    void anAccountUploadsAndSeesItsPhotoAndNobodyElseDoes() throws Exception {
        JsonNode photo = body(upload("/photos", Pictures.jpeg(700, 350), "wang", "a.jpg"), 201);

        HttpResponse<byte[]> thumbnail = get(photo.get("thumbnail").asText(), "Authorization", basic("wang"));

        assertThat(photo.get("width").asInt()).isEqualTo(700);
        assertThat(photo.get("height").asInt()).isEqualTo(350);
        assertThat(thumbnail.statusCode()).isEqualTo(200);
        assertThat(Pictures.read(thumbnail.body()).getWidth()).isEqualTo(320);
        assertThat(get(photo.get("display").asText(), "Authorization", basic("li"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(photo.get("display").asText(), "Accept", "image/*").statusCode())
                .isEqualTo(404);
        assertThat(get("/photos/" + photo.get("id").asText() + "/original", "Authorization", basic("wang"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPictureIsServedLockedDown() throws Exception {
        JsonNode photo = body(upload("/photos", Pictures.jpeg(71, 35), "wang", "../../etc/<b>passwd</b>.html"), 201);
        String display = photo.get("display").asText();

        HttpResponse<byte[]> shown = get(display, "Authorization", basic("wang"));

        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition")).contains("inline; filename=\"photo.jpg\"");
        assertThat(shown.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(shown.headers().firstValue("Cache-Control")).contains("max-age=31536000, private, immutable");
        HttpRequest again = request(display)
                .header("Authorization", basic("wang"))
                .header("If-None-Match", shown.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(http.send(again, BodyHandlers.discarding()).statusCode()).isEqualTo(304);
    }

    @Test
    void aResidentsBrowserSeesItsOwnUploadByItsSecret() throws Exception {
        HttpResponse<byte[]> answer = upload("/r/photos", Pictures.png(72, 35), null, "a.png");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        String thumbnail = body(answer, 201).get("thumbnail").asText();

        assertThat(thumbnail).startsWith("/r/photos/");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(get(thumbnail, "Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(thumbnail, "Cookie", Uploader.COOKIE + "=" + "A".repeat(43))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSameKeyGivesTheSamePhoto() throws Exception {
        byte[] original = Pictures.jpeg(73, 35);
        HttpRequest request = part("/photos", original, "wang", "a.jpg")
                .header("Idempotency-Key", "one")
                .build();

        JsonNode first = body(http.send(request, BodyHandlers.ofByteArray()), 201);
        JsonNode second = body(http.send(request, BodyHandlers.ofByteArray()), 201);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void withoutAnAccountOnlyTheResidentsDoorIsOpen() throws Exception {
        assertThat(upload("/photos", Pictures.jpeg(74, 35), null, "a.jpg").statusCode())
                .isEqualTo(401);
    }

    @Test
    void htmlNamedJpgIsRefusedInTheReadersLanguage() throws Exception {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

        JsonNode chinese = body(upload("/photos", html, "wang", "a.jpg"), 422);

        assertThat(chinese.get("code").asText()).isEqualTo("photo.notAPhoto");
        assertThat(chinese.get("detail").asText()).startsWith("这不是照片");
    }

    @Test
    void aHugePngIsRefusedWithItsSize() throws Exception {
        JsonNode refusal = body(upload("/photos", Pictures.pngHeader(50_000, 50_000), "wang", "a.png"), 422);

        assertThat(refusal.get("detail").asText()).contains("50,000 × 50,000", "40 ", "12,000");
    }

    @Test
    void elevenMegabytesAreRefusedInWords() throws Exception {
        JsonNode refusal = body(upload("/r/photos", new byte[11 * 1024 * 1024], null, "a.jpg"), 413);

        assertThat(refusal.get("code").asText()).isEqualTo("photo.tooLarge");
        assertThat(refusal.get("detail").asText()).contains("10 MB");
    }

    @Test
    void aPlaceThatIsHalfOrOffTheGlobeAndATimeThatIsNoneAreRefused() throws Exception {
        assertThat(refusalOf("/photos?lon=113.6")).isEqualTo("photo.badPlace");
        assertThat(refusalOf("/photos?lon=NaN&lat=34")).isEqualTo("photo.badPlace");
        assertThat(refusalOf("/photos?lon=113.6&lat=134")).isEqualTo("photo.badPlace");
        assertThat(refusalOf("/photos?takenAt=yesterday")).isEqualTo("photo.badTime");
    }

    private String refusalOf(String path) throws Exception {
        return body(upload(path, Pictures.jpeg(75, 35), "wang", "a.jpg"), 422)
                .get("code")
                .asText();
    }

    private JsonNode body(HttpResponse<byte[]> answer, int status) throws IOException {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> upload(String path, byte[] content, @Nullable String account, String name)
            throws Exception {
        try {
            return http.send(part(path, content, account, name).build(), BodyHandlers.ofByteArray());
        } catch (IOException closed) {
            // under this request, by a server that had refused the one before without reading all of it
            return http.send(part(path, content, account, name).build(), BodyHandlers.ofByteArray());
        }
    }

    private HttpRequest.Builder part(String path, byte[] content, @Nullable String account, String name) {
        byte[] head = ("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofByteArray(Pictures.joined(head, content, tail)));
        return account == null ? request : request.header("Authorization", basic(account));
    }

    private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
        return http.send(request(path).header(header, value).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString((account + ":secret").getBytes(StandardCharsets.UTF_8));
    }

    /** The doors as the application's own security will leave them for photos. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Doors {

        @Bean
        SecurityFilterChain open(HttpSecurity security) throws Exception {
            return security.csrf(csrf -> csrf.disable())
                    .httpBasic(Customizer.withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        UserDetailsService accounts() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("wang").password("{noop}secret").build(),
                    User.withUsername("li").password("{noop}secret").build());
        }
    }
}
