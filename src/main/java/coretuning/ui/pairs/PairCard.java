package coretuning.ui.pairs;

import coretuning.result.FocalWeight;
import coretuning.spec.DataSpec;
import coretuning.ui.pairs.PairView.Member;
import coretuning.ui.pairs.PairView.Mix;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One anchor's pair in full: the images, how alike they are, and what was mixed of them.
final class PairCard extends VBox {
  private static final double SIDE = 136;
  private static final double BAR_WIDTH = 430;
  private static final double CAPTION_WIDTH = 108;

  private final SampleImages images;
  private final Messages messages;

  PairCard(SampleImages images, Messages messages) {
    this.images = images;
    this.messages = messages;
    getStyleClass().add("pair-card");
  }

  /// Shows a pair.
  ///
  /// @param method name of the run's method
  /// @param weight the anchor's focal weight, if it was recorded
  void show(PairView pair, DataSpec data, String method, Optional<FocalWeight> weight) {
    getChildren().clear();
    var title =
        new Label(messages.text("pairs.title", name(data, pair.anchor()), pair.anchor().sample()));
    title.getStyleClass().add("card-title");
    var origin = new Label(origin(pair.origin(), method));
    origin.getStyleClass().add("muted");
    origin.setWrapText(true);
    var heading = new VBox(4, title, origin);
    weight.ifPresent(each -> heading.getChildren().add(weight(each)));
    var row = new HBox(member(pair.anchor(), data));
    row.getStyleClass().add("pair-row");
    pair.others().forEach(other -> row.getChildren().add(member(other, data)));
    getChildren().addAll(heading, row, similarities(pair));
    pair.mixes().forEach(mix -> getChildren().add(mix(mix, data)));
  }

  private Label weight(FocalWeight weight) {
    var label =
        new Label(
            messages.text(
                "pairs.weight", Numbers.three(weight.weight()), Numbers.three(weight.loss())));
    label.getStyleClass().add("muted");
    return label;
  }

  private String origin(PairView.Origin origin, String method) {
    return switch (origin) {
      case PairView.Origin.Mined mined ->
          messages.text("pairs.mined", method, mined.step(), mined.epoch());
      case PairView.Origin.Compared compared ->
          messages.text("pairs.compared", method, compared.epoch());
    };
  }

  private Node member(Member member, DataSpec data) {
    var role = new Label(messages.text("role." + member.role().name()));
    role.getStyleClass().addAll("role", "role-" + member.role().name());
    var image = new SampleImageView(images, SIDE);
    image.show(data, member.sample());
    var name = new Label(name(data, member));
    var detail =
        new Label(
            member.role() == PairView.Role.ANCHOR
                ? "#" + member.sample()
                : messages.text("pairs.cosine", Numbers.three(member.cosine()), member.sample()));
    detail.getStyleClass().addAll("muted", "small");
    var box = new VBox(4, role, image, name, detail);
    box.setMinWidth(SIDE);
    box.setMaxWidth(SIDE);
    return box;
  }

  /// The pair is hard where the positive's bar is shorter than the negative's.
  private Node similarities(PairView pair) {
    boolean anyNegative = pair.others().stream().anyMatch(other -> other.cosine() < 0);
    var title = new Label(messages.text("pairs.similarity"));
    title.getStyleClass().add("strong");
    var box = new VBox(4, title);
    for (Member other : pair.others()) {
      var role = new Label(messages.text("role." + other.role().name()));
      role.getStyleClass().addAll("muted", "small");
      role.setMinWidth(CAPTION_WIDTH);
      var number = new Label(Numbers.three(other.cosine()));
      number.getStyleClass().add("small");
      var bar = new CosineBar(BAR_WIDTH, other.cosine(), anyNegative ? -1 : 0);
      bar.getStyleClass().add("bar-" + other.role().name());
      var row = new HBox(8, role, bar, number);
      row.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(row);
    }
    return box;
  }

  private Node mix(Mix mix, DataSpec data) {
    String sign = mix.isPositive() ? "positive" : "negative";
    var title = new Label(messages.text("pairs.mix." + sign));
    title.getStyleClass().add("strong");
    var formula = new Label(messages.text("pairs.formula." + sign, Numbers.three(mix.lambda())));
    formula.getStyleClass().addAll("muted", "small");
    var bar =
        new MixBar(BAR_WIDTH, mix.lambda(), name(data, mix.first()), name(data, mix.second()));
    var caption = new Label(messages.text("pairs.mixedLabel"));
    caption.getStyleClass().addAll("muted", "small");
    caption.setMinWidth(CAPTION_WIDTH);
    var barRow = new HBox(8, caption, bar);
    barRow.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, title, formula, barRow);
  }

  private String name(DataSpec data, Member member) {
    return member.label().isPresent()
        ? images.name(data, member.label().getAsInt())
        : messages.text("pairs.unknownClass");
  }
}
