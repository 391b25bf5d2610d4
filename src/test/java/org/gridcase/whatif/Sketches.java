package org.gridcase.whatif;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.calendar.Span;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.calendar.WorkingHours;
import org.gridcase.workflow.FlowModel;

/** Small flows, small pasts and small offices for tests. */
final class Sketches {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final long MINUTE = 60_000;
    /** A Monday at 9. */
    static final long NINE = LocalDate.of(2026, 11, 2)
            .atTime(LocalTime.of(9, 0))
            .atZone(ZONE)
            .toInstant()
            .toEpochMilli();

    private Sketches() {}

    /** @param lines one element or flow each, as in {@code person fileCase filing-clerk} or {@code a > b ${minor}} */
    static FlowModel flow(String lines) {
        var xml = new StringBuilder("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  id="d" targetNamespace="t"><process id="case-handling" isExecutable="true">
                """);
        int number = 0;
        for (String line : lines.strip().split("\n")) {
            String[] words = line.strip().split(" ", 4);
            xml.append(
                    switch (words[0]) {
                        case "start" -> "<startEvent id='%s'/>".formatted(words[1]);
                        case "end" -> "<endEvent id='%s'/>".formatted(words[1]);
                        case "person" ->
                            "<userTask id='%s' name='%s' camunda:candidateGroups='%s@${district}'/>"
                                    .formatted(words[1], words[1], words[2]);
                        case "step" ->
                            "<serviceTask id='%s' camunda:delegateExpression='${%s}'/>".formatted(words[1], words[1]);
                        case "which" -> "<exclusiveGateway id='%s'/>".formatted(words[1]);
                        case "all" -> "<parallelGateway id='%s'/>".formatted(words[1]);
                        case "wait" ->
                            ("<intermediateCatchEvent id='%s'><timerEventDefinition><timeDuration xsi:type="
                                            + "'tFormalExpression'>%s</timeDuration></timerEventDefinition>"
                                            + "</intermediateCatchEvent>")
                                    .formatted(words[1], words[2]);
                        case "alarm" ->
                            ("<boundaryEvent id='%s' attachedToRef='%s'><timerEventDefinition><timeDuration xsi:type="
                                            + "'tFormalExpression'>%s</timeDuration></timerEventDefinition>"
                                            + "</boundaryEvent>")
                                    .formatted(words[1], words[2], words[3]);
                        default ->
                            "<sequenceFlow id='f%d' sourceRef='%s' targetRef='%s'>%s</sequenceFlow>"
                                    .formatted(
                                            number++,
                                            words[0],
                                            words[2],
                                            words.length < 4
                                                    ? ""
                                                    : "<conditionExpression xsi:type='tFormalExpression'>" + words[3]
                                                            + "</conditionExpression>");
                    });
        }
        return FlowModel.read(
                xml.append("</process></definitions>").toString().getBytes(StandardCharsets.UTF_8), "case-handling");
    }

    /** Filed, then closed. */
    static FlowModel filing() {
        return flow("""
                start s
                person fileCase filing-clerk
                step closeCase
                end e
                s > fileCase
                fileCase > closeCase
                closeCase > e""");
    }

    static Counting counting() {
        var hours = new WorkingHours(
                EnumSet.allOf(DayOfWeek.class), List.of(new Span(LocalTime.of(8, 0), LocalTime.of(12, 0))));
        var calendar = new WorkingCalendar(ZONE, hours, List.of(), Set.of());
        return new Counting(any -> calendar, ZONE);
    }

    /** So many minutes after nine. */
    static List<Arrival> arrivals(double... minutes) {
        List<Arrival> all = new ArrayList<>();
        for (double minute : minutes) {
            all.add(new Arrival(
                    NINE + (long) (minute * MINUTE),
                    "410102",
                    "410102001",
                    "410102001001001",
                    "resident",
                    0,
                    null,
                    null,
                    "",
                    true));
        }
        return all;
    }

    static List<Fate> fates(List<Arrival> arrivals, Fate fate) {
        return arrivals.stream().map(any -> fate).toList();
    }

    /** One person does it, whenever it comes, one after another. */
    static Habits oneAfterAnother(Map<String, Integer> minutes) {
        var habits = new Habits();
        minutes.forEach((step, each) -> {
            Habit habit = habits.step(step, false);
            habit.took(each * MINUTE, "");
            habit.cameOut("filed", false);
        });
        return habits;
    }

    static void seats(Habits habits, String role, int people) {
        var seats = new int[Hours.WEEK];
        Arrays.fill(seats, people);
        habits.seats(new Desk(role, "410102"), seats);
    }

    static Side simulate(FlowModel flow, Habits habits, List<Arrival> arrivals, Fate fate) {
        return simulate(flow, habits, Map.of(), arrivals, fate);
    }

    static Side simulate(
            FlowModel flow, Habits habits, Map<String, Assumed> assumed, List<Arrival> arrivals, Fate fate) {
        var figures = new Figures(NINE, NINE + 30L * 24 * Hours.HOUR);
        new Simulation(flow, habits, assumed, counting(), 240 * MINUTE, 1, figures)
                .run(arrivals, fates(arrivals, fate), share -> {});
        return figures.side();
    }

    static Instant at(double minutes) {
        return Instant.ofEpochMilli(NINE + (long) (minutes * MINUTE));
    }
}
