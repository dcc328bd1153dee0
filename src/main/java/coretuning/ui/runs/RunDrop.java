package coretuning.ui.runs;

import coretuning.store.RunFolder;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.DropReceiver;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts dropped folders of runs on display: folders of one run each, or folders that hold such.
/// They may lie anywhere; those outside the program's own folder of runs are only looked at.
public final class RunDrop implements DropReceiver {
  private static final Logger LOG = LoggerFactory.getLogger(RunDrop.class);

  private final RunsModel model;
  private final JobDesk desk;
  private final StatusLine status;
  private final Messages messages;
  private final Runnable shown;

  /// @param shown is called when the runs are on display
  public RunDrop(
      RunsModel model, JobDesk desk, StatusLine status, Messages messages, Runnable shown) {
    this.model = model;
    this.desk = desk;
    this.status = status;
    this.messages = messages;
    this.shown = shown;
  }

  @Override
  public Optional<String> offer(List<Path> dropped) {
    return Optional.of(runs(dropped))
        .filter(runs -> !runs.isEmpty())
        .map(runs ->
            desk.isBusy()
                ? messages.text("drop.busy")
                : messages.text("drop.runs", count(runs.size())));
  }

  private String count(int runs) {
    if (runs > Comparison.MOST_RUNS) {
      return messages.text("drop.newest", Comparison.MOST_RUNS, runs);
    }
    return runs == 1 ? messages.text("drop.one") : messages.text("drop.many", runs);
  }

  @Override
  public void take(List<Path> dropped) {
    if (desk.isBusy()) {
      status.say(messages.text("drop.busy"));
      return;
    }
    List<Path> all = runs(dropped);
    List<Path> newest = all.subList(Math.max(0, all.size() - Comparison.MOST_RUNS), all.size());
    model.add(
        newest,
        refused -> {
          if (refused.size() < newest.size()) {
            status.say(messages.text("drop.opened", count(all.size())));
            shown.run();
          }
          refused.stream().findFirst().ifPresent(status::fail);
        });
  }

  /// What to say of things that hold no run.
  public String refusal(List<Path> dropped) {
    return dropped.size() == 1
        ? messages.text("drop.unknown", dropped.getFirst().getFileName())
        : messages.text("drop.unknownMany", dropped.size());
  }

  /// The runs among these and in these, by name: names begin with the time.
  private static List<Path> runs(List<Path> dropped) {
    return dropped.stream()
        .flatMap(path -> RunFolder.isRun(path) ? Stream.of(path) : within(path).stream())
        .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
        .toList();
  }

  private static List<Path> within(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(RunFolder::isRun).toList();
    } catch (IOException unreadable) {
      LOG.warn("the dropped folder {} cannot be read", folder, unreadable);
      return List.of();
    }
  }
}
