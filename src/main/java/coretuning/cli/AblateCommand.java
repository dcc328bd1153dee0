package coretuning.cli;

import coretuning.spec.Ablation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// A table whose rows differ in one thing each.
@Command(
    name = "ablate",
    description = {
      "Find out which part of Core-tuning matters: a table whose rows differ in one thing each."
          + " Everything else is as the table command has it.",
      "The settings under Core-tuning have no effect here: the rows bring their own."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AblateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--of",
      converter = ByLabel.class,
      description = "What to vary: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "components")
  private Ablation of;

  @Mixin private TableOptions options;

  @Override
  public Integer call() {
    return new TableRunner(options, spec.commandLine())
        .run(() -> options.table(of.variants(), "Ablation of " + of.label()));
  }

  /// Reads `components`.
  static final class ByLabel implements ITypeConverter<Ablation> {
    @Override
    public Ablation convert(String label) {
      try {
        return Ablation.ofLabel(label);
      } catch (IllegalArgumentException unknown) {
        throw new TypeConversionException(unknown.getMessage());
      }
    }
  }
}
