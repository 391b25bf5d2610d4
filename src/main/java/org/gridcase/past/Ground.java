package org.gridcase.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Location;
import org.gridcase.shared.GeoPoint;
import org.locationtech.jts.geom.Envelope;

/** Where things happen: everywhere in the city, in some grids far more often than in others. */
final class Ground {
    private static final int FEWEST = 4;
    private static final int MOST = 40;
    private static final int TRIES = 400;

    /** Those of a district, with running sums of how much happens there. */
    private record District(String code, double weight, Spot[][] grids, double[] sums) {}

    private final List<District> districts = new ArrayList<>();

    private Ground() {}

    /** @throws PastRefused if there is no city */
    static Ground of(Grids grids, long seed) {
        var ground = new Ground();
        Map<String, List<Area>> byDistrict = new TreeMap<>();
        grids.all().stream()
                .filter(area -> area.level() == AreaLevel.GRID && area.district() != null)
                .forEach(area -> byDistrict
                        .computeIfAbsent(String.valueOf(area.district()), any -> new ArrayList<>())
                        .add(area));
        byDistrict.forEach((code, areas) -> ground.add(grids, seed, code, areas));
        if (ground.districts.isEmpty()) {
            throw PastRefused.missing("grids");
        }
        return ground;
    }

    private void add(Grids grids, long seed, String code, List<Area> areas) {
        List<Spot[]> spots = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (Area area : areas) {
            double busy = busy(grids, seed, area);
            Spot[] some = spots(grids, seed, area, busy);
            if (some.length > 0) {
                sum += busy;
                spots.add(some);
                sums.add(sum);
            }
        }
        if (!spots.isEmpty()) {
            districts.add(new District(
                    code,
                    sum,
                    spots.toArray(Spot[][]::new),
                    sums.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }

    /** One grid in fifty is a hot spot; a mall or a station draws more than a street. */
    private static double busy(Grids grids, long seed, Area area) {
        String street = area.code().substring(0, Math.min(9, area.code().length()));
        double busy =
                Math.exp(0.45 * Dice.bell(seed, "street " + street) + 0.7 * Dice.bell(seed, "grid " + area.code()));
        boolean dedicated = grids.children(area.code()).stream().anyMatch(it -> it.level() == AreaLevel.DEDICATED);
        return busy * (dedicated ? 1.6 : 1) * (Dice.share(seed, "hot " + area.code()) < 0.02 ? 7 : 1);
    }

    private static Spot[] spots(Grids grids, long seed, Area area, double busy) {
        var dice = Dice.of(seed, "spots " + area.code());
        Envelope box = area.outline().getEnvelopeInternal();
        int wanted = (int) Math.max(FEWEST, Math.min(MOST, Math.round(5 * busy)));
        String community =
                grids.area(String.valueOf(area.parent())).map(Area::name).orElse("");
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < TRIES && spots.size() < wanted; i++) {
            var point = new GeoPoint(
                    rounded(dice.between(box.getMinX(), box.getMaxX())),
                    rounded(dice.between(box.getMinY(), box.getMaxY())));
            grids.locate(point)
                    .filter(at -> at.grid().equals(area.code()))
                    .ifPresent(at -> spots.add(new Spot(point, at, community, kind(grids, at))));
        }
        return spots.toArray(Spot[]::new);
    }

    private static String kind(Grids grids, Location at) {
        return at.dedicated() == null
                ? ""
                : grids.area(at.dedicated()).map(Area::kind).orElse("");
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    List<String> districts() {
        return districts.stream().map(District::code).toList();
    }

    /** Running sums of how much happens in each district when it has to bear that much more than usual. */
    double[] sums(double[] pressure) {
        double[] sums = new double[districts.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += districts.get(i).weight() * Math.exp(pressure[i]);
            sums[i] = sum;
        }
        return sums;
    }

    Spot spot(Dice dice, double[] sums) {
        District district = districts.get(dice.weighted(sums));
        return dice.of(district.grids()[dice.weighted(district.sums())]);
    }
}
