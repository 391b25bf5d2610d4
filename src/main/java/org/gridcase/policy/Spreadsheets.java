package org.gridcase.policy;

import static org.gridcase.policy.table.Column.anyOf;
import static org.gridcase.policy.table.Column.gives;
import static org.gridcase.policy.table.Column.givesNumber;
import static org.gridcase.policy.table.Column.number;
import static org.gridcase.policy.table.Column.yesNo;

import java.util.Map;
import org.gridcase.policy.table.Contract;

/** The contracts of our decision spreadsheets, by the folder they lie in. */
final class Spreadsheets {
    static final String ACCEPT = "采用提议";
    static final String ASK_PERSON = "转人工";
    static final String DISTRICT = "区级";
    static final String STREET = "街道级";

    static final Contract CLASSIFICATION = Contract.of(
            "classification",
            ClassificationInput.class,
            yesNo("proposal"),
            yesNo("given"),
            anyOf("proposed"),
            anyOf("channel"),
            anyOf("district"),
            number("confidence >=", 0, 1),
            number("margin >=", 0, 1),
            gives("outcome", ACCEPT, ASK_PERSON));

    static final Contract FILING = Contract.of(
            "filing",
            FilingInput.class,
            anyOf("serviceCode"),
            anyOf("district"),
            anyOf("placeKind"),
            yesNo("suddenEvent"),
            givesNumber("standardRow", 1, 99),
            givesNumber("limitFactor", 0.1, 10));

    static final Contract ROUTING = Contract.of(
            "routing",
            RoutingInput.class,
            anyOf("serviceCode"),
            anyOf("group"),
            anyOf("rowUnitKind"),
            anyOf("district"),
            anyOf("street"),
            number("returns >=", 0, 99),
            gives(
                    "unitKind",
                    "sanitation",
                    "urban-management",
                    "municipal-works",
                    "water",
                    "power",
                    "gas",
                    "telecom",
                    "landscape",
                    "traffic-police",
                    "housing",
                    "market",
                    "environment",
                    "emergency",
                    "community-affairs",
                    "street-office"),
            gives("level", DISTRICT, STREET));

    private static final Map<String, Contract> BY_NAME =
            Map.of("classification", CLASSIFICATION, "filing", FILING, "routing", ROUTING);

    private Spreadsheets() {}

    /** By the name of their folder. */
    static Map<String, Contract> all() {
        return BY_NAME;
    }

    /** @throws IllegalArgumentException if nothing decides by a spreadsheet at {@code path} */
    static Contract at(String path) {
        Contract contract = BY_NAME.get(path.replaceFirst(".*/", "").replaceFirst("\\.drl\\.xlsx$", ""));
        if (contract == null) {
            throw new IllegalArgumentException("no decision reads " + path);
        }
        return contract;
    }
}
