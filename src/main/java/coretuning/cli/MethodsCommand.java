package coretuning.cli;

import coretuning.spec.MethodName;
import coretuning.spec.Settings;
import coretuning.spec.Settings.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists the methods with their settings, in the words of the window.
@Command(
    name = "methods",
    description = "List the fine-tuning methods with their settings, for --method and --set.",
    mixinStandardHelpOptions = true)
final class MethodsCommand implements Callable<Integer> {
  private static final ResourceBundle TEXTS = ResourceBundle.getBundle("fxml.messages");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "METHOD",
      arity = "0..*",
      converter = MethodChoice.ByLabel.class,
      completionCandidates = MethodChoice.Labels.class,
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<MethodName> chosen = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    for (MethodName each : chosen.isEmpty() ? List.of(MethodName.values()) : chosen) {
      out.printf("%s%n  %s%n", each.label(), TEXTS.getString("method." + each.label()));
      for (Setting setting : Settings.of((Record) each.defaults())) {
        String key = "field." + each.label() + "-" + setting.name();
        out.printf("  --set %s=%s%n", setting.label(), setting.text());
        out.printf("      %s. %s%n", TEXTS.getString(key), TEXTS.getString(key + ".help"));
        if (setting.value() instanceof Enum<?>) {
          out.printf("      One of %s.%n", choices(setting));
        }
      }
      out.println();
    }
    out.flush();
    return 0;
  }

  private static String choices(Setting setting) {
    return String.join(
        ", ",
        Settings.choices(setting.type()).stream()
            .map(value -> new Setting(setting.name(), setting.type(), value).text())
            .toList());
  }
}
