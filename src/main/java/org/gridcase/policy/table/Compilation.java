package org.gridcase.policy.table;

import java.util.List;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Turns an inspected spreadsheet into a rule base. */
final class Compilation {
    private static final Pattern RULE = Pattern.compile("_(\\d+)\\b");

    private Compilation() {}

    /** @throws TableRefused if it breaks the contract or Drools does not accept it */
    static RuleBase of(Contract contract, String sha256, byte[] spreadsheet) {
        Inspection.of(contract, spreadsheet);
        KieServices drools = KieServices.get();
        ReleaseId id = drools.newReleaseId("org.gridcase.rules", contract.name(), sha256);
        ClassLoader loader = Compilation.class.getClassLoader();
        KieFileSystem files = drools.newKieFileSystem().generateAndWritePomXML(id);
        files.write(
                "src/main/resources/" + contract.folder() + "/table.drl.xlsx",
                drools.getResources().newByteArrayResource(spreadsheet));
        KieBuilder builder = drools.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            drools.getRepository().removeKieModule(id);
            throw TableRefused.of(errors.stream().map(Compilation::located).toList());
        }
        return new RuleBase(drools.newKieContainer(id, loader));
    }

    private static CellError located(Message message) {
        var row = RULE.matcher(message.getText());
        return new CellError(row.find() ? "A" + row.group(1) : "", "policy.cell.notCompiled", message.getText());
    }
}
