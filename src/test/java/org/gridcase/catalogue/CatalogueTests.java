package org.gridcase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CatalogueTest
class CatalogueTests {
    private static final String STANDARD = "GB/T 47678.5-2026";

    @Autowired
    Catalogue catalogue;

    @Autowired
    FirstEdition first;

    @Autowired
    JdbcClient jdbc;

    @Test
    void has153ComponentsAnd250MattersOfTheStandard() {
        assertThat(ofStandard(Kind.COMPONENT)).hasSize(153);
        assertThat(ofStandard(Kind.MATTER)).hasSize(250);
    }

    private List<CaseClass> ofStandard(Kind kind) {
        return catalogue.all().stream()
                .filter(one -> !one.local() && one.key().kind() == kind)
                .toList();
    }

    @Test
    void tellsComponentsAndMattersApartThatShareANumber() {
        var component =
                catalogue.find(new ClassKey(STANDARD, Kind.COMPONENT, "01002")).orElseThrow();
        var matter =
                catalogue.find(new ClassKey(STANDARD, Kind.MATTER, "01002")).orElseThrow();

        assertThat(component.serviceCode()).isEqualTo("C01002");
        assertThat(component.name()).isEqualTo("污水井盖");
        assertThat(matter.serviceCode()).isEqualTo("M01002");
        assertThat(matter.name()).isEqualTo("污水井盖异常");
    }

    @Test
    void keepsTheCitysOwnClassesApartFromTheStandards() {
        var collapse = catalogue.byServiceCode("L01001").orElseThrow();

        assertThat(collapse.key()).isEqualTo(new ClassKey(ClassKey.LOCAL, Kind.MATTER, "01001"));
        assertThat(collapse.local()).isTrue();
        assertThat(collapse.name()).isEqualTo("路面塌陷");
        assertThat(catalogue.all().stream().filter(CaseClass::local)).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01016", "05001", "05004", "05005", "05006", "05007", "05008", "06031", "07005", "09007", "00000",
                "99999"
            })
    void inventsNoNumberThatTheStandardLeavesOut(String code) {
        assertThat(Stream.of("C", "M").flatMap(prefix -> catalogue.byServiceCode(prefix + code).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01-10,M06010", "02-01,M07001", "03-06,M08006", "04-05,M09005"})
    void findsAClassByTheOlderEventCode(String oldCode, String serviceCode) {
        assertThat(catalogue.byOldCode(oldCode)).map(CaseClass::serviceCode).contains(serviceCode);
    }

    @Test
    void knowsNoOlderCodeWhereTheRuleWasNotInferred() {
        assertThat(catalogue.all())
                .filteredOn(one -> one.oldCode() != null)
                .allMatch(one -> one.serviceCode().matches("M0[6-9].*"))
                .hasSize((int) catalogue.all().stream()
                        .filter(one -> one.serviceCode().matches("M0[6-9].*"))
                        .count());
    }

    @Test
    void namesEveryClassAndGroupInBothLanguages() {
        assertThat(catalogue.all()).allSatisfy(one -> {
            assertThat(one.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo(one.name());
            assertThat(one.name(Locale.ENGLISH)).matches("[\\x20-\\x7e]+");
            assertThat(one.group().name(Locale.ENGLISH)).matches("[\\x20-\\x7e]+");
        });
    }

    @Test
    void fallsBackToChineseWhereNoEnglishNameIsKnown() {
        var key = new ClassKey(ClassKey.LOCAL, Kind.MATTER, "03001");
        var nameless = new CaseClass(key, new ClassGroup("L03", "新组", null), "新类", null, List.of(), null, true);

        assertThat(nameless.name(Locale.ENGLISH)).isEqualTo("新类");
        assertThat(nameless.group().name(Locale.ENGLISH)).isEqualTo("新组");
    }

    @Test
    void groupsMattersComponentsAndLocalClassesSeparately() {
        assertThat(catalogue.groups())
                .extracting(ClassGroup::code)
                .containsExactly(
                        "C01", "C02", "C03", "C04", "C05", "L01", "L02", "M01", "M02", "M03", "M04", "M05", "M06",
                        "M07", "M08", "M09", "M10");
    }

    @ParameterizedTest
    @CsvSource({
        "暴露垃圾,M06010",
        "m06010,M06010",
        "红绿灯,M02014",
        "exposed RUBBISH,M06010",
        "Ｍ０６０１０,M06010",
        "路面 塌陷,L01001",
        "爆管,L01002"
    })
    void searchesCodesNamesAndWhatPeopleSay(String text, String nearest) {
        assertThat(catalogue.search(text))
                .first()
                .extracting(CaseClass::serviceCode)
                .isEqualTo(nearest);
    }

    @Test
    void findsNothingForNothingAndStaysSmallForMuch() {
        assertThat(catalogue.search("  ")).isEmpty();
        assertThat(catalogue.search("没有这样的东西")).isEmpty();
        assertThat(catalogue.search("' or 1=1 --")).isEmpty();
        assertThat(catalogue.search("异常")).hasSize(50);
        assertThat(catalogue.search("异".repeat(100_000))).isEmpty();
    }

    @Test
    void loadsWhatWeShipOnlyOnce() {
        first.loadOnce();

        assertThat(jdbc.sql("select count(*) from case_class")
                        .query(Integer.class)
                        .single())
                .isEqualTo(403 + 11);
        assertThat(jdbc.sql("select count(*) from catalogue_version where loaded_by is null and version = 1")
                        .query(Integer.class)
                        .single())
                .isOne();
    }
}
