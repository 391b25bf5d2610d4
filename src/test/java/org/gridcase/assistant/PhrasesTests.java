package org.gridcase.assistant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class PhrasesTests {

    @Test
    void theExamplesThatComeAlongCoverSixtyClassesWithSixPhrasesEach() {
        var shipped = Phrases.read(new ClassPathResource("assistant/phrases.tsv"));

        var ofClass = shipped.all().stream().collect(groupingBy(Phrase::serviceCode, counting()));
        assertThat(ofClass).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ofClass.values()).allMatch(count -> count >= 6);
    }

    @Test
    void noHeldOutReportIsAnExample() {
        var examples = Phrases.read(new ClassPathResource("assistant/phrases.tsv")).all().stream()
                .map(Phrase::text)
                .collect(Collectors.toSet());

        assertThat(HeldOut.read()).extracting(Phrase::text).doesNotContainAnyElementsOf(examples);
    }

    @Test
    void everyHeldOutClassHasExamples() {
        var examples = Phrases.read(new ClassPathResource("assistant/phrases.tsv"));

        assertThat(HeldOut.read()).extracting(Phrase::serviceCode).isSubsetOf(examples.serviceCodes());
    }

    @Test
    void aClassWithTooFewExamplesIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(lines("M06010", 5) + lines("M06011", 4)))
                .withMessageContaining("M06011");
    }

    @Test
    void aLineWithoutAServiceCodeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("垃圾\t路边有垃圾\n"))
                .withMessageContaining("路边有垃圾");
    }

    private static String lines(String code, int count) {
        return String.join("", Collections.nCopies(count, code + "\t路边有垃圾\n"));
    }

    private static Phrases read(String lines) {
        return Phrases.read(new ByteArrayResource(("service_code\ttext\n" + lines).getBytes(StandardCharsets.UTF_8)));
    }
}
