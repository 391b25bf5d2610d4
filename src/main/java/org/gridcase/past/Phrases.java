package org.gridcase.past;

import org.gridcase.catalogue.CaseClass;
import org.gridcase.intake.Report;

/** What people say; nothing of it is about anybody. */
final class Phrases {
    private static final String[] WHERE = {
        "南门", "北侧路边", "东侧人行道", "公交站旁", "小区门口", "菜市场旁", "学校附近", "路口", "停车场旁", "背街小巷", "绿化带旁", "地铁口", "商户门前", "广场", "河道边"
    };
    private static final String[] MORE = {
        "", "", "，请尽快处理", "，影响通行", "，已有两天", "，气味较大", "，存在安全隐患", "，居民意见较大", "，望核实", "，需要清理", "，反复出现"
    };
    private static final String[] NOT_REAL = {"现场未发现所报问题", "问题已自行消除", "不属于城市管理事项", "重复登记，无新内容"};
    private static final String[] BACK = {"不属于本单位职责范围", "权属不在本单位，请另行派遣", "现场位置不在管辖范围内"};
    private static final String[] FAILED = {"处置不彻底，现场仍有残留", "照片与现场不符，请重新处置", "未达到结案条件"};
    private static final String[] LATER = {"需要协调施工单位，申请延期", "材料未到，申请延期", "雨天无法施工，申请延期"};
    private static final String[] STANDS = {"纳入改造计划，待项目实施", "等待产权单位确认", "道路开挖审批中"};
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};

    private Phrases() {}

    static String description(Dice dice, Spot spot, CaseClass what) {
        return spot.community() + dice.of(WHERE) + what.name() + dice.of(MORE);
    }

    static String notReal(Dice dice) {
        return dice.of(NOT_REAL);
    }

    static String back(Dice dice) {
        return dice.of(BACK);
    }

    static String failed(Dice dice) {
        return dice.of(FAILED);
    }

    static String later(Dice dice) {
        return dice.of(LATER);
    }

    static String stands(Dice dice) {
        return dice.of(STANDS);
    }

    /** Numbers that begin so are nobody's. */
    static Report.Contact contact(Dice dice) {
        return new Report.Contact(dice.of(SURNAMES) + "某", "100%08d".formatted(dice.below(100_000_000)), null);
    }
}
