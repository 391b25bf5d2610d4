package org.gridcase.notice;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Short messages by the city's gateway: one JSON object each, with a token. */
@Component
class SmsCarrier implements Carrier {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,20}");

    private final HttpCalls calls;
    private final NoticeSettings.Sms settings;

    SmsCarrier(HttpCalls calls, NoticeSettings settings) {
        this.calls = calls;
        this.settings = settings.sms();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean ready() {
        return !settings.url().isBlank();
    }

    @Override
    public void send(Letter letter) {
        String number = letter.address().replaceAll("[\\s()-]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw Undelivered.refused("address");
        }
        var body = Map.of("id", letter.id().toString(), "phone", number, "text", letter.body());
        calls.post(settings.url(), calls.write(body), Map.of("Authorization", "Bearer " + settings.token()));
    }
}
