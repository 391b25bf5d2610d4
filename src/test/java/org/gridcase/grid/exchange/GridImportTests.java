package org.gridcase.grid.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridcase.grid.Area;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.grid.DutyKind;
import org.gridcase.grid.GridTables;
import org.gridcase.grid.GridTest;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Sketch;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;
import org.gridcase.grid.Units;
import org.gridcase.grid.demo.DemoAreas;
import org.gridcase.grid.demo.DemoSize;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@GridTest
class GridImportTests {
    private static final String NEW = Sketch.COMMUNITY + "009";

    @Autowired
    GridImport files;

    @Autowired
    GridExport export;

    @Autowired
    Grids grids;

    @Autowired
    Units units;

    @Autowired
    Duties duties;

    @Autowired
    Staff staff;

    @Autowired
    MessageSource messages;

    @Autowired
    GridTables tables;

    @BeforeEach
    void sketch() {
        tables.clear();
        grids.put(Sketch.city());
        staff.enrol(List.of(new StaffMember("an", "安"), new StaffMember("bo", "波")));
    }

    @Test
    void whatIsExportedComesBackTheSame() throws IOException {
        tables.clear();
        List<Area> city = DemoAreas.of(DemoSize.SMALL, 5);
        grids.put(city);
        byte[] exported = exported();
        List<Area> before = grids.all();

        tables.clear();
        assertThat(files.areas(new ByteArrayInputStream(exported)).imported()).isEqualTo(city.size());
        assertThat(grids.all()).isEqualTo(before);
        assertThat(exported()).isEqualTo(exported);
    }

    @Test
    void holesComeBackToo() throws IOException {
        byte[] exported = exported();
        tables.clear();
        assertThat(files.areas(new ByteArrayInputStream(exported)).accepted()).isTrue();
        assertThat(grids.area(Sketch.WEST))
                .map(Area::outline)
                .contains(Sketch.city().get(4).outline());
    }

    @Test
    void unitsAndDutiesComeBackTheSame() throws IOException {
        Unit unit = new Unit("410102-gas", "燃气, \"一\"所", "gas", UnitLevel.DISTRICT, "410102", "410102");
        Duty duty = new Duty(Sketch.WEST, "an", DutyKind.PRIMARY);
        units.put(List.of(unit));
        duties.put(List.of(duty));
        ByteArrayOutputStream unitFile = new ByteArrayOutputStream();
        ByteArrayOutputStream dutyFile = new ByteArrayOutputStream();
        export.units(unitFile);
        export.duties(dutyFile);

        sketch();
        assertThat(files.units(new ByteArrayInputStream(unitFile.toByteArray())).imported())
                .isEqualTo(1);
        assertThat(files.duties(new ByteArrayInputStream(dutyFile.toByteArray()))
                        .imported())
                .isEqualTo(1);
        assertThat(units.all()).containsExactly(unit);
        assertThat(duties.all()).containsExactly(duty);
    }

