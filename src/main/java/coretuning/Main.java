package coretuning;

import coretuning.cli.Program;

/// Starts the window, or the command line where there are words. Not a subclass of JavaFX's
/// `Application`: started from the class path, such a class does not run.
public final class Main {
  private Main() {}

  /// The program.
  public static void main(String[] args) {
    System.exit(Program.run(args));
  }
}
