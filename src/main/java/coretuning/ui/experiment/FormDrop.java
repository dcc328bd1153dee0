package coretuning.ui.experiment;

import coretuning.job.PathKind;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Takes one folder, archive, list or file of weights that is dropped on the form, and leaves all
/// else to whoever listens further out.
final class FormDrop {
  private final Function<Path, PathKind> look;
  private final Consumer<Path> data;
  private final Consumer<Path> weights;
  private Optional<Known> last = Optional.empty();

  /// The pointer passes over the form many times with the same thing.
  private record Known(Path path, PathKind kind) {}

  /// @param look says what a path is by its content
  /// @param data gets a data set
  /// @param weights gets a file of weights
  FormDrop(Function<Path, PathKind> look, Consumer<Path> data, Consumer<Path> weights) {
    this.look = look;
    this.data = data;
    this.weights = weights;
  }

  /// Listens to what is dragged over a node.
  void receive(Node node) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (takes(paths(event.getDragboard()))) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (drop(paths(event.getDragboard()))) {
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private static List<Path> paths(Dragboard board) {
    return board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList() : List.of();
  }

  /// Whether this is something for the form.
  boolean takes(List<Path> paths) {
    return paths.size() == 1
        && switch (kind(paths.getFirst())) {
          case DATA, WEIGHTS -> true;
          case RUN, OTHER -> false;
        };
  }

  /// Puts it where it belongs.
  ///
  /// @return whether it was taken
  boolean drop(List<Path> paths) {
    if (!takes(paths)) {
      return false;
    }
    Path path = paths.getFirst();
    (kind(path) == PathKind.WEIGHTS ? weights : data).accept(path);
    last = Optional.empty();
    return true;
  }

  private PathKind kind(Path path) {
    Known known =
        last.filter(each -> each.path().equals(path))
            .orElseGet(() -> new Known(path, look.apply(path)));
    last = Optional.of(known);
    return known.kind();
  }
}
