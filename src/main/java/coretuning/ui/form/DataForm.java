package coretuning.ui.form;

import coretuning.spec.DataFormat;
import coretuning.spec.DataSpec;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import coretuning.ui.support.Numbers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;

/// A form's part of [DataSpec].
public final class DataForm {
  public final Choice<DataFormat> format;
  public final Entry<String> root;
  public final Entry<Integer> imageSize;
  public final Entry<Double> validationShare;
  public final Entry<Double> subsetRate;
  public final Entry<List<Double>> mean;
  public final Entry<List<Double>> deviation;
  public final Entry<Integer> split;
  public final Choice<LabelSet> labels;
  public final Entry<List<String>> trainDomains;
  public final Entry<List<String>> testDomains;
  public final Toggle skipBroken;

  private static final Set<DataFormat> SPLITS =
      EnumSet.of(DataFormat.AUTO, DataFormat.CALTECH101, DataFormat.DTD, DataFormat.SUN397);
  private static final Set<DataFormat> LABELLINGS =
      EnumSet.of(
          DataFormat.AUTO,
          DataFormat.AIRCRAFT,
          DataFormat.CALTECH101,
          DataFormat.CIFAR100,
          DataFormat.PETS);
  private static final Set<DataFormat> DOMAINS =
      EnumSet.of(DataFormat.AUTO, DataFormat.LIST, DataFormat.DOMAINS);

  /// A form that begins with the values of `given`.
  public DataForm(DataSpec given) {
    // Fine-tuning needs labels.
    this(given, EnumSet.complementOf(EnumSet.of(DataFormat.UNLABELLED)));
  }

  /// A form for images that need no labels.
  public static DataForm ofAnyImages(DataSpec given) {
    return new DataForm(given, EnumSet.allOf(DataFormat.class));
  }

  private DataForm(DataSpec given, Set<DataFormat> formats) {
    var valid = DataSpec.fashionMnist("any");
    format = new Choice<>("format", List.copyOf(formats), given.format());
    root = new Entry<>("root", given.root(), Entry.Browse.FOLDER, Parse::dataSet);
    SampleChoice choice = given.choice();
    split =
        Entry.whole(
            "split",
            choice.split(),
            number -> new SampleChoice(number, LabelSet.STANDARD, List.of(), List.of(), false));
    labels = new Choice<>("labels", List.of(LabelSet.values()), choice.labels());
    trainDomains = domains("trainDomains", choice.trainDomains());
    testDomains = domains("testDomains", choice.testDomains());
    skipBroken = new Toggle("skipBroken", choice.skipBroken());
    imageSize = Entry.whole("imageSize", given.imageSize(), size -> sized(valid, size, 0, 1));
    validationShare =
        Entry.number(
            "validationShare", given.validationShare(), share -> sized(valid, 28, share, 1));
    subsetRate = Entry.number("subsetRate", given.subsetRate(), rate -> sized(valid, 28, 0, rate));
    mean = channels("mean", given.mean(), values -> normalised(valid, values, valid.deviation()));
    deviation =
        channels("deviation", given.deviation(), values -> normalised(valid, valid.mean(), values));
    showWhere(split, SPLITS);
    showWhere(labels, LABELLINGS);
    showWhere(trainDomains, DOMAINS);
    showWhere(testDomains, DOMAINS);
  }

  /// Shows a field only for the formats that have what it chooses from.
  private void showWhere(Field field, Set<DataFormat> formats) {
    field
        .applicableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> formats.contains(format.value()), format.valueProperty()));
  }

  private static DataSpec sized(DataSpec valid, int size, double share, double rate) {
    return new DataSpec(
        valid.format(), valid.root(), size, share, rate, valid.mean(), valid.deviation());
  }

  private static DataSpec normalised(DataSpec valid, List<Double> mean, List<Double> deviation) {
    return new DataSpec(valid.format(), valid.root(), 28, 0, 1, mean, deviation);
  }

  private static Entry<List<String>> domains(String key, List<String> given) {
    return new Entry<>(key, String.join(", ", given), Entry.Browse.NOTHING, Parse::names);
  }

  private static Entry<List<Double>> channels(
      String key, List<Double> given, Consumer<List<Double>> rule) {
    String text = given.stream().map(Numbers::plain).collect(Collectors.joining(", "));
    return new Entry<>(
        key,
        text,
        Entry.Browse.NOTHING,
        typed -> {
          List<Double> values = Parse.numbers(typed);
          rule.accept(values);
          return values;
        });
  }

  /// Its lines, in order.
  public List<Field> fields() {
    return List.of(
        format,
        root,
        imageSize,
        validationShare,
        subsetRate,
        mean,
        deviation,
        split,
        labels,
        trainDomains,
        testDomains,
        skipBroken);
  }

  /// What the lines say.
  ///
  /// @throws IllegalArgumentException if a field is wrong
  public DataSpec build() {
    return new DataSpec(
        format.value(),
        root.value(),
        imageSize.value(),
        validationShare.value(),
        subsetRate.value(),
        mean.value(),
        deviation.value(),
        choice());
  }

  /// Which of the samples and labels are chosen.
  ///
  /// @throws IllegalArgumentException if one of its fields is wrong
  public SampleChoice choice() {
    return new SampleChoice(
        split.value(),
        labels.value(),
        trainDomains.value(),
        testDomains.value(),
        skipBroken.value());
  }
}
