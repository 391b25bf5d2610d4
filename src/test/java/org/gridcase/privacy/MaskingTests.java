package org.gridcase.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class MaskingTests {
    private final Masking masking = new Masking(new ClassPathResource("privacy/masks.tsv"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "请打13812341234找我 | 请打138****1234找我",
                "电话：１３８１２３４１２３４。 | 电话：１３８****１２３４。",
                "+86 138 1234 1234 | +86 138 **** 1234",
                "008613812341234 | 0086138****1234",
                "8613812341234转 | 86138****1234转",
                "138-1234-1234 | 138-****-1234",
                "138—1234—1234 | 138—****—1234",
                "138.1234.1234 | 138.****.1234",
                "138 12 34 12 34 | 138 ** ** 12 34",
                "1381 234 1234 | 138* *** 1234",
                "138 123 41234 | 138 *** *1234",
                "13812 341234 | 138** **1234",
                "138123 41234 | 138*** *1234",
                "1 3 8 1 2 3 4 1 2 3 4 | 1 3 8 * * * * 1 2 3 4",
                "幺三八一二三四一二三四 | 幺三八****一二三四",
                "Tel13812341234 | Tel138****1234",
                "0371-66668888 | 0371-****8888",
                "（0371）6666 8888 | （0371）**** 8888",
                "01062345678 | 0106***5678",
                "电话 6234567 | 电话 ***4567",
                "410102199001011234 | 410*************34",
                "身份证41010219900101123x | 身份证410*************3x",
                "41010219900101123X是我 | 410*************3X是我",
                "身份证号：410102900101123 | 身份证号：410*********123",
                "zhang.san@example.org | z****.***@example.org",
                "写信到a@b.cn | 写信到*@b.cn",
                "微信号：zhangsan_88 | 微信号：********_**",
                "QQ 123456789 | QQ *********"
            })
    void whatReachesOrNamesAPersonIsHidden(String typed, String shown) {
        assertThat(masking.numbers(typed.strip())).isEqualTo(shown.strip());
        assertThat(masking.numbers(shown.strip())).as("again").isEqualTo(shown.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "见案件GC20261123-000017和GC20261124-138123",
                "网格410102001001001，社区410102001001",
                "部件编号4101020100000123已损坏",
                "灯杆LD13812341234不亮",
                "类别M06010，立案条件L01001-1",
                "坐标113.601234,34.751234；131.12345678",
                "2026-11-23 08:00到2026-11-24 18:00",
                "在1 3 5 7 9号门前各有一堆",
                "第12345678号公告",
                "长1200米宽138厘米",
                "车牌豫A12345停在盲道上",
                "统一代码91410100MA3X12345B",
                "微信群里说了，QQ群也说了",
                "金额1380000元"
            })
    void whatOnlyLooksAlikeStays(String typed) {
        assertThat(masking.held(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "东风路1号院3号楼2单元501室 | 东风路1号院3号楼******室",
                "3号楼2单元501 | 3号楼******",
                "3号楼2单元5楼501室漏水 | 3号楼********室漏水",
                "3号楼501 | 3号楼***",
                "三号楼二单元501房 | 三号楼******房",
                "阳光小区3-2-501 | 阳光小区3-*-***",
                "８号楼１单元３０２室 | ８号楼******室",
                "B座1203室 | B座****室"
            })
    void homesEndAtTheBuilding(String typed, String shown) {
        assertThat(masking.held(typed.strip())).isEqualTo(shown.strip());
        assertThat(masking.held(shown.strip())).as("again").isEqualTo(shown.strip());
        assertThat(masking.numbers(typed.strip()))
                .as("for whoever must find it")
                .isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "东风路与建设路交叉口东50米",
                "3号楼2单元门口有垃圾",
                "3号楼100米处",
                "2单元1楼门口堆物",
                "停水影响300户居民",
                "12号楼3单元门前2棵树倒了",
                "2026-11-23报过一次"
            })
    void placesOutOfDoorsStay(String typed) {
        assertThat(masking.held(typed)).isEqualTo(typed);
    }

    @Test
    void contactsAreHiddenWhateverIsTyped() {
        assertThat(masking.name("张三丰")).isEqualTo("张**");
        assertThat(masking.name("𠮷田")).isEqualTo("𠮷**");
        assertThat(masking.contact("13812341234")).isEqualTo("138****1234");
        assertThat(masking.contact("66668888")).isEqualTo("******88");
        assertThat(masking.contact("找张三")).isEqualTo("**三");
        assertThat(masking.contact(null)).isNull();
    }

    @Test
    void numbersAreFoundHoweverTheyAreTyped() {
        assertThat(masking.phones("我的电话+86 138-1234 1234，家里０３７１-66668888"))
                .containsExactlyInAnyOrder("13812341234", "37166668888");
        assertThat(Masking.digits("＋86 138 1234-1234")).isEqualTo("13812341234");
    }

    @Test
    void noTextTakesLong() {
        var random = new Random(7);
        String signs = "0123456789 -@.a电话号楼单元室一三";
        assertThat(Duration.ofNanos(timed(() -> {
                    for (int round = 0; round < 200; round++) {
                        masking.held(random.ints(2_000, 0, signs.length())
                                .collect(
                                        StringBuilder::new,
                                        (text, at) -> text.append(signs.charAt(at)),
                                        StringBuilder::append)
                                .toString());
                    }
                    masking.held("a".repeat(2_000) + "@" + "a.".repeat(1_000));
                    masking.held("1 ".repeat(1_000));
                })))
                .isLessThan(Duration.ofSeconds(5));
    }

    /** Of this thread's own, whatever else the machine does. */
    private static long timed(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - before;
    }
}
