package org.gridcase.grid.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;

/** The units of an invented city: one of each kind a district, and an office for every street. */
final class DemoUnits {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("sanitation", "环境卫生服务中心");
        KINDS.put("urban-management", "城市管理执法大队");
        KINDS.put("municipal-works", "市政设施养护中心");
        KINDS.put("water", "供排水服务所");
        KINDS.put("power", "供电服务所");
        KINDS.put("gas", "燃气服务所");
        KINDS.put("telecom", "通信设施维护站");
        KINDS.put("landscape", "园林绿化中心");
        KINDS.put("traffic-police", "交警大队");
        KINDS.put("housing", "住房和城乡建设局");
        KINDS.put("market", "市场监督管理局");
        KINDS.put("environment", "生态环境分局");
        KINDS.put("emergency", "应急管理局");
        KINDS.put("community-affairs", "民政局");
    }

    private DemoUnits() {}

    static List<Unit> of(List<Area> areas) {
        return areas.stream().flatMap(DemoUnits::serving).toList();
    }

    private static Stream<Unit> serving(Area area) {
        if (area.level() == AreaLevel.STREET) {
            return Stream.of(unit(area, UnitLevel.STREET, "street-office", "办事处"));
        }
        return area.level() == AreaLevel.DISTRICT
                ? KINDS.entrySet().stream().map(kind -> unit(area, UnitLevel.DISTRICT, kind.getKey(), kind.getValue()))
                : Stream.empty();
    }

    private static Unit unit(Area area, UnitLevel level, String kind, String name) {
        String district = area.code().substring(0, 6);
        return new Unit(area.code() + "-" + kind, area.name() + name, kind, level, area.code(), district);
    }
}
