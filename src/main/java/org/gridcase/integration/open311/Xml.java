package org.gridcase.integration.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what JSON says as the specification's XML: a list's elements are named by the list. */
final class Xml {
    private static final Map<String, String> ELEMENTS = Map.of(
            "services", "service",
            "service_requests", "request",
            "attributes", "attribute",
            "endpoints", "endpoint",
            "formats", "format",
            "errors", "error");

    private Xml() {}

    static String write(String root, JsonNode content) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            element(writer, root, content);
            writer.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter writer, String name, JsonNode content) throws XMLStreamException {
        writer.writeStartElement(name);
        if (content.isArray()) {
            for (JsonNode item : content) {
                element(writer, ELEMENTS.getOrDefault(name, "item"), item);
            }
        } else if (content.isObject()) {
            for (Map.Entry<String, JsonNode> field : content.properties()) {
                element(writer, field.getKey(), field.getValue());
            }
        } else if (!content.isNull()) {
            writer.writeCharacters(allowed(content.asText()));
        }
        writer.writeEndElement();
    }

    /** XML cannot hold most control characters, not even escaped. */
    private static String allowed(String text) {
        return text.codePoints()
                .filter(sign -> sign >= ' ' ? sign != 0xFFFE && sign != 0xFFFF : sign == '\n' || sign == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
