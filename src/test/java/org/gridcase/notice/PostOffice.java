package org.gridcase.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.gridcase.outward.Outward;
import org.gridcase.outward.OutwardForTests;
import org.gridcase.privacy.Masking;
import org.gridcase.testing.SmtpServer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All channels set up, each leading to a server on this machine, at an hour that the test chooses. */
final class PostOffice implements AutoCloseable {
    static final String SECRET = "SECsomething";

    final List<Call> calls = new CopyOnWriteArrayList<>();
    volatile Instant now = Instant.parse("2026-12-01T02:00:00Z");
    volatile String answer = "{\"errcode\":0}";
    volatile int status = 200;
    SmtpServer smtp;
    final Notices notices;
    final Courier courier;
    final Digests digests;

    private final HttpServer http;
    private final TransactionTemplate transaction;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    /** What one of the gateways was asked. */
    record Call(String path, String query, String signature, String token, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    PostOffice(ApplicationContext city) throws IOException {
        this(city, null);
    }

    /** @param webhook another address of the webhook than this machine's */
    PostOffice(ApplicationContext city, @Nullable String webhook) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", this::take);
        http.start();
        smtp = SmtpServer.start(0);
        sender.setHost("localhost");
        sender.setPort(smtp.port());
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        String here = "http://localhost:" + http.getAddress().getPort();
        var settings = new NoticeSettings(
                new NoticeSettings.Mail("gridcase@city.example"),
                new NoticeSettings.Sms(here + "/sms", "token"),
                new NoticeSettings.DingTalk(here + "/robot?access_token=x", SECRET),
                new NoticeSettings.Webhook(webhook == null ? here + "/hook" : webhook, SECRET),
                Duration.ofDays(3));
        Clock clock = clock();
        Outward outward = OutwardForTests.reaching(http.getAddress().getPort());
        var http = new HttpCalls(outward, new ObjectMapper());
        var carriers = new Carriers(List.of(
                new MailCarrier(provided(sender), settings),
                new SmsCarrier(http, settings),
                new DingTalkCarrier(http, settings, clock),
                new WebhookCarrier(http, settings)));
        var rows = city.getBean(NoticeRows.class);
        var rules = city.getBean(NoticeRules.class);
        notices = new Notices(
                rows,
                carriers,
                rules,
                city.getBean(NoticeTexts.class),
                city.getBean(Reporters.class),
                city.getBean(Masking.class),
                city,
                clock);
        courier = new Courier(
                rows,
                city.getBean(ChannelRows.class),
                carriers,
                city.getBean(Wording.class),
                city.getBean(Preferences.class),
                city.getBean(Reporters.class),
                rules,
                settings,
                clock);
        var transactions = city.getBean(PlatformTransactionManager.class);
        digests = new Digests(rules, notices, city.getBean(JdbcTemplate.class), clock, transactions);
        transaction = new TransactionTemplate(transactions);
    }

    private static ObjectProvider<JavaMailSender> provided(JavaMailSender sender) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return beans.getBeanProvider(JavaMailSender.class);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private void take(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        calls.add(new Call(
                call.getRequestURI().getPath(),
                String.valueOf(call.getRequestURI().getRawQuery()),
                String.valueOf(headers.getFirst("X-GridCase-Signature")),
                String.valueOf(headers.getFirst("Authorization")),
                call.getRequestBody().readAllBytes()));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    int tell(News news, Set<String> accounts, Channel... channels) {
        Integer told = transaction.execute(status -> notices.tell(news, accounts, Set.of(channels)));
        return told == null ? 0 : told;
    }

    void send(Channel channel) {
        while (courier.round(channel)) {
            // until nothing is due
        }
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void mailServerComesBack() throws IOException {
        smtp = SmtpServer.start(sender.getPort());
    }

    @Override
    public void close() throws IOException {
        smtp.close();
        http.stop(0);
    }
}
