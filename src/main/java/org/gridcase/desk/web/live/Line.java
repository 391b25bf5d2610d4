package org.gridcase.desk.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A stream of events to one page, open without a thread of its own; whoever cannot be reached is hung up on at once. */
final class Line {
    private final AsyncContext context;

    private Line(AsyncContext context) {
        this.context = context;
    }

    static Line open(HttpServletRequest request, HttpServletResponse response, Duration longest) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // proxies pass it on at once
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(longest.toMillis());
        return new Line(context);
    }

    void whenOver(Runnable step) {
        context.addListener(new AsyncListener() {
            @Override
            public void onComplete(AsyncEvent event) {
                step.run();
            }

            @Override
            public void onTimeout(AsyncEvent event) {
                close();
            }

            @Override
            public void onError(AsyncEvent event) {
                close();
            }

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }

    synchronized void send(String event) {
        try {
            var out = context.getResponse().getOutputStream();
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    void close() {
        try {
            context.complete();
        } catch (IllegalStateException over) {
            // it has ended by itself meanwhile
        }
    }
}
