package coretuning.ui.runs;

import coretuning.report.ByteSize;
import coretuning.result.Problem;
import coretuning.result.RunSummary;
import coretuning.store.RunStore;
import coretuning.store.Trash;
import coretuning.store.Trashed;
import coretuning.ui.support.Background;
import coretuning.ui.support.Comparison;
import coretuning.ui.support.JobDesk;
import coretuning.ui.support.LiveRun;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Throws runs away, has them back, and empties the trash.
public final class RunBin {
  /// What was thrown away last.
  ///
  /// @param entries in the trash
  /// @param orphans runs that take their weights from one of them
  record Thrown(List<Trashed> entries, List<String> orphans) {}

  /// Where a run and what works on it are known.
  ///
  /// @param store the runs on disk
  /// @param comparison the runs on display
  /// @param desk knows whether a job works on these
  public record Place(RunStore store, Comparison comparison, JobDesk desk) {}

  private final Place place;
  private final Background background;
  private final StatusLine status;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<Thrown>> thrown =
      new ReadOnlyObjectWrapper<>(this, "thrown", Optional.empty());

  public RunBin(Place place, Background background, StatusLine status, Messages messages) {
    this.place = place;
    this.background = background;
    this.status = status;
    this.messages = messages;
  }

  /// What can be had back at once; empty if nothing was thrown away lately.
  ReadOnlyObjectProperty<Optional<Thrown>> thrownProperty() {
    return thrown.getReadOnlyProperty();
  }

  /// Why these runs cannot be thrown away now; empty if they can.
  Optional<String> whyNot(List<RunSummary> runs) {
    List<String> busy =
        place.desk().isBusy()
            ? place.comparison().runs().stream().map(LiveRun::id).toList()
            : List.of();
    return runs.stream()
        .filter(run -> !run.state().isTerminal() || busy.contains(run.id()))
        .findFirst()
        .map(run -> messages.text("runs.inUse", run.id()));
  }

  /// Throws runs away unless one is in use, takes them off display, then calls `done`.
  void throwAway(List<RunSummary> runs, Runnable done) {
    Optional<String> refusal = whyNot(runs);
    if (refusal.isPresent()) {
      status.say(refusal.get());
      return;
    }
    List<String> ids = runs.stream().map(RunSummary::id).toList();
    place.comparison().remove(ids);
    background.run(
        () -> take(ids),
        outcome -> {
          if (!outcome.thrown().entries().isEmpty()) {
            thrown.set(Optional.of(outcome.thrown()));
            status.say(text(outcome.thrown()));
          }
          outcome.refusal().ifPresent(status::fail);
          done.run();
        },
        status::fail);
  }

  private record Outcome(Thrown thrown, Optional<Problem> refusal) {}

  /// What goes before one refuses is thrown away all the same, and can be had back.
  private Outcome take(List<String> ids) {
    List<String> orphans =
        ids.stream()
            .flatMap(id -> place.store().descendants(id).stream())
            .filter(Predicate.not(ids::contains))
            .distinct()
            .toList();
    var entries = new ArrayList<Trashed>();
    for (String id : ids) {
      try {
        entries.add(place.store().trash().take(id));
      } catch (Problem refused) {
        return new Outcome(new Thrown(List.copyOf(entries), orphans), Optional.of(refused));
      }
    }
    return new Outcome(new Thrown(List.copyOf(entries), orphans), Optional.empty());
  }

  /// Says what was thrown away and who depends on it.
  String text(Thrown last) {
    String what =
        last.entries().size() == 1
            ? messages.text("runs.thrown", last.entries().getFirst().run())
            : messages.text("runs.thrownMany", last.entries().size());
    return last.orphans().isEmpty()
        ? what
        : what + " " + messages.text("runs.orphans", String.join(", ", last.orphans()));
  }

  /// Puts back what was thrown away last, then calls `done`.
  void undo(Runnable done) {
    Optional<Thrown> last = thrown.get();
    if (last.isEmpty()) {
      return;
    }
    thrown.set(Optional.empty());
    List<Trashed> entries = last.get().entries();
    background.run(
        () -> entries.stream().map(place.store().trash()::restore).toList(),
        folders -> {
          status.say(
              folders.size() == 1
                  ? messages.text("runs.restored", entries.getFirst().run())
                  : messages.text("runs.restoredMany", folders.size()));
          done.run();
        },
        refused -> {
          status.fail(refused);
          done.run();
        });
  }

  /// Forgets what was thrown away last; it stays in the trash.
  void forget() {
    thrown.set(Optional.empty());
  }

  /// Empties the trash if `consent`, told what it holds, says so.
  public void empty(Predicate<String> consent) {
    background.run(
        place.store().trash()::content,
        content -> {
          if (content.runs() == 0) {
            status.say(messages.text("trash.isEmpty"));
          } else if (consent.test(text(content))) {
            forget();
            background.run(
                place.store().trash()::empty,
                count -> status.say(messages.text("trash.emptied", text(content))),
                status::fail);
          }
        },
        status::fail);
  }

  private String text(Trash.Content content) {
    String size = ByteSize.text(content.bytes());
    return content.runs() == 1
        ? messages.text("trash.one", size)
        : messages.text("trash.many", content.runs(), size);
  }
}
