package coretuning.ui.experiment;

import coretuning.result.CheckpointOutline;
import coretuning.result.TensorMatch;
import coretuning.spec.Architecture;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RecentPaths;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// What the chosen weights are at first sight, and whether they fit the chosen backbone. Looks
/// again whenever one of the two changes.
final class WeightsLine {
  private final BackboneForm form;
  private final Inquiry<Fit> inquiry;
  private final BiFunction<Path, Optional<Architecture>, CheckpointOutline> look;
  private final RecentPaths recent;

  /// What a file holds, and what the form's backbone finds in it.
  ///
  /// @param best compared with the architecture that fits best
  /// @param asked compared with the form's
  record Fit(CheckpointOutline best, CheckpointOutline asked) {
    /// The architecture that the file is wholly of, if it is not the form's.
    Optional<Architecture> other() {
      return Arrays.stream(Architecture.values())
          .filter(each -> best.match().isComplete() && !asked.match().isComplete())
          .filter(each -> each.label().equals(best.match().architecture()))
          .findFirst();
    }
  }

  /// @param look see [coretuning.job.Checkpoints#outline]; called beside the JavaFX thread
  /// @param recent gets every file that could be opened
  WeightsLine(
      BackboneForm form,
      Inquiry<Fit> inquiry,
      BiFunction<Path, Optional<Architecture>, CheckpointOutline> look,
      RecentPaths recent) {
    this.form = form;
    this.inquiry = inquiry;
    this.look = look;
    this.recent = recent;
    List.of(form.weights, form.architecture).forEach(field -> field.listen(this::ask));
    inquiry.stateProperty().subscribe(this::take);
  }

  /// Looks at what the form says now.
  void ask() {
    Optional<String> file = form.weights.isValid() ? form.weights.value() : Optional.empty();
    if (file.isEmpty()) {
      inquiry.clear();
      return;
    }
    Path path = Path.of(file.get());
    Architecture architecture = form.architecture.value();
    inquiry.ask((control, progress) -> Optional.of(fit(path, architecture)));
  }

  private Fit fit(Path path, Architecture architecture) {
    CheckpointOutline best = look.apply(path, Optional.empty());
    return best.match().architecture().equals(architecture.label())
        ? new Fit(best, best)
        : new Fit(best, look.apply(path, Optional.of(architecture)));
  }

  private void take(Inquiry.State<Fit> state) {
    boolean answered = state instanceof Inquiry.State.Answered;
    if (answered && form.weights.isValid()) {
      form.weights.value().ifPresent(recent::add);
    }
    form.matchProperty().set(inquiry.answer().map(fit -> fit.asked().match()));
  }

  Inquiry<Fit> inquiry() {
    return inquiry;
  }

  /// In words: whose layout, which backbone, how much of it, which heads are dropped.
  static String text(Fit fit, Architecture architecture, Messages messages) {
    CheckpointOutline asked = fit.asked();
    Optional<Architecture> other = fit.other();
    if (other.isPresent()) {
      return messages.text("look.weights.other", whole(fit.best(), messages), other.get());
    }
    if (asked.match().renamed().isEmpty()) {
      return messages.text("look.weights.nothing", architecture, asked.format(), asked.tensors());
    }
    String found = whole(asked, messages);
    return asked.match().isComplete()
        ? found
        : messages.text("look.weights.partial", found, gaps(asked.match(), messages));
  }

  private static String whole(CheckpointOutline outline, Messages messages) {
    TensorMatch match = outline.match();
    String found =
        messages.text(
            "look.weights.found",
            outline.layout().label(),
            outline.format(),
            match.architecture(),
            match.renamed().size(),
            match.expected());
    return match.heads().isEmpty()
        ? found
        : messages.text(
            "look.weights.heads", found, String.join(", ", match.heads().sequencedKeySet()));
  }

  private static String gaps(TensorMatch match, Messages messages) {
    if (!match.missing().isEmpty()) {
      return messages.text(
          "look.weights.missing", match.missing().size(), match.missing().getFirst());
    }
    return match.misshapen().isEmpty()
        ? messages.text(
            "look.weights.unexpected", match.unexpected().size(), match.unexpected().getFirst())
        : match.misshapen().getFirst();
  }
}
