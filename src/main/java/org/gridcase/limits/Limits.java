package org.gridcase.limits;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Turns away whoever comes too often. To be asked outside any transaction, in which others would wait for its end. */
@Component
public class Limits {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    private final Buckets buckets;
    private final Rates rates;
    private final List<KnownCaller> known;
    private final MeterRegistry meters;
    private final Refused refused = new Refused();

    Limits(Buckets buckets, Rates rates, List<KnownCaller> known, MeterRegistry meters) {
        this.buckets = buckets;
        this.rates = rates;
        this.known = known;
        this.meters = meters;
    }

    /**
     * Counts a call against its account or key, else against where it comes from.
     *
     * @throws TooOften with the time to wait
     */
    public void pass(Limit limit, HttpServletRequest request) {
        Optional<String> name = name(request);
        pass(name.isPresent() ? Limit.KNOWN : limit, name.orElseGet(() -> address(request)));
    }

    private Optional<String> name(HttpServletRequest request) {
        return Stream.concat(
                        Stream.ofNullable(request.getRemoteUser()).map(account -> "account " + account),
                        known.stream().flatMap(keys -> keys.of(request).stream()))
                .findFirst();
    }

    /** Where a call comes from, as limits count it. */
    public static String address(HttpServletRequest request) {
        return address(request.getRemoteAddr());
    }

    /** The same of an address that is known already. */
    public static String address(String address) {
        return Address.network(address);
    }

    /**
     * Counts a call against whatever is named.
     *
     * @throws TooOften with the time to wait
     */
    public void pass(Limit limit, String who) {
        String key = key(limit, who);
        Duration wait = refused.left(key);
        if (wait.isZero() || wait.isNegative()) {
            wait = taken(key, rates.of(limit));
        }
        refuse(limit, wait);
    }

    /** A limit that cannot be counted keeps nobody out: what lies behind it says what is amiss. */
    private Duration taken(String key, Rate rate) {
        try {
            if (buckets.take(key, rate)) {
                return Duration.ZERO;
            }
            Duration wait = atLeastOne(buckets.wait(key, rate));
            refused.remember(key, wait);
            return wait;
        } catch (DataAccessException uncounted) {
            LOG.warn("a call could not be counted: {}", uncounted.getClass().getSimpleName());
            return Duration.ZERO;
        }
    }

    private static Duration atLeastOne(Duration wait) {
        return wait.isZero() || wait.isNegative() ? Duration.ofMillis(1) : wait;
    }

    private void refuse(Limit limit, Duration wait) {
        if (!wait.isZero() && !wait.isNegative()) {
            meters.counter("gridcase.refused", "limit", limit.code()).increment();
            throw TooOften.until(wait);
        }
    }

    /** Only looks, where what counts is known later: {@link #spend} then counts it. */
    public void look(Limit limit, String who) {
        refuse(limit, buckets.wait(key(limit, who), rates.of(limit)));
    }

    /** Counts what happened, also beyond the limit: many at once, none of which could be refused, are all counted. */
    public void spend(Limit limit, String who) {
        buckets.spend(key(limit, who), rates.of(limit));
    }

    /** Nothing was counted against it. */
    public void forget(Limit limit, String who) {
        buckets.forget(key(limit, who));
    }

    /** Keeps in mind for a time that somebody is trusted; asked by {@link #trusts}. */
    public void trust(String who, Duration time) {
        buckets.keep(trusted(who), time);
    }

    public boolean trusts(String who) {
        return !buckets.left(trusted(who)).isZero();
    }

    private static String trusted(String who) {
        return Key.of("trusted", who);
    }

    private static String key(Limit limit, String who) {
        return Key.of(limit.code(), who);
    }
}
