package org.gridcase.integration.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

@HttpCityTest
class Open311Tests {
    private static final String V2 = "/open311/v2";

    @Autowired
    Http http;

    @Test
    void discoveryNamesTheEndpointInBothFormats() {
        JsonNode json = http.anybody().get(V2 + "/discovery.json").json();
        Element xml = xml(http.anybody().get(V2 + "/discovery.xml"));

        assertThat(json.at("/endpoints/0/url").asText()).isEqualTo(http.address() + V2);
        assertThat(json.at("/endpoints/0/formats")).hasSize(2);
        assertThat(xml.getTagName()).isEqualTo("discovery");
        assertThat(texts(xml, "format")).containsExactly("text/xml", "application/json");
        assertThat(texts(xml, "url")).containsExactly(http.address() + V2);
    }

    @Test
    void servicesAreTheCataloguesClassesAndAuto() {
        JsonNode json = http.anybody().get(V2 + "/services.json").json();
        Element xml = xml(http.anybody().get(V2 + "/services.xml"));

        List<String> codes = json.findValuesAsText("service_code");
        assertThat(codes).contains("auto", "M06010", "C01002", "L01001").hasSizeGreaterThan(403);
        assertThat(xml.getTagName()).isEqualTo("services");
        assertThat(texts(xml, "service_code")).isEqualTo(codes);
        assertThat(texts(xml, "service_name")).isEqualTo(json.findValuesAsText("service_name"));
        assertThat(fields(json.path(0)))
                .containsExactly(
                        "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
    }

    @Test
    void namesServicesInTheCallersLanguage() {
        assertThat(service(http.anybody(), "M06010")).isEqualTo("暴露垃圾");
        assertThat(service(http.anybody().speaking("en"), "M06010")).isNotEqualTo("暴露垃圾");
    }

    @Test
    void aServiceAsksForNothingMore() {
        JsonNode json = http.anybody().get(V2 + "/services/M06010.json").json();

        assertThat(json.path("service_code").asText()).isEqualTo("M06010");
        assertThat(json.path("attributes").isArray()).isTrue();
        assertThat(xml(http.anybody().get(V2 + "/services/M06010.xml")).getTagName())
                .isEqualTo("service_definition");
        error(http.anybody().get(V2 + "/services/M99999.json"), 404);
    }

    @Test
    void aRequestBecomesACaseThatEverybodyMayFollowByItsNumber() {
        String number = submitted(form("L01001"));

        JsonNode seen = follow(number, "open");
        Element xml = xml(http.anybody().get(V2 + "/requests/" + number + ".xml"));

        assertThat(number).matches("GC\\d{8}-\\d{6,}");
        assertThat(seen.path("service_code").asText()).isEqualTo("L01001");
        assertThat(seen.path("lat").asDouble()).isEqualTo(Flow.SOMEWHERE.latitude());
        assertThat(seen.path("long").asDouble()).isEqualTo(Flow.SOMEWHERE.longitude());
        assertThat(seen.path("requested_datetime").asText()).endsWith("+08:00");
        assertThat(xml.getTagName()).isEqualTo("service_requests");
        Node request = xml.getElementsByTagName("request").item(0);
        List<String> elements = new ArrayList<>();
        for (Node child = request.getFirstChild(); child != null; child = child.getNextSibling()) {
            elements.add(child.getNodeName());
        }
        assertThat(elements).isEqualTo(fields(seen));
        assertThat(texts(xml, "service_request_id")).containsExactly(number);
    }

    @Test
    void nothingOfTheReporterIsShown() {
        var sent = form("L01001");
        sent.put("description", "张三住在这里，电话 13800001111");
        sent.put("address_string", "张三家门口");
        sent.put("phone", "13800001111");
        sent.put("email", "zhang@example.org");
        sent.put("first_name", "三");
        sent.put("last_name", "张");
        String number = submitted(sent);

        assertThat(http.anybody().get(V2 + "/requests/" + number + ".json").body())
                .doesNotContain("张三", "13800001111", "zhang@example.org");
        assertThat(http.anybody().get(V2 + "/requests.json").body())
                .doesNotContain("张三", "13800001111", "zhang@example.org");
    }

    @Test
    void autoLeavesTheClassToTheAssistant() {
        var sent = form("auto");
        sent.put("description", "小区门口的垃圾堆了好几天没人清理，苍蝇乱飞");

        String number = submitted(sent);

        assertThat(follow(number, "open").path("status_notes").asText()).isNotBlank();
    }

    @Test
    void aRequestWithAPhotoUploadedHereTakesItAlong() {
        var browser = http.anybody().with("Cookie", "gridcase-uploads=" + "A".repeat(42) + "Q");
        Answer page = browser.get("/");
        String token = page.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("GC-CSRF="))
                .map(cookie -> cookie.substring(8, cookie.indexOf(';')))
                .findFirst()
                .orElse("token-of-ours");
        Answer photo = http.anybody()
                .with("Cookie", "gridcase-uploads=" + "A".repeat(42) + "Q; GC-CSRF=" + token)
                .with("X-GC-CSRF", token)
                .postMultipart("/r/photos", new Multipart().file("file", "a.jpg", Flow.jpeg()));
        assertThat(photo.status()).as(photo.body()).isEqualTo(201);
        var sent = form("L01001");
        sent.put("media_url", http.address() + photo.json().path("display").asText());

        error(http.anybody().postForm(V2 + "/requests.json", sent), 403);
        assertThat(browser.postForm(V2 + "/requests.json", sent).status()).isEqualTo(201);
    }

