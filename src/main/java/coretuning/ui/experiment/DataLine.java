package coretuning.ui.experiment;

import coretuning.result.DataOutline;
import coretuning.result.RunControl;
import coretuning.spec.DataFormat;
import coretuning.spec.SampleChoice;
import coretuning.ui.form.DataForm;
import coretuning.ui.support.Inquiry;
import coretuning.ui.support.Messages;
import coretuning.ui.support.RecentPaths;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What the chosen data set is at first sight, or why it is none. Looks again whenever the place or
/// the way to read it changes.
final class DataLine {
  private final DataForm form;
  private final Inquiry<DataOutline> inquiry;
  private final Look look;
  private final RecentPaths recent;

  /// Looks at a data set, beside the JavaFX thread.
  @FunctionalInterface
  interface Look {
    /// See [coretuning.job.DataSets#outline].
    Optional<DataOutline> outline(
        Path path, DataFormat format, SampleChoice choice, RunControl control, IntConsumer found);
  }

  /// @param recent gets every path that was recognised
  DataLine(DataForm form, Inquiry<DataOutline> inquiry, Look look, RecentPaths recent) {
    this.form = form;
    this.inquiry = inquiry;
    this.look = look;
    this.recent = recent;
    List.of(form.root, form.format, form.split, form.labels, form.trainDomains, form.testDomains)
        .forEach(field -> field.listen(this::ask));
    inquiry.stateProperty().subscribe(this::remember);
  }

  /// Looks at what the form says now.
  void ask() {
    try {
      Path path = Path.of(form.root.value());
      DataFormat format = form.format.value();
      SampleChoice choice = form.choice();
      inquiry.ask((control, progress) ->
          look.outline(path, format, choice, control, found -> progress.at(found, 0)));
    } catch (IllegalArgumentException wrongField) {
      // The field itself says what is wrong with it.
      inquiry.clear();
    }
  }

  private void remember(Inquiry.State<DataOutline> state) {
    if (state instanceof Inquiry.State.Answered && form.root.isValid()) {
      recent.add(form.root.value());
    }
  }

  Inquiry<DataOutline> inquiry() {
    return inquiry;
  }

  /// In words: format, classes and images.
  static String text(DataOutline outline, Messages messages) {
    String format = messages.<DataFormat>texts("choice.").toString(outline.format());
    if (outline.classes() == 0) {
      return messages.text("look.data.unlabelled", format, number(outline.train()));
    }
    String own =
        outline.validation() == 0
            ? ""
            : messages.text("look.data.validation", number(outline.validation()));
    return messages.text(
        "look.data.found",
        format,
        number(outline.classes()),
        number(outline.train()),
        own,
        number(outline.test()));
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
