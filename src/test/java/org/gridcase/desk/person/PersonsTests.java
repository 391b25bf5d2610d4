package org.gridcase.desk.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipInputStream;
import org.gridcase.audit.ChainCheck;
import org.gridcase.casework.Cases;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Rendition;
import org.gridcase.photo.Uploader;
import org.gridcase.privacy.Retention;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People are found, handed out what is kept of them, erased, and forgotten in time. */
@HttpCityTest
class PersonsTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Reports reports;

    @Autowired
    Cases cases;

    @Autowired
    Photos photos;

    @Autowired
    ChainCheck chain;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    String phone = "";
    String name = "";
    String words = "";

    @BeforeEach
    void somebody() {
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        phone = "1396" + number;
        name = "司徒" + number;
        words = "路面塌陷见" + Integer.toString(number, 36) + "路口";
    }

    /** Unlike any other: the same bytes sent by somebody else would stay. */
    private static byte[] picture() {
        var noise = new BufferedImage(48, 48, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 48 * 48; at++) {
            noise.setRGB(at % 48, at / 48, ThreadLocalRandom.current().nextInt());
        }
        return Flow.jpeg(noise);
    }

    private Receipt reported(String text, String contact, PhotoId... shown) {
        Receipt receipt = reports.submit(
                new Report(
                        "resident",
                        "resident",
                        Uploader.holding("test"),
                        text,
                        Flow.SOMEWHERE,
                        "东风路3号楼2单元501室",
                        "L01001",
                        List.of(shown),
                        new Report.Contact(name, contact, null)),
                "retry-" + text.hashCode());
        flow.awaitTask("filing", receipt.caseId());
        return receipt;
    }

    private void annulled(Receipt receipt) {
        cases.annulAnyTime(receipt.caseId(), "supervisor", name + "来电说不是");
    }

    private Http.Answer erase(Receipt receipt) {
        return webApps.staff("admin")
                .speaking("zh-CN")
                .postForm(
                        "/admin/persons/erase",
                        Map.of("case", receipt.caseId().toString(), "reason", "本人申请", "query", receipt.number()));
    }

    @Test
    void whoIsErasedIsNowhereAndTheCaseStillCounts() {
        PhotoId shown = flow.residentsPhoto(picture());
        Path file = original(shown);
        Receipt receipt = reported(words + "，电话" + phone, phone, shown);
        webApps.staff("filing")
                .postForm(
                        "/cases/" + receipt.caseId() + "/reveal",
                        Map.of("why", "call", "words", "找" + name, "field", "contact"));
        annulled(receipt);
        assertThat(Traces.of(name, jdbc)).contains("report", "case_event", "audit_payload");

        var done = erase(receipt);

        assertThat(done.status()).isEqualTo(302);
        assertThat(Traces.of(name, jdbc)).isEmpty();
        assertThat(Traces.of(phone, jdbc)).isEmpty();
        assertThat(Traces.of(words, jdbc)).isEmpty();
        assertThat(Traces.of(shown.toString(), jdbc)).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(chain.run(day -> {}).flaw()).isNull();
        var left = flow.facts(receipt.caseId());
        assertThat(left.serviceCode()).isEqualTo("L01001");
        assertThat(left.closedAt()).isNotNull();
        assertThat(left.place()).isNotEqualTo(Flow.SOMEWHERE);
        assertThat(left.location().grid()).isNotBlank();
        assertThat(http.anybody().get("/follow/" + receipt.secret()).status()).isEqualTo(404);
        assertThat(webApps.staff("filing")
                        .speaking("zh-CN")
                        .get("/cases/" + receipt.caseId())
                        .body())
                .contains("〔已删除〕", "删除个人信息");
        assertThat(webApps.staff("admin")
                        .speaking("zh-CN")
                        .get("/admin/persons")
                        .body())
                .contains("已删除的人")
                .doesNotContain(receipt.number(), name);
    }

    @Test
    void ofTwoPeopleInOneCaseOnlyTheOneGoes() {
        byte[] same = picture();
        PhotoId theirs = flow.residentsPhoto(same);
        PhotoId others = flow.residentsPhoto(picture());
        PhotoId othersToo = flow.residentsPhoto(same);
        Receipt first = reported(words, phone, theirs);
        Receipt main = reported("另一个人说" + words, "13712340000", others, othersToo);
        cases.join(first.caseId(), main.number(), "filing", name + "说的是一回事");

        assertThat(erase(first).status()).as("while the main case is open").isEqualTo(409);
        annulled(main);
        assertThat(erase(first).status()).isEqualTo(302);

        assertThat(flow.facts(main.caseId()).description()).isEqualTo("另一个人说" + words);
        assertThat(jdbc.sql("select contact_phone from report where case_id = ?")
                        .param(main.caseId().value())
                        .query(String.class)
                        .single())
                .isEqualTo("13712340000");
        assertThat(jdbc.sql("select photo::text from case_photo where case_id = ?")
                        .param(main.caseId().value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(others.toString(), othersToo.toString());
        assertThat(original(othersToo)).exists();
        assertThat(jdbc.sql("select count(*) from case_event where case_id = ? and reason like '%一回事%'")
                        .param(main.caseId().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(chain.run(day -> {}).flaw()).isNull();
    }

    @Test
    void theyAreFoundByPhoneHoweverItIsTypedAndNobodyElseLooks() {
        String spaced = phone.substring(0, 3) + " " + phone.substring(3, 7) + "-" + phone.substring(7);
        Receipt left = reported(words, spaced);
        Receipt typed = reported("找" + spaced + "，" + words, "");
        var admin = webApps.staff("admin");

        var page = admin.speaking("zh-CN").postForm("/admin/persons/find", Map.of("query", "+86 " + phone));

        assertThat(page.body())
                .contains(left.number(), typed.number(), "司**", "尚未结案")
                .doesNotContain(name);
        assertThat(Traces.of(phone, jdbc)).doesNotContain("audit_payload");
        assertThat(admin.postForm("/admin/persons/find", Map.of("query", "123")).status())
                .isEqualTo(422);
        assertThat(admin.postForm("/admin/persons/find", Map.of("query", "GC1-1"))
                        .status())
                .isEqualTo(200);
        assertThat(webApps.staff("supervisor")
                        .postForm("/admin/persons/find", Map.of("query", phone))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theyGetWhatIsKeptOfThem() throws Exception {
        byte[] picture = picture();
        PhotoId shown = flow.residentsPhoto(picture);
        Receipt receipt = reported("=1+1 " + words + phone, phone, shown);

        var zip = unzipped(export(receipt));

        assertThat(zip).containsOnlyKeys("person.json", "photos/" + shown);
        assertThat(new String(zip.get("person.json"), StandardCharsets.UTF_8))
                .contains(name, phone, words, receipt.number());
        assertThat(zip.get("photos/" + shown)).isEqualTo(picture);
        assertThat(jdbc.sql("select actor from audit_chain where subject = ? and action = 'person.export'")
                        .param(receipt.caseId().toString())
                        .query(String.class)
                        .list())
                .containsExactly("admin");
    }

    private byte[] export(Receipt receipt) throws Exception {
        var session = new TreeMap<>(webApps.signIn("admin").cookies());
        session.put("GC-CSRF", "token");
        StringBuilder cookies = new StringBuilder();
        session.forEach(
                (key, value) -> cookies.append(key).append('=').append(value).append("; "));
        var request = HttpRequest.newBuilder(URI.create(http.address() + "/admin/persons/export"))
                .header("Cookie", cookies.toString())
                .header("X-GC-CSRF", "token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("case=" + receipt.caseId() + "&reason=asked"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }

    private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        var zip = new ZipInputStream(new ByteArrayInputStream(file));
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    @Test
    void whatHasBeenKeptLongEnoughGoesAndNothingOfAnOpenCase() {
        PhotoId shown = flow.residentsPhoto(picture());
        PhotoId kept = flow.residentsPhoto(picture());
        Receipt old = reported("找" + phone + words, phone, shown);
        Receipt open = reported("也找" + phone + words, phone, kept);
        Receipt joined = reported("还找" + phone + words, phone);
        cases.join(joined.caseId(), open.number(), "filing", "一回事");
        annulled(old);
        endedLongAgo(old.caseId());
        endedLongAgo(joined.caseId());

        long run = retention.run().orElseThrow();

        assertThat(contacts(old)).isZero();
        assertThat(contacts(open)).isEqualTo(1);
        assertThat(contacts(joined)).as("as long as the main case is open").isEqualTo(1);
        assertThat(jdbc.sql("select distinct case_id::text from personal_text where words like ?")
                        .param("%" + phone + "%")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        open.caseId().toString(), joined.caseId().toString());
        assertThat(original(shown)).doesNotExist();
        assertThat(photos.open(photos.find(shown).orElseThrow(), Rendition.DISPLAY)
                        .exists())
                .isTrue();
        assertThat(webApps.staff("filing").get("/photos/" + shown + "/original").status())
                .isEqualTo(404);
        assertThat(original(kept)).exists();
        assertThat(http.anybody().get("/follow/" + old.secret()).status()).isEqualTo(404);
        assertThat(http.anybody().get("/follow/" + open.secret()).status()).isEqualTo(200);
        assertThat(jdbc.sql("select (gone ->> 'contact')::int from retention_run where id = ? and ended_at is not null")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from audit_chain where action = 'retention.run' and subject = ?")
                        .param(Long.toString(run))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void endedLongAgo(CaseId id) {
        jdbc.sql("update city_case set closed_at = closed_at - interval '800 days' where id = ?")
                .param(id.value())
                .update();
    }

    private int contacts(Receipt receipt) {
        return jdbc.sql("select count(contact_phone) from report where case_id = ?")
                .param(receipt.caseId().value())
                .query(Integer.class)
                .single();
    }

    private Path original(PhotoId id) {
        try {
            return photos.open(photos.find(id).orElseThrow(), Rendition.ORIGINAL)
                    .getFile()
                    .toPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
