package org.gridcase.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A robot in a DingTalk group: a text by its webhook, signed with the robot's secret and the time. */
@Component
class DingTalkCarrier implements Carrier {
    private final HttpCalls calls;
    private final NoticeSettings.DingTalk settings;
    private final Clock clock;

    DingTalkCarrier(HttpCalls calls, NoticeSettings settings, Clock clock) {
        this.calls = calls;
        this.settings = settings.dingtalk();
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.DINGTALK;
    }

    @Override
    public boolean ready() {
        return !settings.url().isBlank();
    }

    @Override
    public void send(Letter letter) {
        var body = Map.of("msgtype", "text", "text", Map.of("content", letter.title() + "\n" + letter.body()));
        byte[] answer = calls.post(settings.url() + signature(), calls.write(body), Map.of());
        // it says 200 to everything
        String code = calls.field(answer, "errcode");
        if (!code.equals("0")) {
            throw Undelivered.down("answer " + (code.matches("-?[0-9]{1,9}") ? code : "?"));
        }
    }

    private String signature() {
        if (settings.secret().isBlank()) {
            return "";
        }
        long now = clock.millis();
        byte[] signed =
                HttpCalls.signed(settings.secret(), (now + "\n" + settings.secret()).getBytes(StandardCharsets.UTF_8));
        String sign = URLEncoder.encode(Base64.getEncoder().encodeToString(signed), StandardCharsets.UTF_8);
        return (settings.url().contains("?") ? "&" : "?") + "timestamp=" + now + "&sign=" + sign;
    }
}
