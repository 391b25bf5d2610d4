package org.gridcase.testing;

import static java.util.stream.Collectors.toCollection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** Which sequence flows the tests of this context have really taken. */
@Component
public class Paths extends AbstractProcessEnginePlugin {
    private final Set<String> taken = new ConcurrentSkipListSet<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var listeners = new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                ExecutionListener taking = step -> taken.add(flow.getId());
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, taking);
            }
        });
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    /** Flow nodes and sequence flows of the model that no case has come through. */
    public Set<String> untouched(String model) throws IOException {
        var read = Bpmn.readModelFromStream(new ByteArrayInputStream(Files.readAllBytes(Path.of(model))));
        var left = read.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !taken.contains(flow.getId()))
                .map(SequenceFlow::getId)
                .collect(toCollection(TreeSet::new));
        read.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !reached(node))
                .map(FlowNode::getId)
                .forEach(left::add);
        return left;
    }

    /** How many flow nodes and sequence flows there are to come through. */
    public int size(String model) {
        var read = Bpmn.readModelFromFile(Path.of(model).toFile());
        return read.getModelElementsByType(SequenceFlow.class).size()
                + read.getModelElementsByType(FlowNode.class).size();
    }

    private boolean reached(FlowNode node) {
        var through = node.getIncoming().isEmpty() ? node.getOutgoing() : node.getIncoming();
        return through.stream().anyMatch(flow -> taken.contains(flow.getId()));
    }
}
