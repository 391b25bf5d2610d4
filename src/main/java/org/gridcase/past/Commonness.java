package org.gridcase.past;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.catalogue.Catalogue;

/** How often each class occurs, by season, weather and who sees it. */
final class Commonness {
    private static final String FILE = "/past/frequencies.tsv";
    private static final double TIMES_IN_ITS_SEASON = 2.2;
    private static final double TIMES_IN_A_STORM = 12;

    /** @param when spring, summer, autumn, winter, storm, ice, or any */
    private record Line(double weight, String when, boolean video, boolean sensor) {}

    private final CaseClass[] classes;
    private final Line[] lines;

    Commonness(Catalogue catalogue, long seed) {
        List<CaseClass> active =
                catalogue.all().stream().filter(CaseClass::active).toList();
        if (active.isEmpty()) {
            throw PastRefused.missing("classes");
        }
        Map<String, Line> known = read();
        classes = active.toArray(CaseClass[]::new);
        lines = new Line[classes.length];
        for (int i = 0; i < lines.length; i++) {
            String code = classes[i].serviceCode();
            lines[i] = known.getOrDefault(
                    code, new Line(0.02 + 0.25 * Math.pow(Dice.share(seed, "class " + code), 3), "any", false, false));
        }
    }

    private static Map<String, Line> read() {
        Map<String, Line> lines = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Commonness.class.getResourceAsStream(FILE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> lines.put(
                            cells[0],
                            new Line(
                                    Double.parseDouble(cells[1]),
                                    cells[2],
                                    cells[3].contains("v"),
                                    cells[3].contains("s"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** What happens on one day. */
    final class Day {
        private final double[] people = new double[lines.length];
        private final double[] video = new double[lines.length];
        private final double[] sensor = new double[lines.length];

        private Day(LocalDate day, Rhythm rhythm) {
            double all = 0;
            double seen = 0;
            double felt = 0;
            for (int i = 0; i < lines.length; i++) {
                double weight = lines[i].weight() * times(lines[i].when(), day, rhythm);
                people[i] = all += weight;
                video[i] = seen += lines[i].video() ? weight : 0;
                sensor[i] = felt += lines[i].sensor() ? weight : 0;
            }
        }

        CaseClass any(Dice dice, Channel channel) {
            double[] sums = channel == Channel.VIDEO ? video : channel == Channel.SENSOR ? sensor : people;
            return classes[dice.weighted(sums[sums.length - 1] > 0 ? sums : people)];
        }

        /** What somebody might take it for. */
        CaseClass similar(Dice dice, CaseClass to) {
            CaseClass other = to;
            for (int i = 0; i < 12; i++) {
                other = classes[dice.weighted(people)];
                if (!other.equals(to) && other.group().equals(to.group())) {
                    return other;
                }
            }
            return other;
        }
    }

    Day on(LocalDate day, Rhythm rhythm) {
        return new Day(day, rhythm);
    }

    private static double times(String when, LocalDate day, Rhythm rhythm) {
        String season =
                switch (day.getMonthValue()) {
                    case 3, 4, 5 -> "spring";
                    case 6, 7, 8 -> "summer";
                    case 9, 10, 11 -> "autumn";
                    default -> "winter";
                };
        if (when.equals("storm") || when.equals("ice")) {
            boolean now = when.equals("storm") ? rhythm.stormy(day) : rhythm.icy(day);
            return now ? TIMES_IN_A_STORM : 0.4;
        }
        return when.equals("any") ? 1 : when.equals(season) ? TIMES_IN_ITS_SEASON : 0.6;
    }
}
