package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A DMN table as people read it: what it asks and gives, and its rules. */
public record TableModel(List<Column> inputs, List<Column> outputs, List<Rule> rules) {

    /**
     * @param name the variable asked for, or the output given
     * @param label what stands above it
     */
    public record Column(String name, String label) {}

    /** @param words what its author says of it */
    public record Rule(String id, String words, List<String> inputs, List<String> outputs) {}

    /** @throws org.camunda.bpm.model.xml.ModelException if it cannot be read; {@code dmn} went through the guard */
    public static TableModel read(byte[] dmn, String decision) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        Decision found = model.getModelElementById(decision);
        var table = (DecisionTable) found.getExpression();
        return new TableModel(
                table.getInputs().stream()
                        .map(it -> {
                            String name = plain(
                                    it.getInputExpression() == null
                                            ? null
                                            : it.getInputExpression().getText());
                            return new Column(name, label(it.getLabel(), name));
                        })
                        .toList(),
                table.getOutputs().stream()
                        .map(it -> new Column(it.getName(), label(it.getLabel(), it.getName())))
                        .toList(),
                table.getRules().stream()
                        .map(it -> new Rule(
                                it.getId(),
                                description(it),
                                it.getInputEntries().stream()
                                        .map(InputEntry::getText)
                                        .map(TableModel::plain)
                                        .toList(),
                                it.getOutputEntries().stream()
                                        .map(OutputEntry::getText)
                                        .map(TableModel::plain)
                                        .toList()))
                        .toList());
    }

    private static String label(@Nullable String label, String otherwise) {
        return label == null || label.isBlank() ? otherwise : label;
    }

    private static String description(DmnElement it) {
        ModelElementInstance words = it.getDescription();
        return words == null ? "" : words.getTextContent().strip();
    }

    private static String plain(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
