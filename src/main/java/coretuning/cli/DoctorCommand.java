package coretuning.cli;

import coretuning.job.Doctor;
import coretuning.spec.DeviceChoice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what this machine offers.
@Command(
    name = "doctor",
    description = "Show engine, device, versions and memory, and why not a GPU.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--device",
      description = "Device to try: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).",
      defaultValue = "AUTO")
  private DeviceChoice device;

  @Override
  public Integer call() {
    for (Doctor.Line line : Doctor.examine(device).lines()) {
      spec.commandLine().getOut().printf("%-12s %s%n", line.name(), line.value());
    }
    return 0;
  }
}
