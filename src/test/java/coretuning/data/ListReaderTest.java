package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListReaderTest {
  @TempDir Path root;
  @TempDir Path cache;

  @BeforeEach
  void paint() throws IOException {
    var tree = new ImageTree(root);
    for (int i = 0; i < 6; i++) {
      tree.image("pictures/image %d.png".formatted(i), 10 * i);
    }
  }

  @Test
  void aCsvListWithSplitsIsFollowed() throws IOException {
    list(
        "labels.csv",
        """
        \ufeffPath,Label,Split
        pictures/image 0.png,cat,train
        "pictures/image 1.png","dog, large",train\r
        pictures/image 2.png,cat,val
        pictures/image 3.png,cat,test
        """);
    Dataset dataset = open(root);

    assertThat(dataset.classNames()).containsExactly("cat", "dog, large");
    assertThat(dataset.trainIds()).hasSize(2);
    assertThat(dataset.validationIds()).hasSize(1);
    assertThat(dataset.rgb(dataset.testIds()[0])[0]).isEqualTo((byte) 30);
  }

  @Test
  void jsonJsonLinesAndTabsSayTheSame() throws IOException {
    String row = "{\"file\": \"pictures/image %d.png\", \"class\": %d, \"split\": \"%s\"}";
    String first = row.formatted(0, 0, "train");
    String second = row.formatted(1, 1, "train");
    String third = row.formatted(2, 1, "test");
    list("list.json", "[%s,%s,%s]".formatted(first, second, third));
    list("list.jsonl", String.join("\n\n", first, second, third));
    list(
        "list.tsv",
        "image\tcategory\tsubset\npictures/image 0.png\t0\ttrain\n"
            + "pictures/image 1.png\t1\ttrain\npictures/image 2.png\t1\ttest");

    for (String name : List.of("list.json", "list.jsonl", "list.tsv")) {
      Dataset dataset = open(root.resolve(name));
      assertThat(dataset.classNames()).containsExactly("0", "1");
      assertThat(dataset.testIds()).containsExactly(2);
      assertThat(dataset.label(2)).isEqualTo(1);
    }
  }

  @Test
  void aListMayNameDomains() throws IOException {
    list(
        "list.csv",
        "path,label,domain\npictures/image 0.png,a,day\npictures/image 1.png,b,day\n"
            + "pictures/image 2.png,a,night\npictures/image 3.png,b,night\n");
    var choice = new SampleChoice(1, LabelSet.STANDARD, List.of(), List.of("night"), false);
    var spec = IdxFiles.spec(DataFormat.AUTO, root, 8).withChoice(choice);
    Dataset dataset = Datasets.open(spec, cache);

    assertThat(dataset.testIds()).hasSize(2);
    assertThat(dataset.rgb(2)[0]).isEqualTo((byte) 20);
  }

  @Test
  void brokenListsSayWhy() throws IOException {
    assertBroken("path,label\nx.png\n", "row 2 has 1 fields, the header has 2");
    assertBroken("path,label\n\"x.png,cat\n", "a quotation mark is never closed");
    assertBroken("path,label,split\nx.png,cat,dev\n", "\"dev\" is no split");
    assertBroken("path,label\n,cat\n", "an entry has no path");
    assertBroken("path,label\nnowhere.png,cat\nnever.png,dog\n", "class of one image");
  }

  @Test
  void aMissingImageIsNamedOrSkippedAndListed() throws IOException {
    list(
        "list.csv",
        "path,label,split\npictures/image 0.png,a,train\npictures/image 1.png,b,train\n"
            + "pictures/gone.png,b,train\npictures/image 2.png,a,test\n");
    assertThatThrownBy(() -> open(root))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("gone.png");
    var choice = new SampleChoice(1, LabelSet.STANDARD, List.of(), List.of(), true);
    var spec = IdxFiles.spec(DataFormat.AUTO, root, 8).withChoice(choice);

    for (int opening = 0; opening < 2; opening++) {
      Dataset dataset = Datasets.open(spec, cache);
      assertThat(dataset.trainIds()).hasSize(2);
      assertThat(dataset.rgb(2)[0]).isEqualTo((byte) 20);
      assertThat(dataset.skipped()).hasSize(1);
      assertThat(dataset.skipped().getFirst().file()).isEqualTo("pictures/gone.png");
      assertThat(dataset.skipped().getFirst().reason()).contains("no such image file");
    }
  }

  private void assertBroken(String text, String reason) throws IOException {
    list("list.csv", text);
    assertThatThrownBy(() -> open(root.resolve("list.csv")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(reason);
  }

  private void list(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text);
  }

  private Dataset open(Path path) {
    return Datasets.open(IdxFiles.spec(DataFormat.AUTO, path, 8), cache);
  }
}