    @Test
    void noForeignAddressIsEverFetched() {
        for (String foreign : List.of(
                "http://169.254.169.254/latest/meta-data",
                "https://example.org/photos/" + UUID.randomUUID() + "/display",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://[bad")) {
            var sent = form("L01001");
            sent.put("media_url", foreign);
            error(http.anybody().postForm(V2 + "/requests.json", sent), 400);
        }
    }

    @Test
    void whatIsMissingOrWrongIsSaidAsTheSpecificationSaysIt() {
        error(post("service_code", null), 400);
        error(post("service_code", "M99999"), 404);
        error(post("jurisdiction_id", "sfgov.org"), 404);
        error(post("lat", null), 400);
        error(post("lat", "12.5"), 400);
        error(post("lat", "north"), 400);
        error(post("lat", "1234"), 400);
        error(post("description", ""), 400);
        error(post("description", "坑".repeat(34_000)), 400);
        error(post("phone", "1".repeat(101)), 400);
        var byAddress = form("L01001");
        byAddress.remove("lat");
        byAddress.put("address_id", "545483");
        assertThat(error(http.anybody().speaking("en").postForm(V2 + "/requests.json", byAddress), 400))
                .startsWith("We keep no address register");
        Answer xml = http.anybody().postForm(V2 + "/requests.xml", Map.of("service_code", "M99999"));
        assertThat(xml.status()).isEqualTo(404);
        assertThat(xml(xml).getTagName()).isEqualTo("errors");
        assertThat(texts(xml(xml), "code")).containsExactly("404");
    }

    @Test
    void whateverIsWrittenStaysText() {
        var sent = form("L01001");
        sent.put("description", "'); drop table city_case; -- <script>alert(1)</script> ]]> & \u0000\u0001 😀");

        String number = submitted(sent);

        assertThat(xml(http.anybody().get(V2 + "/requests/" + number + ".xml")).getTagName())
                .isEqualTo("service_requests");
        assertThat(http.as("supervisor")
                        .get("/api/cases?number=" + number)
                        .json()
                        .at("/cases/0/description")
                        .asText())
                .isEqualTo("'); drop table city_case; -- <script>alert(1)</script> ]]> & \u0001 😀");
    }

    @Test
    void theSameKeyTwiceAtOnceMakesOneRequest() {
        var sent = form("L01001");
        var caller = http.anybody().with("Idempotency-Key", UUID.randomUUID().toString());

        List<String> numbers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> caller.postForm(V2 + "/requests.json", sent)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.json().at("/0/service_request_id").asText())
                .distinct()
                .toList();

        assertThat(numbers).hasSize(1).allMatch(number -> number.startsWith("GC"));
    }

