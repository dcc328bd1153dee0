package coretuning.data.doctor;

import coretuning.data.DataRoot;
import coretuning.data.SampleParts;
import coretuning.data.format.Formats;
import coretuning.data.format.Recognition;
import coretuning.data.format.Sample;
import coretuning.data.format.Samples;
import coretuning.data.image.ImageExamination;
import coretuning.data.image.ImageFiles;
import coretuning.result.DataFinding.Kind;
import coretuning.result.DataReport;
import coretuning.result.Part;
import coretuning.result.Problem;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Looks through a data set as a run would read it, and beyond: every file is opened, whatever is
/// wrong with another.
public final class DataDoctor {
  private final Question question;
  private final Findings findings = new Findings();

  private DataDoctor(Question question) {
    this.question = question;
  }

  /// A data set and how to read it.
  ///
  /// @param root folder, archive or list file
  /// @param format to read it as
  /// @param choice of samples and labels
  public record Source(Path root, DataFormat format, SampleChoice choice) {}

  /// What to examine.
  ///
  /// @param root folder, archive or list file
  /// @param format to read it as
  /// @param choice of samples and labels
  /// @param batchSize that runs will use, to tell which classes are too small; at least 1
  /// @param threads to decode on, at least 1
  /// @param cache where copies of tar archives live
  public record Question(
      Path root, DataFormat format, SampleChoice choice, int batchSize, int threads, Path cache) {
    public Question {
      if (batchSize < 1 || threads < 1) {
        throw new IllegalArgumentException(
            "batch size and threads must be at least 1, got %d and %d"
                .formatted(batchSize, threads));
      }
    }
  }

  /// Examines a data set.
  ///
  /// @param progress gets images examined and the number of all, as it goes
  /// @return also after a stop, with what was seen until then
  /// @throws Problem if there is nothing at the path, or an archive is refused
  public static DataReport examine(Question question, RunControl control, Progress progress) {
    try (DataRoot root = DataRoot.open(question.root(), question.cache())) {
      return root.using(() -> new DataDoctor(question).report(root.path(), control, progress));
    }
  }

  /// Gets how far the scan has come.
  @FunctionalInterface
  public interface Progress {
    /// Tells how far it is.
    ///
    /// @param done images examined
    /// @param all images there are
    void at(int done, int all);
  }

  private DataReport report(Path root, RunControl control, Progress progress) {
    Optional<Recognition> recognition = Formats.recognise(root);
    List<Path> files = walked(root);
    Optional<Samples> samples = read(root);
    boolean raw = samples.isPresent() && !(samples.get().pixels() instanceof ImageFiles);
    List<Path> images =
        samples.isPresent() && !raw
            ? samples.get().samples().stream().map(Sample::file).toList()
            : files;
    int count = raw ? samples.get().samples().size() : images.size();
    List<Optional<Part>> parts = parts(samples, count);
    var scan =
        raw
            ? new Scan(
                count,
                index -> RawExamination.of(samples.get().pixels(), index),
                RawExamination::name,
                findings)
            : new Scan(
                count,
                index -> ImageExamination.of(images.get(index)),
                index -> shown(root, images.get(index)),
                findings);
    IntConsumer done = examined -> progress.at(examined, count);
    scan.run(question.threads(), control, done);
    var pairs =
        new PairFindings(
            findings,
            samples,
            parts,
            index -> raw ? RawExamination.name(index) : shown(root, images.get(index)));
    scan.copies().exact(pairs::exact);
    scan.copies().near(pairs::near);
    List<DataReport.ClassCount> classes = ClassTally.of(samples, parts);
    samples.ifPresent(known -> ClassTally.findSmall(classes, question.batchSize(), findings));
    return new DataReport(
        question.root().toString(),
        format(recognition, samples),
        recognition.map(Recognition::why).orElse("nothing known"),
        classes,
        scan.examined(),
        count,
        scan.bytes(),
        scan.sizes(),
        scan.formats(),
        scan.channels(),
        findings.counts(),
        findings.all(),
        samples.map(Samples::notes).orElse(List.of()));
  }

  private String format(Optional<Recognition> recognition, Optional<Samples> samples) {
    if (samples.isEmpty()) {
      return "";
    }
    return question.format() == DataFormat.AUTO
        ? recognition.map(found -> found.format().name()).orElse("")
        : question.format().name();
  }

  private List<Path> walked(Path root) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try {
      return Tree.images(root, findings);
    } catch (IOException failure) {
      throw new Problem(
          "the folder cannot be read: " + failure.getMessage(),
          root.toString(),
          "check its access rights",
          failure);
    }
  }

  private Optional<Samples> read(Path root) {
    try {
      return Optional.of(Formats.read(question.format(), root, question.choice()));
    } catch (Problem problem) {
      findings.add(Kind.LAYOUT, problem.where(), problem.what());
      return Optional.empty();
    }
  }

  private List<Optional<Part>> parts(Optional<Samples> samples, int count) {
    List<Optional<Part>> unknown = new ArrayList<>(Collections.nCopies(count, Optional.empty()));
    if (samples.isEmpty()) {
      return unknown;
    }
    try {
      return SampleParts.of(samples.get(), question.choice());
    } catch (Problem problem) {
      findings.add(Kind.LAYOUT, problem.where(), problem.what());
      return unknown;
    }
  }

  private static String shown(Path root, Path file) {
    Path base = Files.isDirectory(root) ? root : root.toAbsolutePath().getParent();
    return base != null && file.startsWith(base)
        ? base.relativize(file).toString()
        : file.toString();
  }
}
