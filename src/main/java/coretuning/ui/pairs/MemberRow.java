package coretuning.ui.pairs;

import coretuning.spec.DataSpec;
import coretuning.ui.pairs.PairView.Member;
import coretuning.ui.support.Messages;
import coretuning.ui.support.Numbers;
import coretuning.ui.support.SampleImageView;
import coretuning.ui.support.SampleImages;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The images of an anchor and its partners in a row, small.
final class MemberRow extends HBox {
  private static final double SIDE = 72;
  private static final double WIDTH = 94;

  private final SampleImages images;
  private final Messages messages;

  MemberRow(SampleImages images, Messages messages) {
    super(8);
    this.images = images;
    this.messages = messages;
  }

  void show(PairView pair, DataSpec data) {
    getChildren()
        .setAll(
            Stream.concat(Stream.of(pair.anchor()), pair.others().stream())
                .map(member -> box(member, data))
                .toList());
  }

  private Node box(Member member, DataSpec data) {
    var role = new Label(messages.text("role.short." + member.role().name()));
    role.getStyleClass().addAll("role", "role-" + member.role().name(), "small");
    var image = new SampleImageView(images, SIDE);
    image.show(data, member.sample());
    var name =
        new Label(
            member.label().isPresent()
                ? images.name(data, member.label().getAsInt())
                : messages.text("pairs.unknownClass"));
    name.getStyleClass().add("small");
    var detail =
        new Label(
            member.role() == PairView.Role.ANCHOR
                ? "#" + member.sample()
                : messages.text("lab.cosine", Numbers.three(member.cosine())));
    detail.getStyleClass().addAll("muted", "small");
    var box = new VBox(2, role, image, name, detail);
    box.setMinWidth(WIDTH);
    box.setMaxWidth(WIDTH);
    return box;
  }
}
