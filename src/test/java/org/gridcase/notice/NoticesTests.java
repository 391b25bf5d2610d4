package org.gridcase.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.notice.NoticeTexts.Text;
import org.gridcase.photo.Uploader;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
@ExtendWith(OutputCaptureExtension.class)
class NoticesTests {
    private static final String PHONE = "13800138123";

    @Autowired
    ApplicationContext city;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Notices running;

    @Autowired
    Bell bell;

    @Autowired
    Preferences preferences;

    @Autowired
    NoticeTexts texts;

    @Autowired
    NoticeRules rules;

    @Autowired
    Outbox outbox;

    @Autowired
    Reports reports;

    @Autowired
    List<PersonalPlace> places;

    @Autowired
    TransactionTemplate transaction;

    PostOffice post;

    @BeforeEach
    void nothingHasBeenTold() throws IOException {
        jdbc.update("delete from notice");
        jdbc.update("delete from notice_text");
        jdbc.update("delete from notice_preference");
        jdbc.update("update notice_channel set failures = 0, failing_since = null, rests_until = null, failure = null");
        jdbc.update("update notice_rule set quiet_from = '21:00', quiet_to = '07:00', digested = '2000-01-01'");
        jdbc.update("update staff set email = id || '@city.example' where id in ('filing', 'dispatch', 'supervisor')");
        post = new PostOffice(city);
    }

    @AfterEach
    void thePostOfficeCloses() throws IOException {
        post.close();
        jdbc.update("update staff set email = null");
    }

    @Test
    void nobodyHearsOfTheSameTwice() throws Exception {
        News news = near("e1");
        try (var threads = new Threads(8)) {
            var told = threads.all(() -> post.tell(news, Set.of("filing", "dispatch"), Channel.BELL, Channel.MAIL));
            assertThat(told.stream().mapToInt(it -> it).sum()).isEqualTo(4);
        }
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(2);
        assertThat(bell.unread("filing")).isEqualTo(1);
    }

    @Test
    void whatIsNotCommittedNobodyHears() {
        transaction.executeWithoutResult(status -> {
            post.notices.tell(near("e2"), Set.of("filing"), Set.of(Channel.BELL));
            status.setRollbackOnly();
        });
        assertThat(bell.unread("filing")).isZero();
        assertThatThrownBy(() -> running.tell(near("e2"), Set.of("filing"), Set.of(Channel.BELL)))
                .as("outside of any transaction")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoeverIsNobodyOrHasLeftIsToldNothing() {
        jdbc.update("insert into staff (id, name, left_at) values ('gone', '走了', now()) on conflict do nothing");
        assertThat(post.tell(near("e3"), Set.of("gone", "no-such-person", "filing"), Channel.BELL))
                .isEqualTo(1);
    }

    @Test
    void mailIsInTheLanguageOfWhoeverGetsItAndOnlyForThoseWhoWantIt() {
        transaction.executeWithoutResult(status -> {
            preferences.choose("filing", Locale.ENGLISH, true);
            preferences.choose("dispatch", Locale.SIMPLIFIED_CHINESE, false);
        });
        post.tell(near("e4"), Set.of("filing", "dispatch", "supervisor", "handler"), Channel.MAIL);
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails())
                .extracting(mail -> mail.to().get(0), mail -> mail.header("Content-Language"))
                .containsExactlyInAnyOrder(
                        tuple("filing@city.example", "en"), tuple("supervisor@city.example", "zh-CN"));
        assertThat(post.smtp.mails()).anySatisfy(mail -> {
            assertThat(mail.header("Subject")).isEqualTo("Case GC1 is nearly due");
            assertThat(mail.header("From")).isEqualTo("gridcase@city.example");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        });
        assertThat(waiting(Channel.MAIL)).isZero();
    }

