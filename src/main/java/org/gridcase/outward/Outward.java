package org.gridcase.outward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls others by addresses that somebody gave us: never this machine, its network or a cloud's inner services, unless
 * the administrator names them; no redirects, no cookies, no proxy, and an answer of bounded size in bounded time.
 */
@Component
public class Outward {
    private static final byte[] NOTHING = {};

    private final OutwardSettings settings;
    private final DnsResolver names;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "outward-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    Outward(OutwardSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    Outward(OutwardSettings settings, DnsResolver names) {
        this.settings = settings;
        this.names = names;
    }

    /**
     * What came back.
     *
     * @param status also of a redirect, which is not followed
     * @param type the media type it claims to be, empty if none
     */
    public record Answer(int status, String type, byte[] body) {}

    /**
     * Whether an address may be called, as far as it can be told from its spelling; to be asked when it is entered.
     *
     * @throws OutwardRefused if not
     */
    public void check(String address) {
        Target.of(address, settings);
    }

    /**
     * @throws OutwardRefused if the address may not be called, or the answer is too large or takes too long
     * @throws UncheckedIOException if nobody answers
     */
    public Answer get(String address) {
        Target target = Target.of(address, settings);
        return call(target, new HttpGet(target.address()));
    }

    /**
     * @param type of the body, such as {@code application/json}
     * @throws OutwardRefused if the address may not be called, or the answer is too large or takes too long
     * @throws UncheckedIOException if nobody answers
     */
    public Answer post(String address, String type, byte[] body) {
        return post(address, type, body, Map.of());
    }

    /**
     * The same with further headers, which are ours to choose.
     *
     * @throws OutwardRefused if the address may not be called, or the answer is too large or takes too long
     * @throws UncheckedIOException if nobody answers
     */
    public Answer post(String address, String type, byte[] body, Map<String, String> headers) {
        Target target = Target.of(address, settings);
        var request = new HttpPost(target.address());
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
        return call(target, request);
    }

    private Answer call(Target target, HttpUriRequestBase request) {
        // whoever sends a byte a minute keeps every other limit
        var alarm = watch.schedule(request::cancel, settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        try (CloseableHttpClient client = client(settings.isInner(target.host(), target.port()))) {
            return client.execute(request, this::read);
        } catch (UnknownHostException e) {
            throw OutwardRefused.unknownHost(target.host());
        } catch (IOException e) {
            if (request.isCancelled()) {
                throw OutwardRefused.tooSlow(settings.patience().toSeconds());
            }
            throw new UncheckedIOException(e);
        } finally {
            alarm.cancel(false);
        }
    }

    private CloseableHttpClient client(boolean inner) {
        Timeout patience = Timeout.of(settings.patience());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(names, inner))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setAuthenticationEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("GridCase")
                .build();
    }

    private Answer read(ClassicHttpResponse response) throws IOException {
        Header type = response.getFirstHeader("Content-Type");
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? NOTHING : bounded(entity.getContent());
        return new Answer(response.getCode(), type == null ? "" : type.getValue(), body);
    }

    private byte[] bounded(InputStream content) throws IOException {
        int most = Math.toIntExact(settings.most().toBytes());
        byte[] read = content.readNBytes(most + 1);
        if (read.length > most) {
            throw OutwardRefused.answerTooLarge(settings.most().toKilobytes());
        }
        return read;
    }
}
