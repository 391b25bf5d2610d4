package org.gridcase.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.GridTables;
import org.gridcase.grid.GridTest;
import org.gridcase.grid.Grids;
import org.gridcase.grid.InvalidBox;
import org.gridcase.grid.Sketch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@GridTest
class GridWebTests {
    private final MockMvc web;
    private final Grids grids;
    private final GridTables tables;

    @Autowired
    GridWebTests(WebApplicationContext context, Grids grids, GridTables tables) {
        this.web = webAppContextSetup(context).build();
        this.grids = grids;
        this.tables = tables;
    }

    @BeforeEach
    void sketch() {
        tables.clear();
        grids.put(Sketch.city());
    }

    @Test
    void aMapOpensOnTheCity() throws Exception {
        web.perform(get("/map/city"))
                .andExpect(jsonPath("$.bounds.east").value(4.0))
                .andExpect(jsonPath("$.centre.latitude").value(1.0))
                .andExpect(header().exists("ETag"));
    }

    @Test
    void streetsOfTheWholeCityAreDrawnUnlessMoreIsAsked() throws Exception {
        web.perform(get("/map/areas"))
                .andExpect(content().contentType("application/geo+json"))
                .andExpect(jsonPath("$.type").value("FeatureCollection"))
                .andExpect(jsonPath("$.features.length()").value(1))
                .andExpect(jsonPath("$.features[0].properties.level").value("street"));
    }

    @Test
    void cellsAreDrawnByBoxAndLevel() throws Exception {
        web.perform(get("/map/areas?level=grid&bbox=0.1,0.1,0.2,0.2"))
                .andExpect(jsonPath("$.features.length()").value(1))
                .andExpect(jsonPath("$.features[0].properties.code").value(Sketch.WEST))
                .andExpect(
                        jsonPath("$.features[0].geometry.coordinates.length()").value(2));
    }

    @Test
    void anOutlineIsSentAgainOnlyAfterAChange() throws Exception {
        String etag = web.perform(get("/map/areas")).andReturn().getResponse().getHeader("ETag");
        assertThat(etag).isNotNull();
        web.perform(get("/map/areas").header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        grids.put(Sketch.city());
        web.perform(get("/map/areas").header("If-None-Match", String.valueOf(etag)))
                .andExpect(status().isOk());
    }

    @Test
    void aMapOfTooManyAreasIsRefused() {
        List<Area> areas = new ArrayList<>(Sketch.city());
        for (int i = 0; i <= MapController.MOST_AREAS; i++) {
            String community = "410102001%03d".formatted(100 + i / 1000);
            if (i % 1000 == 0) {
                areas.add(Sketch.area(community, AreaLevel.COMMUNITY, Sketch.box(0, 0, 1, 1)));
            }
            areas.add(Sketch.area(community + "%03d".formatted(i % 1000), AreaLevel.GRID, Sketch.box(0, 0, 1, 1)));
        }
        grids.put(areas);
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> web.perform(get("/map/areas?level=grid")))
                .withCauseInstanceOf(TooManyAreas.class);
    }

    @Test
    void aStrangeBoxIsRefused() {
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> web.perform(get("/map/areas?bbox=1,2,x,4")))
                .withCauseInstanceOf(InvalidBox.class);
    }

    @Test
    void anUnknownLevelIsRefused() {
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> web.perform(get("/map/areas?level=galaxy")))
                .withCauseInstanceOf(UnknownLevel.class);
    }

    @Test
    void aRefusedFileIsExplainedInBothLanguages() throws Exception {
        web.perform(post("/api/grids/import/units")
                        .contentType("text/csv")
                        .content("code,name,kind,level,area\nx-1,所,gas,district,999999\n"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.imported").value(0))
                .andExpect(jsonPath("$.refused[0].row").value(2))
                .andExpect(jsonPath("$.refused[0].zh").value("没有层级为 district 的区域“999999”。"))
                .andExpect(jsonPath("$.refused[0].en").value("There is no area “999999” of level district."));
    }

    @Test
    void anExportedFileCanBeImported() throws Exception {
        byte[] file = web.perform(get("/api/grids/export/areas"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"areas.geojson\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        tables.clear();
        web.perform(post("/api/grids/import/areas")
                        .contentType("application/geo+json")
                        .content(file))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(Sketch.city().size()));
        web.perform(get("/api/grids/export/duties").accept(MediaType.ALL)).andExpect(status().isOk());
    }
}