    @Test
    void nobodysWordsMakeAHeaderOrAnotherRecipient() {
        jdbc.update("update staff set email = ? where id = 'dispatch'", "a@city.example>\r\nRCPT TO:<b@city.example");
        News news = near("e5").with("number", "GC1\r\nBcc: thief@elsewhere.example\r\n\r\nhello");
        post.tell(news, Set.of("filing", "dispatch"), Channel.MAIL);
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly("filing@city.example");
            assertThat(mail.header("Bcc")).isEmpty();
        });
        assertThat(failure("dispatch")).isEqualTo("address");
    }

    @Test
    void aMailboxThatDoesNotExistFailsAloneAndOnce() {
        jdbc.update("update staff set email = 'nobody@city.example' where id = 'dispatch'");
        post.tell(near("e6"), Set.of("dispatch", "filing"), Channel.MAIL);
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(1);
        assertThat(failure("dispatch")).isEqualTo("status 550");
        assertThat(state(Channel.MAIL).failingSince()).isNull();
        assertThat(state(Channel.MAIL).failed()).isEqualTo(1);
    }

    @Test
    void aDeadChannelRestsLongerEachTimeIsSeenAndSendsAllOnceItIsBack() throws IOException {
        post.smtp.close();
        for (int i = 0; i < 30; i++) {
            post.tell(near("e7-" + i), Set.of("filing"), Channel.MAIL);
        }
        post.send(Channel.MAIL);
        var dead = state(Channel.MAIL);
        assertThat(dead.waiting()).isEqualTo(30);
        assertThat(dead.failingSince()).isNotNull();
        assertThat(dead.oldest()).isNotNull();
        assertThat(dead.failure()).isEqualTo("unreachable");
        assertThat(Duration.between(post.now, dead.restsUntil())).isEqualTo(Duration.ofSeconds(5));
        assertThat(tried()).as("the rest was not tried for nothing").isEqualTo(1);

        post.later(Duration.ofSeconds(6));
        post.send(Channel.MAIL);
        assertThat(Duration.between(post.now, state(Channel.MAIL).restsUntil())).isEqualTo(Duration.ofSeconds(10));

        post.mailServerComesBack();
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).as("it still rests").isEmpty();
        outbox.retry(Channel.MAIL);
        post.later(Duration.ofMinutes(1));
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(30);
        assertThat(state(Channel.MAIL).failingSince()).isNull();
        assertThat(state(Channel.MAIL).waiting()).isZero();
    }

    @Test
    void whatHasFailedForDaysIsGivenUpUntilSomebodyAsks() throws IOException {
        post.smtp.close();
        post.tell(near("e8"), Set.of("filing"), Channel.MAIL);
        post.later(Duration.ofDays(4));
        post.send(Channel.MAIL);
        assertThat(state(Channel.MAIL).failed()).isEqualTo(1);
        post.mailServerComesBack();
        outbox.retry(Channel.MAIL);
        jdbc.update("update notice set due_at = made_at");
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(1);
    }

    @Test
    void aWebhookIsSignedAndNeverCalledInAPrivateNetwork() throws IOException {
        post.tell(near("e9"), Set.of(), Channel.WEBHOOK);
        post.send(Channel.WEBHOOK);
        var call = post.calls.get(0);
        assertThat(call.path()).isEqualTo("/hook");
        assertThat(call.signature())
                .isEqualTo("sha256=" + HexFormat.of().formatHex(HttpCalls.signed(PostOffice.SECRET, call.body())));
        assertThat(new ObjectMapper().readTree(call.body()).path("title").asText())
                .isEqualTo("案件 GC1 即将超时");

        for (String inner : List.of("https://10.0.0.8/hook", "https://169.254.169.254/latest", "http://localhost:1/")) {
            try (var other = new PostOffice(city, inner)) {
                jdbc.update("delete from notice");
                other.tell(near("e9"), Set.of(), Channel.WEBHOOK);
                other.send(Channel.WEBHOOK);
                assertThat(state(Channel.WEBHOOK).failure()).startsWith("outward.address.");
                assertThat(waiting(Channel.WEBHOOK)).isEqualTo(1);
                outbox.retry(Channel.WEBHOOK);
            }
        }
    }

    @Test
    void aRobotIsToldByItsSignedProtocolAndItsErrorsAreTriedAgain() throws Exception {
        post.answer = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
        post.tell(near("e10"), Set.of(), Channel.DINGTALK);
        post.send(Channel.DINGTALK);
        assertThat(state(Channel.DINGTALK).failure()).isEqualTo("answer 310000");
        post.answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
        post.later(Duration.ofMinutes(1));
        post.send(Channel.DINGTALK);
        assertThat(waiting(Channel.DINGTALK)).isZero();

        var call = post.calls.get(post.calls.size() - 1);
        String[] query = call.query().split("&");
        String time = query[1].substring("timestamp=".length());
        String sign = URLDecoder.decode(query[2].substring("sign=".length()), StandardCharsets.UTF_8);
        assertThat(query[0]).isEqualTo("access_token=x");
        assertThat(Base64.getDecoder().decode(sign))
                .isEqualTo(HttpCalls.signed(
                        PostOffice.SECRET, (time + "\n" + PostOffice.SECRET).getBytes(StandardCharsets.UTF_8)));
        assertThat(Long.parseLong(time)).isEqualTo(post.now.toEpochMilli());
        assertThat(new ObjectMapper().readTree(call.body()).path("msgtype").asText())
                .isEqualTo("text");
    }

    @Test
    void aReporterHearsByWhatTheyLeftAndTheirNumberStaysNowhere(CapturedOutput said) {
        CaseId byPhone = reported(new Report.Contact("王五", "138-0013 8123", "wang@home.example"));
        CaseId byMail = reported(new Report.Contact(null, null, "li@home.example"));
        CaseId byNothing = reported(Report.Contact.NONE);
        tellReporters(byPhone);
        tellReporters(byMail);
        tellReporters(byNothing);
        tellReporters(byPhone);
        post.send(Channel.SMS);
        post.send(Channel.MAIL);
        assertThat(post.calls).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/sms");
            assertThat(call.token()).isEqualTo("Bearer token");
            assertThat(call.text()).contains("\"phone\":\"" + PHONE + "\"").contains("已办结");
        });
        assertThat(post.smtp.mails()).singleElement().satisfies(mail -> assertThat(mail.to())
                .containsExactly("li@home.example"));
        assertThat(jdbc.queryForList("select n::text from notice n", String.class))
                .noneMatch(row -> row.contains("0013") || row.contains("home.example"));
        assertThat(said.getAll()).doesNotContain(PHONE).doesNotContain("home.example");
    }

    @Test
    void whoseContactWasErasedHearsNothingMore() {
        CaseId id = reported(new Report.Contact(null, PHONE, null));
        tellReporters(id);
        transaction.executeWithoutResult(status -> places.forEach(place -> place.erase(id)));
        post.send(Channel.SMS);
        assertThat(post.calls).isEmpty();
        assertThat(jdbc.queryForObject("select failure from notice", String.class))
                .isEqualTo("noAddress");
    }

    @Test
    void aNumberThatIsNoneIsNotSentAnywhere() {
        CaseId id = reported(new Report.Contact(null, "请不要打电话", null));
        tellReporters(id);
        post.send(Channel.SMS);
        assertThat(post.calls).isEmpty();
        assertThat(state(Channel.SMS).failure()).isEqualTo("address");
        assertThat(state(Channel.SMS).failingSince()).isNull();
    }

    @Test
    void whatIsNotUrgentWaitsForTheEndOfTheQuietHours() {
        Instant late = Instant.parse("2026-12-01T14:30:00Z"); // 22:30
        post.now = late;
        post.tell(near("e11"), Set.of("filing"), Channel.MAIL, Channel.BELL);
        post.tell(near("e12").asUrgent(), Set.of("filing"), Channel.MAIL);
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(1);
        assertThat(bell.unread("filing")).as("pages wake nobody").isEqualTo(1);
        post.now = Instant.parse("2026-12-01T22:59:59Z");
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(1);
        post.now = Instant.parse("2026-12-01T23:00:00Z"); // 07:00
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(2);
    }

    @Test
    void quietHoursAreTheCitys() {
        rules.put(new NoticeRules.Hours(LocalTime.of(12, 0), LocalTime.of(14, 0), LocalTime.of(9, 0)));
        assertThat(rules.undisturbed(Instant.parse("2026-12-01T05:00:00Z")))
                .isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
        rules.put(new NoticeRules.Hours(LocalTime.of(12, 0), LocalTime.of(12, 0), LocalTime.of(17, 30)));
        Instant noon = Instant.parse("2026-12-01T04:00:00Z");
        assertThat(rules.undisturbed(noon)).isEqualTo(noon);
    }

    @Test
    void aLeaderGetsOneDigestADay() throws Exception {
        for (int i = 0; i < 12; i++) {
            post.tell(near("e13-" + i), Set.of("supervisor"), Channel.DIGEST);
        }
        post.tell(News.of("e13-red", "clock.red", null), Set.of("supervisor"), Channel.DIGEST);
        post.digests.make();
        assertThat(bell.unread("supervisor")).as("it is not time").isZero();
        post.now = Instant.parse("2026-12-01T09:30:00Z"); // 17:30
        try (var threads = new Threads(4)) {
            threads.all(() -> {
                post.digests.make();
                return 0;
            });
        }
        post.digests.make();
        assertThat(bell.of("supervisor", null, Locale.ENGLISH).rings())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.body()).isEqualTo("Notices up to 2026-12-01:\nOverdue × 1\nNearly due × 12"));
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(1);
    }

    @Test
    void severalNodesSendEachNoticeOnce() throws Exception {
        for (int i = 0; i < 120; i++) {
            post.tell(near("e14-" + i), Set.of("filing"), Channel.MAIL);
        }
        try (var threads = new Threads(4)) {
            threads.all(() -> {
                post.send(Channel.MAIL);
                return 0;
            });
        }
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).hasSize(120);
        assertThat(post.smtp.mails().stream().map(mail -> mail.header("Message-ID")))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatADeadNodeHeldIsSentByAnotherUnderTheSameName() {
        post.tell(near("e15"), Set.of("filing"), Channel.MAIL);
        var rows = city.getBean(NoticeRows.class);
        var taken = rows.take(Channel.MAIL, post.now, post.now.plus(Duration.ofMinutes(5)), 10);
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).isEmpty();
        post.later(Duration.ofMinutes(6));
        post.send(Channel.MAIL);
        assertThat(post.smtp.mails()).singleElement().satisfies(mail -> assertThat(mail.header("Message-ID"))
                .isEqualTo("<" + taken.get(0).id() + "@gridcase>"));
    }

    @Test
    void aCityHasItsOwnWordsAndTheyNameOnlyWhatThereIs() {
        texts.put("clock.yellow", "zh-CN", new Text("速办 {number}", "<b>{number}</b>\n{due} 前"));
        post.tell(near("e16"), Set.of("filing"), Channel.BELL);
        assertThat(bell.of("filing", null, Locale.SIMPLIFIED_CHINESE).rings().get(0))
                .satisfies(it -> assertThat(it.title()).isEqualTo("速办 GC1"))
                .satisfies(it -> assertThat(it.body()).startsWith("<b>GC1</b>\n"));
        texts.drop("clock.yellow", "zh-CN");
        assertThat(bell.of("filing", null, Locale.SIMPLIFIED_CHINESE)
                        .rings()
                        .get(0)
                        .title())
                .isEqualTo("案件 GC1 即将超时");

        Text good = new Text("好", "好");
        assertThatThrownBy(() -> texts.put("clock.nothing", "zh-CN", good)).isInstanceOf(NoticeRefused.class);
        assertThatThrownBy(() -> texts.put("clock.yellow", "fr", good)).isInstanceOf(NoticeRefused.class);
        for (Text bad : List.of(
                new Text("", "好"),
                new Text("好", " "),
                new Text("标题\r\nBcc: a@b.example", "好"),
                new Text("好", "${T(java.lang.Runtime).getRuntime()}"),
                new Text("好", "{reporter} 的电话 {phone}"),
                new Text("好", "{number"),
                new Text("好", "a\u0000b"),
                new Text("长".repeat(81), "好"),
                new Text("好", "长".repeat(501)))) {
            assertThatThrownBy(() -> texts.put("clock.yellow", "zh-CN", bad))
                    .as(bad.toString())
                    .isInstanceOf(NoticeRefused.class);
        }
    }

    @Test
    void whatIsToldIsShortPlainAndNotPersonalAndNeverATemplate() {
        News news = near("e17")
                .with("number", "{due} $1 \\ {number}")
                .with("place", "很长".repeat(500))
                .with("class", "找张三 13912345678 <script>alert(1)</script>");
        post.tell(news, Set.of("filing"), Channel.BELL);
        var ring = bell.of("filing", null, Locale.SIMPLIFIED_CHINESE).rings().get(0);
        assertThat(ring.title()).isEqualTo("案件 {due} $1 \\ {number} 即将超时");
        assertThat(ring.body())
                .hasSizeLessThan(300)
                .doesNotContain("13912345678")
                .contains("<script>");
    }

    @Test
    void whatHasBeenReadIsReadAndNobodyReadsAnothers() {
        post.tell(near("e18"), Set.of("filing", "dispatch"), Channel.BELL);
        UUID theirs = bell.of("filing", null, Locale.ENGLISH).rings().get(0).id();
        assertThatThrownBy(() -> bell.read("dispatch", theirs)).isInstanceOf(NoticeRefused.class);
        bell.read("filing", theirs);
        assertThat(bell.unread("filing")).isZero();
        assertThat(bell.unread("dispatch")).isEqualTo(1);
        bell.readAll("dispatch");
        assertThat(bell.unread("dispatch")).isZero();
    }

    @Test
    void manyNoticesAreReadPageByPage() {
        for (int i = 0; i < 120; i++) {
            post.tell(near("e19-" + i), Set.of("filing"), Channel.BELL);
        }
        assertThat(bell.unread("filing")).isEqualTo(Bell.MOST_COUNTED);
        List<UUID> seen = new ArrayList<>();
        UUID next = null;
        do {
            var page = bell.of("filing", next, Locale.ENGLISH);
            page.rings().forEach(it -> seen.add(it.id()));
            next = page.next();
        } while (next != null);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void whatWasToldIsKeptForATimeAndWhatWaitsUntilItIsSent() {
        post.tell(near("e20"), Set.of("filing"), Channel.BELL, Channel.MAIL);
        int gone = city.getBean(NoticeTime.class).purge(post.now.plus(Duration.ofDays(90)), 100);
        assertThat(gone).isEqualTo(1);
        assertThat(waiting(Channel.MAIL)).isEqualTo(1);
    }

    @Test
    void aChannelThatIsNotSetUpKeepsNothing() {
        transaction.executeWithoutResult(status ->
                running.tell(near("e21"), Set.of("filing"), Set.of(Channel.MAIL, Channel.WEBHOOK, Channel.DINGTALK)));
        assertThat(jdbc.queryForObject("select count(*) from notice", Integer.class))
                .isZero();
    }

    private static News near(String event) {
        return News.of(event, "clock.yellow", null)
                .with("number", "GC1")
                .with("place", "东风街道")
                .with("class", "暴露垃圾", "Exposed rubbish")
                .say("clock", "clock.kind.HANDLING")
                .with("due", "2026-12-01 12:00");
    }

    private void tellReporters(CaseId id) {
        transaction.executeWithoutResult(status -> post.notices.tellReporters(
                News.of("closed/" + id, "resident.CLOSE", id).with("number", "GC1"), id));
    }

    private CaseId reported(Report.Contact contact) {
        return reports.submit(
                        new Report(
                                "resident",
                                "resident",
                                Uploader.holding("test"),
                                "路口有垃圾",
                                Flow.SOMEWHERE,
                                null,
                                "M06010",
                                List.of(),
                                contact),
                        null)
                .caseId();
    }

    private Outbox.State state(Channel channel) {
        return outbox.states().stream()
                .filter(it -> it.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private long waiting(Channel channel) {
        return state(channel).waiting();
    }

    private int tried() {
        return jdbc.queryForObject("select count(*) from notice where tries > 0", Integer.class);
    }

    private String failure(String recipient) {
        return jdbc.queryForObject(
                "select failure from notice where recipient = ? and state = 'FAILED'", String.class, recipient);
    }

    /** The same at once, as by several nodes. */
    private record Threads(int number) implements AutoCloseable {
        <T> List<T> all(Callable<T> work) throws Exception {
            var pool = Executors.newFixedThreadPool(number);
            try {
                List<T> done = new ArrayList<>();
                for (var one : pool.invokeAll(Collections.nCopies(number, work))) {
                    done.add(one.get());
                }
                return done;
            } finally {
                pool.shutdownNow();
            }
        }

        @Override
        public void close() {}
    }
}
