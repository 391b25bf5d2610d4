package org.gridcase.assistant;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Teaches the text model once the application is up, so that starting doesn't wait for it. */
@Component
class BackgroundLearning {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLearning.class);

    private final CompletableFuture<TextReader> reader = new CompletableFuture<>();
    private final Learner learner;

    BackgroundLearning(AssistantSettings settings, @Value("${gridcase.data-dir:${user.home}/.gridcase}") Path data) {
        this.learner = new Learner(
                Phrases.read(settings.phrases()), new LearntFile(data.resolve("assistant/text-classes.bin")));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var thread = new Thread(this::learn, "assistant-learning");
        thread.setDaemon(true);
        thread.start();
    }

    private void learn() {
        try {
            var learnt = learner.learn();
            if (!reader.complete(learnt)) {
                learnt.close();
            }
        } catch (Exception | LinkageError e) {
            LOG.error("The assistant cannot learn and will propose nothing", e);
            reader.completeExceptionally(e);
        }
    }

    /** What was learnt, once it is there. */
    TextReader reader(Duration patience) {
        try {
            return reader.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw AssistantBusy.learning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantBusy.learning();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The assistant has learnt nothing", e.getCause());
        }
    }

    void close() throws OrtException {
        if (!reader.cancel(false) && !reader.isCompletedExceptionally()) {
            reader.join().close();
        }
    }
}
