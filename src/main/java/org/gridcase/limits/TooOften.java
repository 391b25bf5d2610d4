package org.gridcase.limits;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.gridcase.shared.Refusal;
import org.springframework.http.HttpHeaders;

/** One call more than the limit allows. */
public class TooOften extends Refusal {
    private static final int LONG = 120;

    private final Duration wait;

    private TooOften(Duration wait, String key, long number) {
        super(Kind.TOO_MANY, key, number);
        this.wait = wait;
    }

    static TooOften until(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        Duration whole = Duration.ofSeconds(seconds);
        return seconds < LONG
                ? new TooOften(whole, "limits.tooOften.seconds", seconds)
                : new TooOften(
                        whole, "limits.tooOften.minutes", whole.plusSeconds(59).toMinutes());
    }

    /** Puts on an answer when to come again. */
    public void tell(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
    }

    /** After how much time one may come again; whole seconds, at least one. */
    public Duration after() {
        return wait;
    }
}
