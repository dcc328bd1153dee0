package coretuning.cli;

import coretuning.job.Doctor;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class VersionLine implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {Doctor.program()};
  }
}
