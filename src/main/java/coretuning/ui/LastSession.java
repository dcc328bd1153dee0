package coretuning.ui;

import coretuning.result.Problem;
import coretuning.spec.Experiment;
import coretuning.spec.RunSpec;
import coretuning.store.SpecFile;
import coretuning.ui.experiment.ExperimentForm;
import coretuning.ui.runs.RunsModel;
import coretuning.ui.settings.Session;
import coretuning.ui.support.Background;
import coretuning.ui.support.Messages;
import coretuning.ui.support.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the last session ended: brought back after the start, kept at the end. What the form holds
/// lies beside the preferences, as the file of an experiment.
final class LastSession {
  private final Session session;
  private final Path formFile;
  private final Background background;
  private final StatusLine status;
  private final Messages messages;

  /// @param session as it was kept
  /// @param preferences file of the preferences
  LastSession(
      Session session,
      Path preferences,
      Background background,
      StatusLine status,
      Messages messages) {
    this.session = session;
    this.background = background;
    this.status = status;
    this.messages = messages;
    formFile = preferences.resolveSibling(preferences.getFileName() + ".form.json");
  }

  /// The view that was in front; empty for the first, or if nothing is to be restored.
  Optional<View> view() {
    return Optional.of(session)
        .filter(Session::isRestored)
        .flatMap(kept ->
            List.of(View.values()).stream()
                .filter(view -> view.name().equals(kept.view()))
                .findFirst());
  }

  /// Fills the form and puts the runs on display, if that is wished. Files are read beside the
  /// JavaFX thread: the window can be used meanwhile.
  void restore(ExperimentForm form, RunsModel runs) {
    if (!session.isRestored()) {
      return;
    }
    background.run(
        this::readForm,
        kept -> kept.ifPresent(spec -> fill(form, spec)),
        broken -> status.say(messages.text("session.noForm", broken.what())));
    if (!session.runs().isEmpty()) {
      runs.add(session.runs().stream().map(Path::of).toList(), this::tell);
    }
  }

  private Optional<RunSpec> readForm() {
    return Files.exists(formFile) ? Optional.of(SpecFile.read(formFile)) : Optional.empty();
  }

  private static void fill(ExperimentForm form, RunSpec spec) {
    if (spec instanceof Experiment experiment) {
      form.show(experiment);
    }
  }

  private void tell(List<Problem> refused) {
    status.say(
        refused.isEmpty()
            ? messages.text("session.restored")
            : messages.text(
                "session.gone",
                refused.stream()
                    .map(each -> String.valueOf(Path.of(each.where()).getFileName()))
                    .collect(Collectors.joining(", "))));
  }

  /// Keeps what the form describes. While a field is wrong the last good description stays; one
  /// that nobody changed is not kept, for the program may begin with a better one some day.
  ///
  /// @param untouched what the form begins with
  /// @throws Problem if the disk refuses
  void keep(ExperimentForm form, Experiment untouched) {
    Optional<Experiment> described = form.experimentProperty().get();
    if (described.filter(untouched::equals).isPresent()) {
      delete();
    } else {
      described.ifPresent(experiment -> SpecFile.write(formFile, experiment));
    }
  }

  private void delete() {
    try {
      Files.deleteIfExists(formFile);
    } catch (IOException refused) {
      throw new Problem(
          "what the form held before cannot be forgotten: " + refused.getMessage(),
          formFile.toString(),
          "delete the file",
          refused);
    }
  }
}
