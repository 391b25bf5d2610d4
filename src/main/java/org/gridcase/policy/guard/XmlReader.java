package org.gridcase.policy.guard;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a model within limits: no document type, no entities of its own, no instructions, nothing from elsewhere. */
final class XmlReader {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_TAGS = 8_000;
    private static final int DEEPEST = 20;
    private static final int MOST_ATTRIBUTES = 20;
    private static final int LONGEST_TEXT = 4_000;
    private static final String UNKNOWN = "?";

    private final Map<String, String> prefixes;

    /** @param prefixes by namespace; the empty prefix for what needs none */
    XmlReader(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** @return none if it cannot be read, which the findings then say */
    @Nullable
    Tag read(String file, byte[] content, Findings findings) {
        if (content.length > LARGEST) {
            findings.add(file, "", "policy.guard.tooLarge", LARGEST >> 10);
            return null;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing from elsewhere");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                findings.add(file, "", "policy.guard.encoding", encoding);
                return null;
            }
            return read(file, reader, findings);
        } catch (XMLStreamException | RuntimeException unreadable) {
            findings.add(file, "", "policy.guard.unreadable");
            return null;
        }
    }

    private @Nullable Tag read(String file, XMLStreamReader reader, Findings findings) throws XMLStreamException {
        Deque<Tag> open = new ArrayDeque<>();
        Tag root = null;
        int tags = 0;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Tag tag = tag(reader);
                    if (++tags > MOST_TAGS || open.size() >= DEEPEST || reader.getAttributeCount() > MOST_ATTRIBUTES) {
                        findings.add(file, "line " + line, "policy.guard.tooManyElements", MOST_TAGS);
                        return null;
                    }
                    if (open.peek() != null) {
                        open.peek().children().add(tag);
                    } else {
                        root = tag;
                    }
                    open.push(tag);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open.peek() != null) {
                        StringBuilder text = open.peek().text().append(reader.getText());
                        if (text.length() > LONGEST_TEXT && !text.toString().isBlank()) {
                            findings.add(file, open.peek().place(), "policy.guard.textTooLong", LONGEST_TEXT);
                            return null;
                        }
                    }
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION,
                        XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    findings.add(file, "line " + line, "policy.guard.documentType");
                    return null;
                }
                default -> {}
            }
        }
        return root;
    }

    private Tag tag(XMLStreamReader reader) {
        Tag tag = Tag.open(
                named(reader.getNamespaceURI(), reader.getLocalName()),
                reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            String local = reader.getAttributeLocalName(i);
            // an attribute without a prefix is its element's
            tag.attributes()
                    .put(
                            namespace == null || namespace.isEmpty() ? local : attribute(namespace, local),
                            reader.getAttributeValue(i));
        }
        return tag;
    }

    private String named(@Nullable String namespace, String local) {
        String prefix = prefixes.getOrDefault(namespace == null ? "" : namespace, UNKNOWN);
        return prefix.isEmpty() ? local : prefix + ':' + local;
    }

    private String attribute(String namespace, String local) {
        String prefix = prefixes.getOrDefault(namespace, UNKNOWN);
        // the language's own prefix on an attribute is none that the engine reads
        return (prefix.isEmpty() ? UNKNOWN : prefix) + ':' + local;
    }
}
