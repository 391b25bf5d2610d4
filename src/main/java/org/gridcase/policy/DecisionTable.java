package org.gridcase.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The words of a decision table's model: what its columns ask and give, and what stands in its cells.
 *
 * @param facts name and hit policy
 * @param rows by id, each with its cells by the ids of their columns
 */
record DecisionTable(Map<String, String> facts, List<Column> columns, Map<String, Map<String, String>> rows) {
    /** The column of remarks, which belongs to no input and no output. */
    static final String REMARK = "#remark";

    private static final DecisionTable NONE = new DecisionTable(Map.of(), List.of(), Map.of());

    /** @param words what it asks or gives, and how it is called there */
    record Column(String id, String words, boolean input) {}

    /** Empty if there is none, or nobody can read it: then it is its text that has to be looked at. */
    static DecisionTable read(@Nullable ModelFile file) {
        if (file == null) {
            return NONE;
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new ByteArrayInputStream(file.content().getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            NodeList decisions = root.getElementsByTagNameNS("*", "decision");
            return decisions.getLength() == 0 ? NONE : of((Element) decisions.item(0));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            return NONE;
        }
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    @Nullable
    Column column(String id) {
        return columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static DecisionTable of(Element decision) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", decision.getAttribute("name"));
        List<Column> columns = new ArrayList<>();
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Element table : children(decision, "decisionTable")) {
            String policy = table.getAttribute("hitPolicy");
            facts.put("hitPolicy", policy.isEmpty() ? "UNIQUE" : policy);
            for (Element input : children(table, "input")) {
                String asks = texts(input, "inputExpression");
                columns.add(new Column(id(input, columns.size()), head(input.getAttribute("label"), asks), true));
            }
            for (Element output : children(table, "output")) {
                columns.add(new Column(
                        id(output, columns.size()),
                        head(output.getAttribute("label"), output.getAttribute("name")),
                        false));
            }
            for (Element rule : children(table, "rule")) {
                rows.put(id(rule, rows.size()), cells(rule, columns));
            }
            columns.add(new Column(REMARK, "", false));
        }
        return new DecisionTable(facts, columns, rows);
    }

    private static Map<String, String> cells(Element rule, List<Column> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<Element> entries = new ArrayList<>(children(rule, "inputEntry"));
        entries.addAll(children(rule, "outputEntry"));
        for (int i = 0; i < Math.min(entries.size(), columns.size()); i++) {
            cells.put(columns.get(i).id(), text(entries.get(i)));
        }
        cells.put(
                REMARK,
                children(rule, "description").stream()
                        .map(remark -> remark.getTextContent().strip())
                        .findFirst()
                        .orElse(""));
        return cells;
    }

    private static String head(String label, String name) {
        return label.isEmpty() ? name : name.isEmpty() ? label : label + " · " + name;
    }

    private static String id(Element element, int otherwise) {
        String id = element.getAttribute("id");
        return id.isEmpty() ? "#" + otherwise : id;
    }

    private static String texts(Element parent, String child) {
        return children(parent, child).stream()
                .map(DecisionTable::text)
                .findFirst()
                .orElse("");
    }

    private static String text(Element element) {
        return children(element, "text").stream()
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String named) {
        List<Element> found = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && named.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
