package org.gridcase.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridcase.policy.CaseStages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps and tasks of {@code case-handling}: what the flow learns of each, and which move of the case goes with it. */
@Component
class StageTurns implements CaseStages {
    private static final Map<String, List<Way>> WAYS = Map.ofEntries(
            Map.entry(
                    "classify",
                    List.of(new Way("classified", true, Move.CLASSIFY), new Way("classified", false, null))),
            Map.entry(
                    "assessMinor",
                    List.of(new Way("minor", true, Move.TAKE_ON_SPOT), new Way("minor", false, Move.ASK_FILING))),
            Map.entry("proposeFiling", List.of(new Way("", "", Move.PROPOSE_FILING))),
            Map.entry("route", List.of(new Way("", "", Move.PROPOSE_UNIT))),
            Map.entry("closeCase", List.of(new Way("", "", Move.CLOSE))),
            task(
                    "classifyCase",
                    ends("classified", Move.CLASSIFY),
                    ends("joined", Move.JOIN),
                    ends("annulled", Move.ANNUL)),
            task(
                    "handleOnSpot",
                    ends("check", Move.ASK_MINOR_CHECK),
                    ends("settled", Move.SETTLE),
                    ends("notMinor", Move.NOT_MINOR)),
            task("checkMinor", ends("passed", Move.PASS), ends("failed", Move.FAIL)),
            task(
                    "fileCase",
                    ends("filed", Move.FILE),
                    ends("confirm", Move.CONFIRM),
                    ends("joined", Move.JOIN),
                    ends("annulled", Move.ANNUL)),
            task("confirmOnSite", ends("real", Move.CONFIRMED_REAL), ends("notReal", Move.ANNUL)),
            task("dispatchCase", ends("dispatched", Move.DISPATCH), ends("sentBack", Move.SEND_BACK)),
            task("handleCase", ends("handled", Move.HANDLE), ends("sentBack", Move.SEND_BACK)),
            task("checkOnSite", ends("passed", Move.PASS), ends("failed", Move.FAIL)));

    /** @param move none if the case stays where it is */
    private record Way(String fact, Object value, @Nullable Move move) {

        Turn from(Stage stage) {
            Map<String, Object> facts = fact.isEmpty() ? Map.of() : Map.of(fact, value);
            try {
                return new Turn(facts, (move == null ? stage : stage.after(move)).name());
            } catch (CaseConflict refused) {
                return new Turn(facts, null);
            }
        }
    }

    private static Map.Entry<String, List<Way>> task(String key, Way... ways) {
        return Map.entry(key, Arrays.asList(ways));
    }

    private static Way ends(String outcome, Move move) {
        return new Way("outcome", outcome, move);
    }

    @Override
    public List<Turn> beginnings() {
        return List.of(
                new Turn(Map.of("reopened", false), Stage.REPORTED.name()),
                new Turn(Map.of("reopened", true), Stage.FILING.name()));
    }

    @Override
    public List<Turn> turns(String step, String stage) {
        Stage here = Stage.valueOf(stage);
        return WAYS.getOrDefault(step, List.of(new Way("", "", null))).stream()
                .map(way -> way.from(here))
                .toList();
    }

    @Override
    public boolean ended(String stage) {
        return Stage.valueOf(stage).ended();
    }
}
