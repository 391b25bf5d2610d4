package org.gridcase.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a report with an Idempotency-Key count once, however often and however simultaneously it is sent. */
@Component
class Retries {
    private static final int LONGEST_KEY = 200;
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    Retries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Within the caller's transaction: the second of two senders waits at the insert until the first has committed. */
    Receipt once(Report report, String key, Supplier<Receipt> open) {
        if (key.length() > LONGEST_KEY) {
            throw ReportRefused.keyTooLong(LONGEST_KEY);
        }
        byte[] fingerprint = fingerprint(report);
        int claimed = jdbc.sql("""
                        insert into intake_key (sender, key, fingerprint, made_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(owner(report), key, fingerprint, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (claimed == 0) {
            return first(report, key, fingerprint);
        }
        Receipt receipt = open.get();
        jdbc.sql("update intake_key set case_id = ?, number = ?, secret = ? where sender = ? and key = ?")
                .params(receipt.caseId().value(), receipt.number(), receipt.secret(), owner(report), key)
                .update();
        return receipt;
    }

    private Receipt first(Report report, String key, byte[] fingerprint) {
        return jdbc.sql("select fingerprint, case_id, number, secret from intake_key where sender = ? and key = ?")
                .params(owner(report), key)
                .query((row, n) -> {
                    if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
                        throw ReportRefused.keyReused();
                    }
                    return new Receipt(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            row.getString("number"),
                            row.getString("secret"));
                })
                .single();
    }

    /** Residents have no account: their browser's upload secret tells them apart. */
    private static String owner(Report report) {
        return report.channel()
                + ':'
                + report.sender()
                + ':'
                + hex(report.uploader().value());
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] fingerprint(Report report) {
        return sha256(String.join(
                "\u0000",
                report.description(),
                String.valueOf(report.place()),
                String.valueOf(report.address()),
                String.valueOf(report.serviceCode()),
                report.photos().toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    @Transactional
    void forgetOld() {
        jdbc.sql("delete from intake_key where made_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
