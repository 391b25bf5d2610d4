package org.gridcase.notice;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Another program of the city: one JSON object each, signed over its bytes. */
@Component
class WebhookCarrier implements Carrier {
    private final HttpCalls calls;
    private final NoticeSettings.Webhook settings;

    WebhookCarrier(HttpCalls calls, NoticeSettings settings) {
        this.calls = calls;
        this.settings = settings.webhook();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean ready() {
        return !settings.url().isBlank();
    }

    @Override
    public void send(Letter letter) {
        var body = new TreeMap<String, Object>(Map.of(
                "id", letter.id().toString(),
                "template", letter.template(),
                "title", letter.title(),
                "body", letter.body(),
                "at", letter.at().toString()));
        if (letter.caseId() != null) {
            body.put("case", letter.caseId().toString());
        }
        byte[] bytes = calls.write(body);
        Map<String, String> headers = settings.secret().isBlank()
                ? Map.of()
                : Map.of(
                        "X-GridCase-Signature",
                        "sha256=" + HexFormat.of().formatHex(HttpCalls.signed(settings.secret(), bytes)));
        calls.post(settings.url(), bytes, headers);
    }
}
