package coretuning.ui.support;

import coretuning.result.Problem;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the program last said: one line, and the lines before it for who wants details.
public final class StatusLine {
  private static final int MOST_LINES = 500;

  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final ReadOnlyBooleanWrapper error = new ReadOnlyBooleanWrapper(this, "error");
  private final ObservableList<String> log = FXCollections.observableArrayList();

  /// Says something that is not an error.
  public void say(String line) {
    error.set(false);
    show(line);
  }

  /// Says what is wrong, where and what to do, in one line.
  public void fail(Problem problem) {
    error.set(true);
    show(problem.what() + " – " + problem.remedy());
    append("    " + problem.where());
  }

  /// Adds to the details only.
  public void note(String line) {
    append(line);
  }

  private void show(String line) {
    text.set(line);
    append(line);
  }

  private void append(String line) {
    if (log.size() == MOST_LINES) {
      log.removeFirst();
    }
    log.add(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
  }

  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /// Whether the line on display is an error.
  public ReadOnlyBooleanProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Lines with their time of day, oldest first.
  public ObservableList<String> log() {
    return log;
  }
}
