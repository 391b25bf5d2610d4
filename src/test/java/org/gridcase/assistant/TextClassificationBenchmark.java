package org.gridcase.assistant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/**
 * Prints how quick and how right the text model is, on the examples (cross-validated) and on reports written by
 * somebody who has not seen them. Not part of the suite: {@code ./mvnw -q test -Dtest=TextClassificationBenchmark}
 */
class TextClassificationBenchmark {
    private static final int ROUNDS = 5;

    @TempDir
    Path data;

    private final Phrases examples = Phrases.read(new ClassPathResource("assistant/phrases.tsv"));
    private final List<Phrase> heldOut = HeldOut.read();

    @Test
    void print() throws Exception {
        var learner = new Learner(examples, new LearntFile(data.resolve("text-classes.bin")));
        long first = millis(() -> learner.learn().name());
        long again = millis(() -> learner.learn().name());
        try (var reader = learner.learn()) {
            System.out.printf("%nfirst start, learning in the background   %6d ms%n", first);
            System.out.printf("next start, from the file                 %6d ms%n", again);
            System.out.printf(
                    "sharpness                                 %6.3f%n",
                    reader.classes().sharpness());
            speed(reader);
            crossValidated(reader);
            heldOut(reader);
        }
    }

    private static long millis(Callable<String> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private void speed(TextReader reader) throws Exception {
        read(reader);
        long[] nanos = read(reader);
        Arrays.sort(nanos);
        System.out.printf("one thread: ms a report, p50              %6.2f%n", nanos[nanos.length / 2] / 1e6);
        System.out.printf("one thread: ms a report, p99              %6.2f%n", nanos[nanos.length * 99 / 100] / 1e6);
        var threads = Executors.newFixedThreadPool(2);
        long start = System.nanoTime();
        threads.invokeAll(List.<Callable<long[]>>of(() -> read(reader), () -> read(reader)));
        double seconds = (System.nanoTime() - start) / 1e9;
        threads.shutdown();
        System.out.printf("two threads: reports a second             %6.0f%n", 2 * nanos.length / seconds);
    }

    private long[] read(TextReader reader) {
        return IntStream.range(0, ROUNDS * heldOut.size())
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    reader.likeliest(3, heldOut.get(i % heldOut.size()).text());
                    return System.nanoTime() - start;
                })
                .toArray();
    }

    private void crossValidated(TextReader reader) {
        var codes = reader.classes().serviceCodes();
        var vectors = new ArrayList<Example>();
        for (var phrase : examples.all()) {
            vectors.add(new Example(
                    codes.indexOf(phrase.serviceCode()), reader.model().embed(phrase.text())));
        }
        var tally = new Tally();
        for (var answer : CrossValidation.of(codes.size(), vectors)) {
            var candidates = TextClasses.likeliest(
                    3, codes, Softmax.of(answer.scores(), reader.classes().sharpness()));
            tally.add(codes.get(answer.type()), candidates);
        }
        tally.print("examples, cross-validated");
    }

    private void heldOut(TextReader reader) {
        var tally = new Tally();
        heldOut.forEach(report -> tally.add(report.serviceCode(), reader.likeliest(3, report.text())));
        tally.print("held-out reports");
    }
}