    @Test
    void oneRefusedAreaKeepsAllOthersOut() throws IOException {
        String version = grids.version();
        ImportReport report = files.areas(collection(
                feature(NEW, "grid", Sketch.COMMUNITY, "好", ring(2, 0, 3, 1)),
                feature(Sketch.COMMUNITY + "010", "grid", "410102001009", "坏", ring(2, 0, 3, 1))));
        assertThat(report.imported()).isZero();
        assertThat(report.refused())
                .containsExactly(new Refused(2, "parent", "grid.import.parentUnknown", List.of("410102001009")));
        assertThat(grids.area(NEW)).isEmpty();
        assertThat(grids.version()).isEqualTo(version);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "410102001001009 | village | 410102001001 | 名 | level",
                "41010200100100X | grid | 410102001001 | 名 | code",
                "410102001001009 | grid | '' | 名 | parentMissing",
                "410102001001009 | grid | 410102001009 | 名 | parentUnknown",
                "410102001001009 | grid | 410102001 | 名 | parentLevel",
                "410102001002009 | grid | 410102001001 | 名 | codeOutsideParent",
                "410102001001009 | grid | 410102001001 | =1+1 | name",
                "410102001001009 | grid | 410102001001 | '' | name",
                "410200 | city | 410100 | 名 | cityParent",
                "410200 | city | '' | 名 | secondCity",
            })
    void aFeatureIsRefusedFor(String code, String level, String parent, String name, String reason) throws IOException {
        assertThat(reasons(files.areas(collection(feature(code, level, parent, name, ring(2, 0, 3, 1))))))
                .containsExactly(reason);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "410102001001001D09, dedicated, Campus!, kind",
        "410102001001001, grid, campus, kindOfDedicated",
    })
    void whatAPlaceIsIsRefusedFor(String code, String level, String kind, String reason) throws IOException {
        String place = feature(
                        code, level, code.substring(0, level.equals("grid") ? 12 : 15), "名", ring(0, 0, 0.1, 0.1))
                .replace("\"name\"", "\"kind\":\"" + kind + "\",\"name\"");
        assertThat(reasons(files.areas(collection(place)))).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"type\":\"Point\",\"coordinates\":[1,1]}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[3,0],[3,1],[2,1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[3,0],[2,0]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[300,0],[3,1],[2,0]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[\"3\",0],[3,1],[2,0]]]}",
            })
    void anOutlineThatIsNoPolygonIsRefused(String geometry) throws IOException {
        assertThat(reasons(files.areas(collection(feature(NEW, "grid", Sketch.COMMUNITY, "名", geometry)))))
                .containsExactly("outline");
    }

    @Test
    void anOutlineThatCrossesItselfIsRefused() throws IOException {
        String bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[2,0],[3,1],[3,0],[2,1],[2,0]]]}";
        assertThat(reasons(files.areas(collection(feature(NEW, "grid", Sketch.COMMUNITY, "名", bowTie)))))
                .containsExactly("outlineInvalid");
    }

    @Test
    void anOutlineOfTooManyPointsIsRefused() throws IOException {
        String points = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "[%s,%s]"
                        .formatted(
                                3 + Math.cos(i % 1_000 * Math.PI / 500) / 2,
                                1 + Math.sin(i % 1_000 * Math.PI / 500) / 2))
                .collect(Collectors.joining(","));
        String circle = "{\"type\":\"Polygon\",\"coordinates\":[[" + points + "]]}";
        assertThat(reasons(files.areas(collection(feature(NEW, "grid", Sketch.COMMUNITY, "名", circle)))))
                .containsExactly("outline");
    }

    @Test
    void aFeatureFarTooLongEndsTheReading() throws IOException {
        String points = "[2,0],".repeat(20_000) + "[2,0]";
        String endless = "{\"type\":\"Polygon\",\"coordinates\":[[" + points + "]]}";
        assertThat(reasons(files.areas(collection(feature(NEW, "grid", Sketch.COMMUNITY, "名", endless)))))
                .containsExactly("fileTooLarge");
    }

    @Test
    void anAreaBeyondItsParentIsRefusedButRoundingIsNot() throws IOException {
        String beyond = ring(3, 0, 4.001, 1);
        String rounded = ring(3, 0, 4.000001, 1);
        assertThat(reasons(files.areas(collection(feature(NEW, "grid", Sketch.COMMUNITY, "名", beyond)))))
                .containsExactly("outsideParent");
        assertThat(files.areas(collection(feature(NEW, "grid", Sketch.COMMUNITY, "名", rounded)))
                        .accepted())
                .isTrue();
    }

    @Test
    void aNewOutlineThatLeavesAChildOutsideIsRefused() throws IOException {
        String half = ring(2, 0, 3, 2);
        assertThat(files.areas(collection(feature(Sketch.EAST, "grid", Sketch.COMMUNITY, "名", half)))
                        .refused())
                .extracting(Refused::reason, Refused::arguments)
                .containsExactlyInAnyOrder(
                        tuple("grid.import.childOutside", List.of(Sketch.EAST + "D01")),
                        tuple("grid.import.childOutside", List.of(Sketch.EAST + "M02")));
    }

    @Test
    void aCodeThatComesTwiceIsRefused() throws IOException {
        String feature = feature(NEW, "grid", Sketch.COMMUNITY, "名", ring(2, 0, 3, 1));
        assertThat(files.areas(collection(feature, feature)).refused())
                .containsExactly(new Refused(2, "code", "grid.import.duplicate", List.of(NEW, "1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | notGeoJson",
                "[] | notGeoJson",
                "{\"features\":[ | notGeoJson",
                "<kml/> | notGeoJson",
                "{\"features\":[]} | empty",
                "{\"features\":[]}{} | notGeoJson",
            })
    void aFileThatIsNoCollectionIsRefusedWhole(String text, String reason) throws IOException {
        assertThat(reasons(files.areas(stream(text)))).containsExactly(reason);
    }

    @Test
    void eachBadUnitIsReportedByItsLineAndNoneIsTaken() throws IOException {
        ImportReport report = files.units(stream("""
                code,name,kind,level,area
                410102-gas,燃气所,gas,district,410102
                410102001,街道,gas,district,410102
                a b,所,gas,district,410102
                410102-b,@SUM(A1),gas,district,410102
                410102-c,所,Gas!,district,410102
                410102-d,所,gas,city,410100
                410102-e,所,gas,street,410102
                410102-gas,燃气所,gas,district,410102
                410102-f,所
                """));
        assertThat(report.refused())
                .extracting(Refused::row, Refused::field)
                .containsExactly(
                        tuple(3, "code"),
                        tuple(4, "code"),
                        tuple(5, "name"),
                        tuple(6, "kind"),
                        tuple(7, "level"),
                        tuple(8, "area"),
                        tuple(9, "code"),
                        tuple(10, "file"));
        assertThat(units.all()).isEmpty();
    }

    @Test
    void eachBadDutyIsReportedByItsLineAndNoneIsTaken() throws IOException {
        ImportReport report = files.duties(stream("grid,staff,kind\n"
                + Sketch.WEST + ",an,primary\n"
                + Sketch.EAST + "M01,an,primary\n"
                + Sketch.EAST + ",nobody,primary\n"
                + Sketch.EAST + ",an,boss\n"
                + Sketch.WEST + ",bo,primary\n"
                + Sketch.HOLE + ",an,primary\n"
                + Sketch.HOLE + ",an,substitute\n"));
        assertThat(report.refused())
                .extracting(Refused::row, Refused::reason)
                .containsExactly(
                        tuple(3, "grid.import.gridUnknown"),
                        tuple(4, "grid.import.staffUnknown"),
                        tuple(5, "grid.import.dutyKind"),
                        tuple(6, "grid.import.duplicate"),
                        tuple(7, "grid.import.samePerson"),
                        tuple(8, "grid.import.samePerson"));
        assertThat(duties.all()).isEmpty();
    }

    @Test
    void aPrimaryWhoIsTheSubstituteAlreadyIsRefused() throws IOException {
        duties.put(List.of(new Duty(Sketch.WEST, "an", DutyKind.SUBSTITUTE)));
        assertThat(reasons(files.duties(stream("grid,staff,kind\n" + Sketch.WEST + ",an,primary\n"))))
                .containsExactly("samePerson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code;name;kind;level;area", "name,code,kind,level,area", ""})
    void anotherHeaderIsRefused(String header) throws IOException {
        assertThat(reasons(files.units(stream(header + "\n")))).containsExactly("header");
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        byte[] latin =
                "code,name,kind,level,area\nx-1,caf\u00e9,gas,district,410102\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reasons(files.units(new ByteArrayInputStream(latin)))).containsExactly("notUtf8");
    }

    private byte[] exported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.areas(out);
        return out.toByteArray();
    }

    /** Each has its words in both languages. */
    private List<String> reasons(ImportReport report) {
        assertThat(report.imported()).isZero();
        for (Refused refused : report.refused()) {
            Object[] arguments = refused.arguments().toArray();
            assertThat(messages.getMessage(refused.reason(), arguments, Locale.SIMPLIFIED_CHINESE))
                    .doesNotContain("{")
                    .isNotEqualTo(messages.getMessage(refused.reason(), arguments, Locale.ENGLISH));
        }
        return report.refused().stream()
                .map(refused -> refused.reason().substring("grid.import.".length()))
                .toList();
    }

    private static InputStream collection(String... features) {
        return stream("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static String feature(String code, String level, String parent, String name, String geometry) {
        return """
                {"type":"Feature","properties":{"code":"%s","level":"%s","parent":"%s","name":"%s"},"geometry":%s}""".formatted(code, level, parent, name, geometry);
    }

    private static String ring(double west, double south, double east, double north) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(west, south, east, north);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
