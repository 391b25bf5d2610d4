package org.gridcase.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.catalogue.CaseClass;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** Everything that was reported on one day, each told to its end. */
final class DayOfTales {
    private static final int REMEMBERED = 12;
    private static final double REPORTED_AGAIN = 0.03;

    private final World world;
    private final LocalDate day;
    private final Instant end;
    private final Map<String, Deque<Told>> recent = new HashMap<>();

    private record Told(Tale tale, CaseClass what) {}

    /** @param end what is not over by then is left out, for nobody is there to go on with it */
    DayOfTales(World world, LocalDate day, Instant end) {
        this.world = world;
        this.day = day;
        this.end = end;
    }

    List<Tale> tell() {
        var dice = Dice.of(world.seed(), "tales " + day);
        var rhythm = world.rhythm();
        var common = world.common().on(day, rhythm);
        List<String> districts = world.ground().districts();
        double[] pressure = districts.stream()
                .mapToDouble(district -> rhythm.pressure(district, day))
                .toArray();
        Map<String, Double> byDistrict = new HashMap<>();
        for (int i = 0; i < pressure.length; i++) {
            byDistrict.put(districts.get(i), pressure[i]);
        }
        double[] sums = world.ground().sums(pressure);
        Arrival[] arrivals = arrivals(dice, rhythm.cases(day));
        long number = rhythm.before(day);
        List<Tale> tales = new ArrayList<>(arrivals.length);
        for (Arrival arrival : arrivals) {
            number++;
            Spot spot = world.ground().spot(dice, sums);
            CaseClass what = common.any(dice, arrival.channel());
            Told again = again(dice, arrival, spot);
            if (again != null) {
                spot = again.tale().spot;
                what = again.what();
            }
            Tale tale = tale(dice, arrival, number, spot);
            double here = byDistrict.getOrDefault(spot.at().district(), 0.0);
            new Teller(world, tale, what, common, here, end).tell(again == null ? null : again.tale());
            remember(tale, what);
            tales.add(tale);
        }
        tales.removeIf(tale -> !tale.overBy(end));
        return tales;
    }

    private record Arrival(int milli, Channel channel) {}

    private static Arrival[] arrivals(Dice dice, int cases) {
        var arrivals = new Arrival[cases];
        for (int i = 0; i < cases; i++) {
            Channel channel = Channel.any(dice);
            arrivals[i] = new Arrival(Rhythm.second(dice, channel) * 1_000 + dice.below(1_000), channel);
        }
        Arrays.sort(arrivals, (a, b) -> Integer.compare(a.milli(), b.milli()));
        return arrivals;
    }

    private Tale tale(Dice dice, Arrival arrival, long number, Spot spot) {
        Instant at = day.atStartOfDay(world.zone()).toInstant().plusMillis(arrival.milli());
        var own = new Dice(dice.bits());
        var id = new CaseId(Tale.uuid(own, at));
        return new Tale(
                id,
                number(day, number),
                arrival.channel(),
                spot,
                at,
                world.precedents().release(),
                world.times().begin(id, spot.at().district()),
                own);
    }

    static String number(LocalDate day, long number) {
        String digits = Long.toString(number);
        return "GC" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + "0".repeat(Math.max(0, 6 - digits.length()))
                + digits;
    }

    /** Something that others have reported in the district today and that is still being worked on. */
    private @Nullable Told again(Dice dice, Arrival arrival, Spot spot) {
        if (arrival.channel().isMachine() || arrival.channel() == Channel.WORKER || !dice.chance(REPORTED_AGAIN)) {
            return null;
        }
        Deque<Told> told = recent.get(spot.at().district());
        return told == null ? null : told.peekFirst();
    }

    private void remember(Tale tale, CaseClass what) {
        boolean joins = tale.joinedTo == null && tale.unit != null && tale.closedAt != null && tale.reopened == 0;
        if (joins && Boolean.FALSE.equals(tale.minor)) {
            Deque<Told> told = recent.computeIfAbsent(tale.spot.at().district(), any -> new ArrayDeque<>());
            told.addFirst(new Told(tale, what));
            if (told.size() > REMEMBERED) {
                told.removeLast();
            }
        }
    }
}
