package org.gridcase.grid.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Box;
import org.gridcase.grid.City;
import org.gridcase.grid.GeoJson;
import org.gridcase.grid.Grids;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What a map draws: outlines of areas, which a browser keeps until they change. */
@RestController
class MapController {
    static final int MOST_AREAS = 5_000;

    private final Grids grids;

    MapController(Grids grids) {
        this.grids = grids;
    }

    @GetMapping("/map/city")
    ResponseEntity<City> city() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(grids.version())
                .body(grids.city());
    }

    /** @param bbox {@code west,south,east,north}; the whole city if left out */
    @GetMapping("/map/areas")
    void areas(
            @RequestParam Optional<String> bbox,
            @RequestParam(defaultValue = "street") String level,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException {
        AreaLevel asked = AreaLevel.of(level).orElseThrow(() -> UnknownLevel.of(level));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePublic().getHeaderValue());
        if (!request.checkNotModified(grids.version())) {
            List<Area> areas = areas(bbox, asked);
            response.setContentType("application/geo+json");
            GeoJson.write(areas, response.getOutputStream());
        }
    }

    private List<Area> areas(Optional<String> bbox, AreaLevel level) {
        Box box = bbox.map(Box::of).orElseGet(() -> grids.city().bounds());
        List<Area> areas = grids.within(box, level);
        if (areas.size() > MOST_AREAS) {
            throw TooManyAreas.moreThan(MOST_AREAS);
        }
        return areas;
    }
}
