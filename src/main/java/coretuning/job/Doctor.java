package coretuning.job;

import coretuning.result.Problem;
import coretuning.spec.DeviceChoice;
import coretuning.tensor.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What this machine offers: engine, device, versions, memory, and why not a GPU.
///
/// @param lines `name` and `value` pairs to show
public record Doctor(List<Line> lines) {
  private static final double GIB = 1 << 30;

  public Doctor {
    lines = List.copyOf(lines);
  }

  /// One fact.
  public record Line(String name, String value) {}

  /// The device, then all facts, a line each: what the window shows.
  public List<String> deviceLines() {
    var texts = new ArrayList<String>();
    texts.add(value("device"));
    lines.forEach(line -> texts.add(line.name() + ": " + line.value()));
    return texts;
  }

  private String value(String name) {
    return lines.stream()
        .filter(line -> line.name().equals(name))
        .map(Line::value)
        .findFirst()
        .orElseThrow();
  }

  /// The program and its version.
  public static String program() {
    return "Core-tuning Workbench " + Origins.programVersion();
  }

  /// Starts the engine and looks.
  ///
  /// @throws Problem if the device asked for cannot be used
  public static Doctor examine(DeviceChoice choice) {
    Compute compute = Compute.start(choice);
    Runtime runtime = Runtime.getRuntime();
    return new Doctor(
        List.of(
            new Line("program", program()),
            new Line("engine", compute.engine()),
            new Line("device", compute.description()),
            new Line("why", compute.reason()),
            new Line(
                "java",
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor")),
            new Line(
                "system",
                "%s %s, %s"
                    .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"))),
            new Line("processors", Integer.toString(runtime.availableProcessors())),
            new Line(
                "Java heap",
                String.format(
                    Locale.ROOT,
                    "%.1f GiB at most (tensors live outside it)",
                    runtime.maxMemory() / GIB)),
            new Line("C allocator", compute.allocator())));
  }
}
