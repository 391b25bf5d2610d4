package org.gridcase.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which channels the city tells people. A channel without an address is off. Secrets come from the environment.
 *
 * @param mail who mail is from; the mail server is {@code spring.mail}
 * @param patience how long something is tried again before it has failed
 */
@ConfigurationProperties("gridcase.notice")
record NoticeSettings(
        @DefaultValue Mail mail,
        @DefaultValue Sms sms,
        @DefaultValue DingTalk dingtalk,
        @DefaultValue Webhook webhook,
        @DefaultValue("3d") Duration patience) {

    record Mail(@DefaultValue("") String from) {}

    record Sms(
            @DefaultValue("") String url, @DefaultValue("") String token) {
        @Override
        public String toString() {
            return "Sms";
        }
    }

    record DingTalk(
            @DefaultValue("") String url, @DefaultValue("") String secret) {
        @Override
        public String toString() {
            return "DingTalk";
        }
    }

    record Webhook(
            @DefaultValue("") String url, @DefaultValue("") String secret) {
        @Override
        public String toString() {
            return "Webhook";
        }
    }
}
