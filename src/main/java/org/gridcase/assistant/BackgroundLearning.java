package org.gridcase.assistant;

import ai.onnxruntime.OrtException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
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
    private static final Duration LONGEST_EMBEDDING = Duration.ofSeconds(10);

    private final Learner learner;
    private volatile @Nullable Thread learning;

    BackgroundLearning(AssistantSettings settings, @Value("${gridcase.data-dir:${user.home}/.gridcase}") Path data) {
        this.learner = new Learner(
                Phrases.read(settings.phrases()), new LearntFile(data.resolve("assistant/text-classes.bin")));
    }

    /** Not in a program that only runs a command: nobody would ask what it learns. */
    @EventListener(
            classes = ApplicationReadyEvent.class,
            condition = "@environment.getProperty('gridcase.assistant.learn', 'true') == 'true'")
    void start() {
        var thread = new Thread(this::learn, "assistant-learning");
        thread.setDaemon(true);
        learning = thread;
        thread.start();
    }

    private void learn() {
        try {
            var learnt = learner.learn();
            if (!reader.complete(learnt)) {
                learnt.close();
            }
        } catch (CancellationException ended) {
            reader.cancel(false);
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

    /** Waits for a sentence that is being read, because what reads it is native and would be taken from under it. */
    void close() throws OrtException {
        Thread thread = learning;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(LONGEST_EMBEDDING.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (!reader.cancel(false) && !reader.isCompletedExceptionally()) {
            reader.join().close();
        }
    }
}