    @Test
    void requestsAreFoundByNumberServiceTimeAndStatus() {
        String one = submitted(form("L01001"));
        String other = submitted(form("C01002"));
        follow(one, "open");

        assertThat(found("service_request_id=" + one + "," + other)).containsExactly(one, other);
        assertThat(found("service_code=L01001&status=open")).contains(one).doesNotContain(other);
        assertThat(found("service_code=L01001,C01002&page_size=2")).hasSize(2);
        assertThat(found("status=closed&service_code=C01002")).doesNotContain(other);
        assertThat(found("start_date=2020-01-01T00:00:00Z&end_date=2020-03-01T00:00:00Z"))
                .isEmpty();
        Answer page = http.anybody().get(V2 + "/requests.json?page_size=1");
        assertThat(page.json()).hasSize(1);
        assertThat(page.response().headers().firstValue("Link").orElse("")).contains("cursor=", "rel=\"next\"");
        error(http.anybody().get(V2 + "/requests.json?status=sleeping"), 400);
        error(http.anybody().get(V2 + "/requests.json?start_date=yesterday"), 400);
        error(http.anybody().get(V2 + "/requests.json?start_date=%2B999999999-01-01T00:00:00Z"), 400);
        error(http.anybody().get(V2 + "/requests.json?end_date=-999999999-01-01T00:00:00Z"), 400);
        error(
                http.anybody().get(V2 + "/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:00Z"),
                400);
        error(http.anybody().get(V2 + "/requests.json?service_request_id=1"), 404);
    }

    @Test
    void aNumberIsItsOwnToken() {
        String number = submitted(form("L01001"));

        assertThat(http.anybody()
                        .get(V2 + "/tokens/" + number + ".json")
                        .json()
                        .at("/0/service_request_id")
                        .asText())
                .isEqualTo(number);
        error(http.anybody().get(V2 + "/tokens/123.json"), 404);
    }

