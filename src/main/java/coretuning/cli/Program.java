package coretuning.cli;

import coretuning.result.Problem;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's root.
@Command(
    name = "workbench",
    description = {
      "Fine-tune contrastively pre-trained vision models and see what it does to their features.",
      "Without a command the window opens."
    },
    subcommands = {
      CompareCommand.class,
      TableCommand.class,
      AblateCommand.class,
      FineTuneCommand.class,
      PretrainCommand.class,
      ProbeCommand.class,
      EvaluateCommand.class,
      MethodsCommand.class,
      RunsCommand.class,
      ExportCommand.class,
      InspectCommand.class,
      SubsetCommand.class,
      DoctorCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = "%nExit codes: 0 done, 1 failed or stopped, 2 wrong usage.")
public final class Program {
  private static final Logger LOG = LoggerFactory.getLogger(Program.class);
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Program() {}

  /// Runs the command that `args` name.
  ///
  /// @return the exit code
  public static int run(String... args) {
    return run(
        printer(System.out, System.getProperty("stdout.encoding")),
        printer(System.err, System.getProperty("stderr.encoding")),
        args);
  }

  private static PrintWriter printer(PrintStream stream, String encoding) {
    return new PrintWriter(new OutputStreamWriter(stream, Charset.forName(encoding)), true);
  }

  /// As above, writing results to `out` and errors to `err`.
  static int run(PrintWriter out, PrintWriter err, String... args) {
    var line =
        new CommandLine(new Program())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionStrategy(new OnceInGroup())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> report(failure, command, err))
            .setParameterExceptionHandler(
                (failure, parsed) -> wrongUsage(failure, failure.getCommandLine(), err));
    line.getSubcommands()
        .values()
        .forEach(each -> each.getCommandSpec().versionProvider(new VersionLine()));
    if (args.length == 0) {
      line.usage(out);
      return DONE;
    }
    return line.execute(args);
  }

  /// A setting out of its range is wrong usage; a world not as it must be is a failure. Either is
  /// one line, and the way to help after wrong usage.
  private static int report(Exception failure, CommandLine command, PrintWriter err) {
    if (failure instanceof IllegalArgumentException) {
      return wrongUsage(failure, command, err);
    }
    if (failure instanceof Problem) {
      err.println("error: " + oneLine(String.valueOf(failure.getMessage())));
    } else {
      LOG.error("unexpected", failure);
      err.println("error: inside the program: " + oneLine(failure.toString()));
    }
    return FAILED;
  }

  private static int wrongUsage(Exception failure, CommandLine command, PrintWriter err) {
    err.println("error: " + oneLine(String.valueOf(failure.getMessage())));
    err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USAGE;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", "; ");
  }
}
