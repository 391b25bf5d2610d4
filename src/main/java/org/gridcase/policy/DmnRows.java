package org.gridcase.policy;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The table of a decision model as its readers see it; who evaluates it is the engine.
 *
 * @param columns names of what it reads and gives
 * @param titles of the columns, as they are labelled
 * @param inputs how many of them are conditions
 */
record DmnRows(List<String> columns, List<String> titles, int inputs, List<Listing.Line> rules) {

    Listing listing() {
        List<String> all = new ArrayList<>(columns);
        all.add("remark");
        return new Listing(all, rules);
    }

    /** @throws StudioRefused if it cannot be read */
    static DmnRows read(byte[] model) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = new Reader();
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(model));
            while (xml.hasNext()) {
                reader.next(xml, xml.next());
            }
            return reader.rows();
        } catch (XMLStreamException | IllegalStateException unreadable) {
            throw StudioRefused.notComparable();
        }
    }

    /** Takes what it needs as it comes by. */
    private static final class Reader {
        private final List<String> columns = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();
        private final List<Listing.Line> rules = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private StringBuilder text = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private String rule = "";
        private String remark = "";
        private int inputs;

        void next(XMLStreamReader xml, int event) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }

        private void begin(XMLStreamReader xml) {
            String name = xml.getLocalName();
            open.push(name);
            text = new StringBuilder();
            String label = Objects.requireNonNullElse(xml.getAttributeValue(null, "label"), "");
            switch (name) {
                case "input" -> {
                    inputs++;
                    titles.add(label);
                }
                case "output" -> {
                    String output = Objects.requireNonNullElse(xml.getAttributeValue(null, "name"), "");
                    columns.add(output);
                    titles.add(label.isEmpty() ? output : label);
                }
                case "rule" -> {
                    rule = Objects.requireNonNullElse(xml.getAttributeValue(null, "id"), "");
                    cells = new ArrayList<>();
                    remark = "";
                }
                default -> {}
            }
        }

        private void end(String name) {
            open.pop();
            String within = Objects.requireNonNullElse(open.peek(), "");
            String said = text.toString().strip();
            switch (name) {
                case "text" -> {
                    if (within.equals("inputExpression")) {
                        columns.add(said);
                    } else if (within.equals("inputEntry") || within.equals("outputEntry")) {
                        cells.add(said);
                    }
                }
                case "description" -> remark = within.equals("rule") ? said : remark;
                case "rule" -> {
                    while (cells.size() < columns.size()) {
                        cells.add("");
                    }
                    cells.add(remark);
                    rules.add(new Listing.Line(rule, List.copyOf(cells)));
                }
                default -> {}
            }
            text = new StringBuilder();
        }

        DmnRows rows() {
            return new DmnRows(List.copyOf(columns), List.copyOf(titles), inputs, List.copyOf(rules));
        }
    }
}
