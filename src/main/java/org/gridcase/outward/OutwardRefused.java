package org.gridcase.outward;

import org.gridcase.shared.Refusal;

/** An address that we do not call, or an answer that we do not take. */
public class OutwardRefused extends Refusal {

    private OutwardRefused(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static OutwardRefused noAddress() {
        return new OutwardRefused("outward.address.bad");
    }

    static OutwardRefused scheme() {
        return new OutwardRefused("outward.address.scheme");
    }

    static OutwardRefused credentials() {
        return new OutwardRefused("outward.address.credentials");
    }

    static OutwardRefused port(int port) {
        return new OutwardRefused("outward.address.port", String.valueOf(port));
    }

    static OutwardRefused inner(String host) {
        return new OutwardRefused("outward.address.inner", host);
    }

    static OutwardRefused unknownHost(String host) {
        return new OutwardRefused("outward.address.unknown", host);
    }

    static OutwardRefused answerTooLarge(long most) {
        return new OutwardRefused("outward.answer.tooLarge", most);
    }

    static OutwardRefused tooSlow(long seconds) {
        return new OutwardRefused("outward.answer.tooSlow", seconds);
    }
}