    @Test
    void whatIsNotThereIsSaidInBothFormatsAndLanguages() {
        assertThat(error(http.anybody().speaking("en").get(V2 + "/requests/GC20200101-000001.json"), 404))
                .isEqualTo("service_request_id GC20200101-000001 was not found.");
        assertThat(error(http.anybody().get(V2 + "/nothing.json"), 404)).isEqualTo("没有找到。");
        assertThat(texts(xml(http.anybody().get(V2 + "/requests/GC20200101-000001.xml")), "code"))
                .containsExactly("404");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThereAre() {
        for (String path : List.of("/discovery", "/services", "/services/M06010", "/requests/GC1", "/tokens/1")) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                refusedMethod(method, path, "GET, HEAD, OPTIONS");
            }
        }
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            refusedMethod(method, "/requests", "GET, HEAD, POST, OPTIONS");
        }
        Answer xml = http.anybody().send("DELETE", V2 + "/requests.xml", BodyPublishers.noBody());
        assertThat(texts(xml(xml), "code")).containsExactly("405");
        Answer options = http.anybody().send("OPTIONS", V2 + "/requests.json", BodyPublishers.noBody());
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.response().headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        assertThat(http.anybody()
                        .send("HEAD", V2 + "/services.json", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
        error(http.anybody().send("PUT", V2 + "/nothing.json", BodyPublishers.noBody()), 404);
    }

    private void refusedMethod(String method, String path, String allowed) {
        Answer answer = http.anybody().send(method, V2 + path + ".json", BodyPublishers.noBody());
        error(answer, 405);
        assertThat(answer.response().headers().firstValue("Allow")).hasValue(allowed);
    }

    @Test
    void discoveryHasEveryFieldOfTheSpecification() {
        JsonNode json = http.anybody().get(V2 + "/discovery.json").json();

        assertThat(fields(json)).containsExactly("changeset", "contact", "key_service", "endpoints");
        assertThat(fields(json.at("/endpoints/0")))
                .containsExactly("specification", "url", "changeset", "type", "formats");
        assertThat(json.at("/endpoints/0/specification").asText()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(json.at("/endpoints/0/type").asText()).isIn("production", "test", "dev");
    }

    @Test
    void xmlIsNestedAsTheSpecificationSays() {
        assertThat(nesting("/services.xml")).startsWith("services", "service");
        assertThat(nesting("/services/M06010.xml")).containsExactly("service_definition", "service_code", "attributes");
        String number = submitted(form("L01001"));
        assertThat(nesting("/requests/" + number + ".xml")).startsWith("service_requests", "request");
        assertThat(nesting("/tokens/" + number + ".xml"))
                .containsExactly("service_requests", "request", "service_request_id", "token");
        Answer accepted = http.anybody().postForm(V2 + "/requests.xml", form("L01001"));
        assertThat(names(xml(accepted)))
                .containsExactly("service_requests", "request", "service_request_id", "service_notice", "account_id");
        assertThat(accepted.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        assertThat(nesting("/requests/GC20200101-000001.xml"))
                .containsExactly("errors", "error", "code", "description");
    }

    private List<String> nesting(String path) {
        return names(xml(http.anybody().get(V2 + path)));
    }

    private static List<String> names(Element root) {
        List<String> names = new ArrayList<>(List.of(root.getTagName()));
        var all = root.getElementsByTagName("*");
        Stream.iterate(0, n -> n < all.getLength(), n -> n + 1)
                .forEach(n -> names.add(all.item(n).getNodeName()));
        return names;
    }

    @Test
    void theCityMayBeNamedAndNoOther() {
        for (String path : List.of("/services.json", "/services/M06010.json", "/requests.json")) {
            assertThat(http.anybody().get(V2 + path + "?jurisdiction_id=410100").status())
                    .isEqualTo(200);
            error(http.anybody().get(V2 + path + "?jurisdiction_id=sfgov.org"), 404);
        }
    }

    @Test
    void whatTheSpecificationDoesNotKnowIsPassedOver() {
        assertThat(http.anybody()
                        .get(V2 + "/requests.json?extensions=true&page_size=1&nonsense=1")
                        .status())
                .isEqualTo(200);
        var sent = form("L01001");
        sent.put("attribute[ISSUETYPE]", "123");
        assertThat(submitted(sent)).startsWith("GC");
    }

    private static Map<String, String> form(String service) {
        Map<String, String> form = new HashMap<>();
        form.put("service_code", service);
        form.put("lat", String.valueOf(Flow.SOMEWHERE.latitude()));
        form.put("long", String.valueOf(Flow.SOMEWHERE.longitude()));
        form.put("description", "路面塌了一个坑");
        return form;
    }

    private Answer post(String field, @Nullable String value) {
        var sent = form("L01001");
        if (value == null) {
            sent.remove(field);
        } else {
            sent.put(field, value);
        }
        return http.anybody().postForm(V2 + "/requests.json", sent);
    }

    private String submitted(Map<String, String> form) {
        Answer answer = http.anybody().postForm(V2 + "/requests.json", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/0/service_request_id").asText();
    }

    private JsonNode follow(String number, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> request(number).path("status").asText(), status::equals);
        return request(number);
    }

    private JsonNode request(String number) {
        return http.anybody().get(V2 + "/requests/" + number + ".json").json().path(0);
    }

    private List<String> found(String query) {
        Answer answer = http.anybody().get(V2 + "/requests.json?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().findValuesAsText("service_request_id");
    }

    private static String service(Http.Caller caller, String code) {
        for (JsonNode service : caller.get(V2 + "/services.json").json()) {
            if (service.path("service_code").asText().equals(code)) {
                return service.path("service_name").asText();
            }
        }
        return "";
    }

    private static String error(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/json");
        assertThat(answer.json()).hasSize(1);
        assertThat(answer.json().at("/0/code").asInt()).isEqualTo(status);
        return answer.json().at("/0/description").asText();
    }

    private static Element xml(Answer answer) {
        assertThat(answer.type()).startsWith("text/xml");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not XML: " + answer.body(), e);
        }
    }

    private static List<String> texts(Element root, String name) {
        var nodes = root.getElementsByTagName(name);
        return Stream.iterate(0, n -> n < nodes.getLength(), n -> n + 1)
                .map(n -> nodes.item(n).getTextContent())
                .toList();
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
