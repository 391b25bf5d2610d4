package org.gridcase.assistant;

import ai.onnxruntime.OrtException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Proposes the classes of the standard that a report may belong to; a person or a table decides. */
@Component
public class ClassProposals {
    private static final int CANDIDATES = 3;

    private final BackgroundLearning learning;
    private final int concurrency;
    private final Semaphore places;
    private final Duration patience;
    private final Timer timer;

    ClassProposals(BackgroundLearning learning, AssistantSettings settings, MeterRegistry meters) {
        this.learning = learning;
        this.concurrency = settings.concurrency();
        this.places = new Semaphore(concurrency, true);
        this.patience = settings.patience();
        this.timer = Timer.builder("gridcase.assistant.text")
                .description("Time of the text model for one report")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * The three likeliest classes of what a person wrote, whatever it is; none if it holds no word. Reads the first
     * 2,000 characters, and of these what the model can take: about 500.
     *
     * @throws AssistantBusy if the model is not ready or not free within the configured patience
     */
    public Proposal propose(String text) {
        var reader = learning.reader(patience);
        var readable = ReportText.of(text);
        if (!ReportText.saysSomething(readable)) {
            return new Proposal(List.of(), reader.name(), 0);
        }
        takePlace();
        try {
            return proposal(reader, readable);
        } finally {
            places.release();
        }
    }

    private Proposal proposal(TextReader reader, String text) {
        long start = System.nanoTime();
        var candidates = reader.likeliest(CANDIDATES, text);
        long nanos = System.nanoTime() - start;
        timer.record(nanos, TimeUnit.NANOSECONDS);
        return new Proposal(candidates, reader.name(), TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw AssistantBusy.withOthers();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantBusy.withOthers();
        }
    }

    /** Waits for those who are reading: the model's memory is not ours to free under them. */
    @PreDestroy
    void close() throws InterruptedException, OrtException {
        if (places.tryAcquire(concurrency, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            learning.close();
        }
    }
}
