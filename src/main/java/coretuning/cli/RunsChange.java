package coretuning.cli;

import coretuning.report.ByteSize;
import coretuning.result.Problem;
import coretuning.result.Remarks;
import coretuning.store.RemarksFile;
import coretuning.store.RunStore;
import coretuning.store.TableFolder;
import coretuning.store.Trash;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// What `runs` may change, one thing a call.
final class RunsChange {
  @ArgGroup(exclusive = false)
  private @Nullable Note note;

  @Option(
      names = "--trash",
      paramLabel = "RUN",
      description = "Move a run to the trash, from which it can be restored.")
  private Optional<String> trash = Optional.empty();

  @Option(names = "--restore", paramLabel = "RUN", description = "Put a run back from the trash.")
  private Optional<String> restore = Optional.empty();

  @ArgGroup(exclusive = false)
  private @Nullable Emptying emptying;

  /// New tags and notes.
  static final class Note {
    @Option(
        names = "--note-on",
        required = true,
        paramLabel = "RUN",
        description = "Change the tags or notes of a run.")
    private String run = "";

    @Option(
        names = "--tags",
        paramLabel = "TAGS",
        description = "Its tags from now on, with commas between; \"\" for none.")
    private Optional<String> tags = Optional.empty();

    @Option(names = "--notes", paramLabel = "TEXT", description = "Its notes from now on.")
    private Optional<String> notes = Optional.empty();
  }

  /// The end of what was thrown away.
  static final class Emptying {
    @Option(
        names = "--empty-trash",
        required = true,
        description = "Say what lies in the trash; with --yes delete it for good.")
    @SuppressWarnings("unused") // That the group is there at all is what counts.
    private boolean isWanted;

    @Option(names = "--yes", description = "Really delete.")
    private boolean isConfirmed;
  }

  /// Does it and says so.
  void apply(RunStore store, PrintWriter out) {
    Optional.ofNullable(note).ifPresent(asked -> note(asked, store, out));
    trash.ifPresent(run -> trash(run, store, out));
    restore.ifPresent(run -> out.println("restored " + store.trash().restore(run)));
    Optional.ofNullable(emptying).ifPresent(asked -> empty(asked, store.trash(), out));
  }

  private static void note(Note asked, RunStore store, PrintWriter out) {
    if (asked.tags.isEmpty() && asked.notes.isEmpty()) {
      throw new IllegalArgumentException("--note-on needs --tags or --notes");
    }
    Path run = store.open(asked.run).path();
    Remarks before = RemarksFile.read(run);
    List<String> tags = asked.tags.map(Remarks::tags).orElse(before.tags());
    var remarks = new Remarks(tags, asked.notes.orElse(before.notes()));
    RemarksFile.write(run, remarks);
    out.println(
        asked.run
            + ": "
            + (tags.isEmpty() ? "no tags" : "tags " + String.join(", ", tags))
            + (remarks.notes().isBlank() ? "" : "; " + remarks.notes().strip()));
  }

  private static void trash(String run, RunStore store, PrintWriter out) {
    List<String> descendants = store.descendants(run);
    store.trash().take(run);
    out.println("moved to the trash: " + run + " (runs --restore puts it back)");
    descendants.forEach(each -> out.println("note: " + each + " takes its backbone from it"));
    Optional.ofNullable(store.root().toAbsolutePath().normalize().getParent())
        .filter(TableFolder::isTable)
        .ifPresent(table -> out.println("note: the table " + table + " will run it again"));
  }

  private static void empty(Emptying asked, Trash trash, PrintWriter out) {
    Trash.Content content = trash.content();
    String runs = content.runs() == 1 ? "1 run, " : content.runs() + " runs, ";
    String what = runs + ByteSize.text(content.bytes());
    if (content.runs() == 0) {
      out.println("the trash is empty");
    } else if (!asked.isConfirmed) {
      throw new Problem(
          "the trash holds " + what, "nothing was deleted", "add --yes to delete them for good");
    } else {
      trash.empty();
      out.println("deleted for good: " + what);
    }
  }
}
