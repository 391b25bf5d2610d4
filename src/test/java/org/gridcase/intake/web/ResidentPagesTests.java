package org.gridcase.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gridcase.intake.Receipt;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What residents' doors answer, scripts or not. */
@HttpCityTest
class ResidentPagesTests {
    private static final String INSIDE = "113.60,34.75";

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    Http.Caller resident;
    String csrf = "";

    /** A browser that has opened the page. */
    @BeforeEach
    void openThePage() {
        var cookies = http.anybody().get("/report").response().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
        csrf = cookies.stream()
                .filter(cookie -> cookie.startsWith("GC-CSRF="))
                .map(cookie -> cookie.substring("GC-CSRF=".length()))
                .findFirst()
                .orElseThrow();
        resident = http.anybody().speaking("zh-CN").with("Cookie", String.join("; ", cookies));
    }

    @Test
    void aReportWithoutScriptsLeadsToThePageThatFollowsIt() {
        var sent = submit(form("井盖破了，<b>小心</b> '; drop table x", INSIDE).file("photo", "../../a.jpg", photo()));
        assertThat(sent.status()).isEqualTo(302);
        var page = resident.get(location(sent));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("已收到，谢谢您").contains("/photos/");
    }

    @Test
    void aReportWithoutAPlaceIsRefusedBesideTheMapAndKeepsWhatWasTyped() {
        var refused = submit(form("<script>alert('垃圾')</script>", "").file("photo", "a.jpg", photo()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("请在地图上标出位置")
                .contains("&lt;script&gt;alert(&#39;垃圾&#39;)&lt;/script&gt;")
                .containsPattern("name=\"photos\" value=\"[0-9a-f-]{36}\"");
    }

    @Test
    void outsideTheCityIsSaidInWords() {
        assertThat(submit(form("垃圾", "1,1")).body()).contains("这个位置不在本市范围内");
        assertThat(resident.get("/r/place?at=1,1").json().get("code").asText()).isEqualTo("intake.place.outside");
        assertThat(resident.get("/r/place?at=" + INSIDE).json().get("words").asText())
                .isNotBlank();
    }

    @Test
    void nothingWrittenIsRefused() {
        assertThat(submit(form("  ", INSIDE)).body()).contains("请写一句话说明情况");
    }

    @Test
    void aHundredKilobytesOfTextAreRefused() {
        var refused = submit(form("脏".repeat(34_000), INSIDE));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("说明最多");
    }

    @Test
    void sevenPhotosAreRefused() {
        var form = form("垃圾", INSIDE);
        for (int i = 0; i < 7; i++) {
            form.file("photo", i + ".jpg", photo());
        }
        assertThat(submit(form).body()).contains("最多上传 6 张照片");
    }

    @Test
    void aPageNamedAsAPhotoIsRefused() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(submit(form("垃圾", INSIDE).file("photo", "a.jpg", page)).body())
                .contains("这不是照片");
    }

    @Test
    void theSameKeyTwiceAtOnceMakesOneCase() {
        String key = UUID.randomUUID().toString();
        long before = reports();
        var links = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(key))).limit(2).toList().stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.json().get("follow").asText())
                .distinct();
        assertThat(links).hasSize(1);
        assertThat(reports()).isEqualTo(before + 1);
    }

    @Test
    void theSameFormSentTwiceWithoutScriptsMakesOneCase() {
        String key = UUID.randomUUID().toString();
        byte[] photo = photo();
        var first = submit(keyed(key, photo));
        assertThat(location(submit(keyed(key, photo)))).isEqualTo(location(first));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(resident.postMultipart("/report", new Multipart().field("text", "垃圾"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nothingPersonalIsOnTheTrackingPage() {
        var sent =
                submit(form("我是张三，住在三号楼", INSIDE).field("phone", "13912345678").field("address", "三号楼门口"));
        String page = resident.get(location(sent)).body();
        assertThat(page).doesNotContain("张三", "13912345678", "三号楼", "113.6", "34.75", "林晓禾", "worker");
    }

    @Test
    void theTrackingPageIsKeptOutOfSearchEnginesAndItsLinkOutOfOtherSites() {
        Receipt receipt = flow.report("路灯不亮", null);
        var headers = resident.get("/follow/" + receipt.secret()).response().headers();
        assertThat(headers.firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void aWrongLinkIsNotFoundInWords() {
        var answer = resident.get("/follow/AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到这个案件");
    }

    @Test
    void aPhotoIsShownUnderItsOwnLinkOnly() {
        String mine = location(submit(form("垃圾", INSIDE).file("photo", "a.jpg", photo())));
        String path = mine.substring(0, mine.indexOf('?'));
        String page = resident.get(path).body();
        var found = Pattern.compile("/photos/([0-9a-f-]{36})").matcher(page);
        assertThat(found.find()).isTrue();
        String other = flow.report("路灯不亮", null).secret();
        assertThat(resident.get(path + found.group()).status()).isEqualTo(200);
        assertThat(resident.get("/follow/" + other + found.group()).status()).isEqualTo(404);
    }

    @Test
    void aFollowerAddsWordsToAnOpenCaseAndCannotRateIt() {
        String secret = flow.report("路灯不亮", "L01001").secret();
        assertThat(act(secret, "additions", "words", "昨晚也不亮").status()).isEqualTo(302);
        assertThat(act(secret, "additions", "words", " ").body()).contains("请写一句话，或者加一张照片");
        assertThat(act(secret, "rating", "stars", "9").body()).contains("请选择 1 到 5 星");
        assertThat(act(secret, "rating", "stars", "5").status()).isEqualTo(422);
        assertThat(act(secret, "reopening", "reason", "没修好").status()).isEqualTo(422);
    }

    @Test
    void whatChangesOnTheTrackingPageComesAlone() {
        String part = resident.get("/follow/" + flow.report("路灯不亮", null).secret() + "/now?seen=-1")
                .body();
        assertThat(part).contains("id=\"now\"").doesNotContain("<html");
    }

    private Multipart form(String text, String place) {
        return new Multipart()
                .field("_csrf", csrf)
                .field("key", UUID.randomUUID().toString())
                .field("text", text)
                .field("place", place);
    }

    private Multipart keyed(String key, byte[] photo) {
        return new Multipart()
                .field("_csrf", csrf)
                .field("key", key)
                .field("text", "垃圾")
                .field("place", INSIDE)
                .file("photo", "a.jpg", photo);
    }

    private Answer submit(Multipart form) {
        return resident.postMultipart("/report", form);
    }

    private Answer send(String key) {
        return resident.with("X-GC-CSRF", csrf)
                .with("Idempotency-Key", key)
                .postMultipart("/r/reports", new Multipart().field("text", "垃圾").field("place", INSIDE));
    }

    private Answer act(String secret, String what, String field, String value) {
        return resident.postForm("/follow/" + secret + "/" + what, Map.of("_csrf", csrf, field, value));
    }

    private static String location(Answer answer) {
        String location = answer.response().headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/follow/"));
    }

    private long reports() {
        return jdbc.sql("select count(*) from report where channel = 'resident'")
                .query(Long.class)
                .single();
    }

    private static byte[] photo() {
        var image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
