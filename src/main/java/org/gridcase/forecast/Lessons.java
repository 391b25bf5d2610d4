package org.gridcase.forecast;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Learns anew from what has ended since: each night, or when somebody says so. */
@Component
class Lessons {
    private static final Logger log = LoggerFactory.getLogger(Lessons.class);
    private static final double EARLIER = 0.8;

    private final Histories histories;
    private final Models models;
    private final ForecastSettings settings;

    Lessons(Histories histories, Models models, ForecastSettings settings) {
        this.histories = histories;
        this.models = models;
        this.settings = settings;
    }

    @Scheduled(cron = "${gridcase.forecast.nightly:0 30 4 * * *}", zone = "${gridcase.zone:Asia/Shanghai}")
    void nightly() {
        learn("system")
                .ifPresent(it -> log.info(
                        "lateness learnt from {} cases: Brier {}, {} times the rule's hits",
                        it.learnt(),
                        it.brier(),
                        it.lift()));
    }

    /**
     * Measured on the last fifth by what the four before have taught; kept is what all have taught.
     *
     * @return none where too few have ended
     */
    Optional<Measures> learn(String by) {
        List<History> all = histories.last(settings.sample());
        if (all.size() < settings.fewest() || all.stream().noneMatch(History::late)) {
            return Optional.empty();
        }
        int cut = (int) (all.size() * EARLIER);
        List<History> earlier = all.subList(0, cut);
        var measures = Measures.of(Learner.learn(earlier), earlier, all.subList(cut, all.size()));
        models.add(Learner.learn(all), measures, all.size(), by);
        return Optional.of(measures);
    }
}
