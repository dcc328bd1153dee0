package coretuning.cli;

import coretuning.spec.Ablation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A table whose rows differ in one thing each.
@Command(
    name = "ablate",
    description = {
      "Find out which part of Core-tuning matters: a table whose rows differ in one thing each."
          + " Everything else is as the table command has it.",
      "components: one part more in each row, as in the paper; parts: without each of them; reading:"
          + " from the paper's reading to the released code's, switch by switch; switches: each"
          + " switch alone. What the rows do not vary is as the settings under Core-tuning say."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AblateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--of",
      converter = ByLabel.class,
      completionCandidates = Labels.class,
      description = "What to vary: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "components")
  private Ablation of;

  @Mixin private TableOptions options;

  @Override
  public Integer call() {
    return new TableRunner(options, spec.commandLine())
        .run(() -> options.table(of.variants(options.coreTuning()), "Ablation of " + of.label()));
  }

  /// The lists that can be asked for.
  static final class Labels extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Labels() {
      super(Arrays.stream(Ablation.values()).map(Ablation::label).toList());
    }
  }

  /// Reads `components`.
  static final class ByLabel extends LabelConverter<Ablation> {
    ByLabel() {
      super(Ablation::ofLabel);
    }
  }
}
