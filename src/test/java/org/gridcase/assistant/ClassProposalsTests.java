package org.gridcase.assistant;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;

class ClassProposalsTests {
    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;
    private static ClassProposals proposals;

    @EnableConfigurationProperties(AssistantSettings.class)
    @Import({ClassProposals.class, BackgroundLearning.class})
    static class Assistant {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Assistant.class)
                .web(WebApplicationType.NONE)
                .properties("gridcase.data-dir=" + data, "gridcase.assistant.patience=60s")
                .properties(properties)
                .run();
    }

    @BeforeAll
    static void start() {
        application = start(new String[0]);
        proposals = application.getBean(ClassProposals.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource({
        "垃圾桶满了，垃圾都掉到桶外面来了, M06042",
        "墙角地上丢着一袋垃圾，旁边没有垃圾桶, M06010",
        "空地上垃圾和渣土堆成小山，好几个月没人清, M06011",
        "路面全是灰土和污渍，没有人打扫, M06012",
        "大货车一路漏沙子，撒得满路都是, M06014",
        "路面坑坑洼洼，有个大坑, M06013",
        "水果店把货摆到门外人行道上卖, M09005",
        "没有店面的小贩在路边摆地摊占了人行道, M09006",
        "电线杆上贴满办证开锁的小广告, M07001",
        "楼顶的大型广告牌没有审批就装上了, M07003",
        "店铺招牌没按规定装，一家门口挂了好几块, M07006",
        "楼道里堆满了杂物和旧纸箱, M06036",
        "工地的钢筋水泥乱堆在围挡外面, M08006"
    })
    void theClassOfAConfusablePairIsAmongTheThree(String text, String serviceCode) {
        assertThat(proposals.propose(text).top3())
                .extracting(Candidate::serviceCode)
                .contains(serviceCode);
    }

    @Test
    void nineOfTenHeldOutReportsHaveTheirClassAmongTheThree() {
        var tally = new Tally();
        HeldOut.read()
                .forEach(report -> tally.add(
                        report.serviceCode(), proposals.propose(report.text()).top3()));

        assertThat(tally.amongThree()).isGreaterThan(0.9);
    }

    @Test
    void threeCandidatesComeLikeliestFirstWithSharesOfOne() {
        var confidences = proposals.propose("路灯不亮").top3().stream()
                .mapToDouble(Candidate::confidence)
                .toArray();

        assertThat(confidences).hasSize(3).isSortedAccordingTo((left, right) -> Double.compare(right, left));
        assertThat(confidences[0] + confidences[1] + confidences[2]).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\t", "😀😀🚧", "！！！???", "12345", "<p><br/></p>", "\uD83D"})
    void whoWritesNoWordGetsNoCandidates(String text) {
        assertThat(proposals.propose(text).top3()).isEmpty();
    }

    @Test
    void markupAndPicturesDoNotChangeTheProposal() {
        assertThat(proposals.propose("<div style=\"color:red\">路灯不亮</div>").top3())
                .isEqualTo(proposals.propose("路灯不亮").top3());
        assertThat(proposals.propose("😀路灯不亮😀").first().orElseThrow().serviceCode())
                .isEqualTo("M01037");
    }

    @Test
    void aReportWithoutEndIsReadToItsLimit() {
        var report = "路灯不亮，".repeat(20_000);

        assertThat(proposals.propose(report).top3())
                .hasSize(3)
                .isEqualTo(proposals
                        .propose(report.substring(0, ReportText.MOST_CHARACTERS))
                        .top3());
    }

    @Test
    void theSameTextGetsTheSameConfidencesFromEveryThread() {
        var answers = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> proposals.propose("桥下堆着旧沙发和垃圾").top3())
                .collect(toSet());

        assertThat(answers).hasSize(1);
    }

    @Test
    void anotherStartWithTheSameExamplesProposesTheSame() {
        try (var again = start(new String[0])) {
            var before = proposals.propose("河面漂着死鱼");
            var after = again.getBean(ClassProposals.class).propose("河面漂着死鱼");

            assertThat(after.top3()).isEqualTo(before.top3());
            assertThat(after.model()).isEqualTo(before.model());
        }
    }

    @Test
    void theTimeOfTheModelIsMeasured() {
        var timer = application
                .getBean(MeterRegistry.class)
                .get("gridcase.assistant.text")
                .timer();
        long before = timer.count();

        var proposal = proposals.propose("路灯不亮");

        assertThat(proposal.micros()).isPositive();
        assertThat(timer.count()).isEqualTo(before + 1);
    }

    @Test
    void whoFindsNoFreePlaceIsToldToComeBack() {
        var learning = application.getBean(BackgroundLearning.class);
        var none = new AssistantSettings(new ClassPathResource("assistant/phrases.tsv"), 0, Duration.ofMillis(10));
        var crowded = new ClassProposals(learning, none, new SimpleMeterRegistry());

        assertThatThrownBy(() -> crowded.propose("路灯不亮"))
                .isInstanceOfSatisfying(
                        AssistantBusy.class, busy -> assertThat(busy.key()).isEqualTo("assistant.busy"));
    }
}
