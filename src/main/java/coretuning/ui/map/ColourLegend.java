package coretuning.ui.map;

import coretuning.figure.Colouring;
import coretuning.figure.Range;
import coretuning.figure.Style;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// Says what the colours of maps mean. Kinds can be clicked: a click leaves one on display, Ctrl or
/// Shift takes one off; a list that is too long scrolls.
public final class ColourLegend extends VBox {
  private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("filtered");
  private static final int BAR_HEIGHT = 160;
  private static final int BAR_WIDTH = 14;
  private static final int TICKS = 5;

  private final KindFilter filter;
  private final Label title = new Label();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final String help;

  /// @param help says what clicks do
  public ColourLegend(KindFilter filter, String help) {
    this.filter = filter;
    this.help = help;
    getStyleClass().add("colour-legend");
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll);
  }

  /// Describes a colouring.
  public void show(String name, Colouring colouring, Style style) {
    title.setText(name);
    rows.getChildren().clear();
    switch (colouring) {
      case Colouring.Kinds kinds -> {
        int[] counts = new int[kinds.names().size()];
        for (int kind : kinds.kinds()) {
          counts[kind]++;
        }
        for (int kind = 0; kind < counts.length; kind++) {
          rows.getChildren().add(row(kinds, kind, counts[kind], style));
        }
      }
      case Colouring.Amounts amounts -> rows.getChildren().add(bar(amounts.range(), style));
    }
  }

  /// Says why there are no colours.
  public void showNothing(String name, String why) {
    title.setText(name);
    var text = new Label(why);
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    rows.getChildren().setAll(text);
  }

  /// Says what the channel is.
  public void explain(String text) {
    if (title.getTooltip() == null || !title.getTooltip().getText().equals(text)) {
      var tip = new Tooltip(text);
      tip.setWrapText(true);
      tip.setMaxWidth(360);
      title.setTooltip(tip);
    }
  }

  private Node row(Colouring.Kinds kinds, int kind, int count, Style style) {
    var swatch = new Circle(5, colour(kinds.colour(kind, style)));
    var number = new Label(Integer.toString(count));
    number.getStyleClass().addAll("muted", "small");
    number.setMinWidth(Region.USE_PREF_SIZE);
    var name = new Label(kinds.names().get(kind));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var line = new HBox(swatch, name, number);
    line.getStyleClass().add("legend-line");
    line.setAlignment(Pos.CENTER_LEFT);
    var button = new Button();
    button.setGraphic(line);
    button.setAccessibleText(kinds.names().get(kind));
    button.getStyleClass().add("legend-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(new Tooltip(kinds.names().get(kind) + "\n" + help));
    button.pseudoClassStateChanged(HIDDEN, filter.hiddenProperty().get().get(kind));
    int all = kinds.names().size();
    button.setOnAction(pressed -> filter.only(kind, all));
    button.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        pressed -> {
          if (pressed.isShortcutDown() || pressed.isShiftDown()) {
            filter.toggle(kind, all);
            pressed.consume();
          }
        });
    return button;
  }

  private static Node bar(Range range, Style style) {
    var image = new WritableImage(1, BAR_HEIGHT);
    for (int y = 0; y < BAR_HEIGHT; y++) {
      double share = 1 - (double) y / (BAR_HEIGHT - 1);
      image.getPixelWriter().setColor(0, y, colour(Colouring.Amounts.colour(share, style)));
    }
    var picture = new ImageView(image);
    picture.setFitWidth(BAR_WIDTH);
    picture.setFitHeight(BAR_HEIGHT);
    var ticks = new VBox();
    for (int i = TICKS - 1; i >= 0; i--) {
      var tick = new Label(range.tick(i / (TICKS - 1.0)));
      tick.getStyleClass().addAll("muted", "small");
      ticks.getChildren().add(tick);
      if (i > 0) {
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        ticks.getChildren().add(gap);
      }
    }
    ticks.setMaxHeight(BAR_HEIGHT);
    ticks.setPrefHeight(BAR_HEIGHT);
    var both = new HBox(picture, ticks);
    both.getStyleClass().add("colour-bar");
    return both;
  }

  private static Color colour(java.awt.Color color) {
    return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
  }
}
