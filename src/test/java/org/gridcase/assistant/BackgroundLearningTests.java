package org.gridcase.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class BackgroundLearningTests {
    @TempDir
    Path data;

    @Test
    void whoAsksBeforeItHasLearntIsToldToComeBack() {
        var settings = new AssistantSettings(new ClassPathResource("assistant/phrases.tsv"), 1, Duration.ofMillis(10));

        assertThatThrownBy(() -> new BackgroundLearning(settings, data).reader(settings.patience()))
                .isInstanceOfSatisfying(
                        AssistantBusy.class, busy -> assertThat(busy.key()).isEqualTo("assistant.learning"));
    }

    @Test
    void examplesThatCannotBeReadStopTheStart() {
        var broken = new ByteArrayResource("service_code\ttext\nno code".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new BackgroundLearning(new AssistantSettings(broken, 1, Duration.ofMillis(10)), data))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What reads sentences is native: a program that ends under it would crash. */
    @Test
    void aProgramThatEndsWhileItLearnsWaitsForTheSentenceAtHandAndKeepsNothingHalfLearnt() throws Exception {
        var settings = new AssistantSettings(new ClassPathResource("assistant/phrases.tsv"), 1, Duration.ofMillis(10));
        var learning = new BackgroundLearning(settings, data);

        learning.start();
        learning.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("assistant-learning");
        assertThat(data.resolve("assistant/text-classes.bin")).doesNotExist();
        assertThatThrownBy(() -> learning.reader(settings.patience())).isInstanceOf(AssistantBusy.class);
    }
}
