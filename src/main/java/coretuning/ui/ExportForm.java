package coretuning.ui;

import coretuning.figure.FigureFormat;
import coretuning.spec.ColourSet;
import coretuning.spec.FigureLook;
import coretuning.spec.FigureLook.Ground;
import coretuning.spec.LegendPlace;
import coretuning.spec.Sheet;
import coretuning.spec.Sheet.Unit;
import coretuning.spec.Surround;
import coretuning.ui.support.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Look, format and place of a figure's file, as typed and chosen.
final class ExportForm {
  private static final double MM_PER_INCH = 25.4;
  private static final FigureLook STANDARD = FigureLook.standard();

  final TypedNumber width = new TypedNumber(STANDARD.sheet().width());
  final TypedNumber height = new TypedNumber(STANDARD.sheet().height());
  final TypedNumber dpi = new TypedNumber(STANDARD.sheet().dpi());
  final TypedNumber fontSize = new TypedNumber(STANDARD.fontSize());
  final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(this, "unit", Unit.MM);
  final BooleanProperty title = new SimpleBooleanProperty(this, "title", true);
  final ObjectProperty<LegendPlace> legend =
      new SimpleObjectProperty<>(this, "legend", LegendPlace.AUTO);
  final ObjectProperty<Ground> ground = new SimpleObjectProperty<>(this, "ground", Ground.LIGHT);
  final ObjectProperty<ColourSet> colours =
      new SimpleObjectProperty<>(this, "colours", ColourSet.STANDARD);
  final ObjectProperty<FigureFormat> format =
      new SimpleObjectProperty<>(this, "format", FigureFormat.PNG);
  final BooleanProperty recipe = new SimpleBooleanProperty(this, "recipe", false);
  final StringProperty path = new SimpleStringProperty(this, "path", "");
  final StringProperty pathError = new SimpleStringProperty(this, "pathError", "");

  private final Messages messages;

  /// @param remembered choices of the last figure; see [#choices]
  ExportForm(Map<String, String> remembered, Messages messages) {
    this.messages = messages;
    remember(remembered, "width", width.text::set);
    remember(remembered, "height", height.text::set);
    remember(remembered, "dpi", dpi.text::set);
    remember(remembered, "fontSize", fontSize.text::set);
    remember(remembered, "unit", name -> choose(Unit.class, name).ifPresent(unit::set));
    remember(remembered, "title", name -> title.set(Boolean.parseBoolean(name)));
    remember(remembered, "legend", name -> choose(LegendPlace.class, name).ifPresent(legend::set));
    remember(remembered, "ground", name -> choose(Ground.class, name).ifPresent(ground::set));
    remember(remembered, "colours", name -> choose(ColourSet.class, name).ifPresent(colours::set));
    remember(remembered, "format", name -> choose(FigureFormat.class, name).ifPresent(format::set));
    remember(remembered, "recipe", name -> recipe.set(Boolean.parseBoolean(name)));
    unit.subscribe(this::convert);
    format.subscribe(chosen -> endWith(chosen.ending()));
    path.subscribe(typed -> FigureFormat.of(typed).ifPresent(format::set));
    numbers().forEach(number -> number.text.subscribe(typed -> look()));
    look();
  }

  private static void remember(Map<String, String> stored, String key, Consumer<String> use) {
    Optional.ofNullable(stored.get(key)).ifPresent(use);
  }

  /// A constant by its name; none if a file of preferences was edited badly.
  private static <E extends Enum<E>> Optional<E> choose(Class<E> type, String name) {
    return Stream.of(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst();
  }

  /// Everything but the file, to be remembered.
  Map<String, String> choices() {
    var choices = new HashMap<String, String>();
    choices.put("width", width.text.get());
    choices.put("height", height.text.get());
    choices.put("dpi", dpi.text.get());
    choices.put("fontSize", fontSize.text.get());
    choices.put("unit", unit.get().name());
    choices.put("title", Boolean.toString(title.get()));
    choices.put("legend", legend.get().name());
    choices.put("ground", ground.get().name());
    choices.put("colours", colours.get().name());
    choices.put("format", format.get().name());
    choices.put("recipe", Boolean.toString(recipe.get()));
    return choices;
  }

  /// All that the look depends on.
  List<Observable> lookProperties() {
    return List.of(
        width.text, height.text, dpi.text, fontSize.text, unit, title, legend, ground, colours);
  }

  private List<TypedNumber> numbers() {
    return List.of(width, height, dpi, fontSize);
  }

  /// The look, if nothing is wrong with it; else the fields say what.
  Optional<FigureLook> look() {
    boolean areNumbers = true;
    for (TypedNumber number : numbers()) {
      boolean isNumber = number.value().isPresent();
      number.error.set(isNumber ? "" : messages.text("export.notANumber"));
      areNumbers &= isNumber;
    }
    if (!areNumbers) {
      return Optional.empty();
    }
    return sheet()
        .flatMap(sheet ->
            made(
                fontSize,
                () ->
                    new FigureLook(
                        sheet,
                        fontSize.value().orElseThrow(),
                        ground.get(),
                        new Surround(title.get(), legend.get()),
                        colours.get())));
  }

  private Optional<Sheet> sheet() {
    double resolution = dpi.value().orElseThrow();
    if (resolution != Math.rint(resolution)) {
      dpi.error.set(messages.text("export.notWhole"));
      return Optional.empty();
    }
    // Whatever is wrong with a sheet of usual size is the resolution's fault.
    Optional<Sheet> probe = made(dpi, () -> new Sheet(100, 100, Unit.PX, (int) resolution));
    return probe.flatMap(usual ->
        made(
            width,
            () ->
                new Sheet(
                    width.value().orElseThrow(),
                    height.value().orElseThrow(),
                    unit.get(),
                    usual.dpi())));
  }

  private static <T> Optional<T> made(TypedNumber field, Supplier<T> constructor) {
    try {
      return Optional.of(constructor.get());
    } catch (IllegalArgumentException outOfRange) {
      field.error.set(String.valueOf(outOfRange.getMessage()));
      return Optional.empty();
    }
  }

  /// The file, if there is a name for one.
  Optional<Path> file() {
    String typed = path.get().strip();
    if (typed.isEmpty()) {
      pathError.set(messages.text("export.noFile"));
      return Optional.empty();
    }
    pathError.set("");
    boolean isWhole = FigureFormat.of(typed).isPresent();
    try {
      return Optional.of(Path.of(isWhole ? typed : typed + format.get().ending()));
    } catch (InvalidPathException notAPath) {
      pathError.set(String.valueOf(notAPath.getMessage()));
      return Optional.empty();
    }
  }

  private void endWith(String ending) {
    String text = path.get();
    if (FigureFormat.of(text).isPresent()) {
      path.set(text.substring(0, text.lastIndexOf('.')) + ending);
    }
  }

  /// Keeps the size when the unit changes.
  private void convert(Unit before, Unit after) {
    OptionalDouble resolution = dpi.value();
    if (resolution.isPresent() && resolution.getAsDouble() > 0) {
      double factor =
          perInch(after, resolution.getAsDouble()) / perInch(before, resolution.getAsDouble());
      for (TypedNumber side : List.of(width, height)) {
        side.value().ifPresent(value -> side.set(rounded(value * factor, after)));
      }
    }
  }

  private static double rounded(double length, Unit unit) {
    return unit == Unit.PX ? Math.rint(length) : length;
  }

  private static double perInch(Unit unit, double dpi) {
    return switch (unit) {
      case MM -> MM_PER_INCH;
      case INCH -> 1;
      case PX -> dpi;
    };
  }
}
