package coretuning.cli;

import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/// Runs the command, unless an option of a group was given twice.
///
/// An [ArgGroup] that serves for its heading in the help is filled anew by the second occurrence of
/// any of its options, and what the first had set is gone without a word: a run would go on with
/// default settings that nobody asked for.
final class OnceInGroup implements IExecutionStrategy {
  private final IExecutionStrategy then = new RunLast();

  @Override
  public int execute(ParseResult parsed) throws ExecutionException {
    for (ParseResult each = parsed; each != null; each = each.subcommand()) {
      for (ArgGroupSpec group : each.commandSpec().argGroups()) {
        requireOnce(each, group);
      }
    }
    return then.execute(parsed);
  }

  private static void requireOnce(ParseResult parsed, ArgGroupSpec group) {
    for (OptionSpec option : group.allOptionsNested()) {
      long times =
          parsed.findMatches(group).stream()
              .flatMap(container -> container.matches().stream())
              .filter(match -> !match.matchedValues(option).isEmpty())
              .count();
      if (times > 1) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "%s was given %d times, give it once".formatted(option.longestName(), times));
      }
    }
  }
}
