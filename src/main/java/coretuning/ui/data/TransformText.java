package coretuning.ui.data;

import coretuning.spec.TransformSpec;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/// Augmentation steps in words.
final class TransformText {
  private TransformText() {}

  /// All steps in their order.
  static String of(List<TransformSpec> steps, Messages messages) {
    return steps.isEmpty()
        ? messages.text("preview.step.none")
        : steps.stream().map(each -> of(each, messages)).collect(Collectors.joining(" → "));
  }

  private static String of(TransformSpec step, Messages messages) {
    return switch (step) {
      case TransformSpec.RandomCrop crop ->
          messages.text("preview.step.crop", crop.size(), crop.padding());
      case TransformSpec.Resize resize -> messages.text("preview.step.resize", resize.size());
      case TransformSpec.RandomResizedCrop crop ->
          messages.text(
              "preview.step.resizedCrop",
              crop.size(),
              percent(crop.leastScale()),
              percent(crop.mostScale()));
      case TransformSpec.HorizontalFlip flip ->
          messages.text("preview.step.flip", percent(flip.probability()));
      case TransformSpec.Rotation turn ->
          messages.text("preview.step.rotation", Numbers.plain(turn.degrees()));
      case TransformSpec.ColourJitter jitter ->
          messages.text(
              "preview.step.jitter",
              Numbers.plain(jitter.brightness()),
              Numbers.plain(jitter.contrast()),
              Numbers.plain(jitter.saturation()),
              Numbers.plain(jitter.hue()),
              percent(jitter.probability()));
      case TransformSpec.Grayscale gray ->
          messages.text("preview.step.gray", percent(gray.probability()));
      case TransformSpec.GaussianBlur blur ->
          messages.text(
              "preview.step.blur",
              Numbers.plain(blur.leastSigma()),
              Numbers.plain(Math.rint(100 * blur.mostSigma()) / 100),
              percent(blur.probability()));
    };
  }

  private static String percent(double share) {
    return Numbers.plain(Math.rint(1000 * share) / 10) + " %";
  }
}
