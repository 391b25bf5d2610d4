package org.gridcase.grid.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invented place names, each given once. */
final class Names {
    private static final String FIRST = "霁澄岚沁皓筠蘅珩翊昱霖颢漪溯濯榛栩楹檀槿芷荻蓼菖芸蔚萱芮苒蕴琅瑶珞璟琬璇瑾琛璞玥煦晖晗昕旻晏暄曜暾霏雩霰雯霭露岫峤嵘嶂巍崎峥嵩";
    private static final String SECOND = "波渚汀屿坞麓隰洲浦津渡湄溆涧泓潭滩矶崖岭峦岑冈陂塬坪垭坳埠堰堤垣墅苑榭轩亭台阁廊桥闸驿垛畴圃畦林樾桐楸桦棠梧柘枫柏榕樟椿楠檐";

    private final List<String> names = new ArrayList<>();
    private int next;

    Names(Random random) {
        for (int first = 0; first < FIRST.length(); first++) {
            for (int second = 0; second < SECOND.length(); second++) {
                names.add("" + FIRST.charAt(first) + SECOND.charAt(second));
            }
        }
        Collections.shuffle(names, random);
    }

    String next() {
        return names.get(next++);
    }
}
