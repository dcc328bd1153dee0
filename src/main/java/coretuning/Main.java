package coretuning;

import coretuning.cli.Program;
import coretuning.ui.WorkbenchApplication;

/// Starts the window, or the command line where there are words. Not a subclass of JavaFX's
/// `Application`: started from the class path, such a class does not run.
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  /// The program.
  public static void main(String[] args) {
    if (args.length > 0) {
      System.exit(Program.run(args));
    }
    if (isWithoutDisplay()) {
      System.err.println(
          "error: there is no display to open the window on (DISPLAY and WAYLAND_DISPLAY are not"
              + " set); use the command line: mvn -q -Prun -Dargs=\"--help\"");
      System.exit(FAILED);
    }
    WorkbenchApplication.open();
  }

  private static boolean isWithoutDisplay() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("glass.platform") == null
        && System.getenv("DISPLAY") == null
        && System.getenv("WAYLAND_DISPLAY") == null;
  }
}
