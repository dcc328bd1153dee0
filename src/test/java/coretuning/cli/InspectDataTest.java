package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.data.ImageTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectDataTest {
  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void plant() throws IOException {
    var tree = new ImageTree(root);
    for (int i = 0; i < 3; i++) {
      tree.image("photos/train/cat/%d.png".formatted(i), 10 + i)
          .image("photos/train/dog/%d.png".formatted(i), 20 + i)
          .image("photos/test/cat/%d.png".formatted(i), 30 + i);
    }
  }

  private int run(String... words) {
    return Program.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  @Test
  void aHealthyFolderIsDescribed() {
    int code = run("inspect", root.toString(), "--batch-size", "4");

    assertThat(out.toString())
        .contains(
            "IMAGE_FOLDER", "2 classes below train/ and test/", "9 PNG", "findings       none");
    assertThat(code).isZero();
  }

  @Test
  void aBrokenImageEndsWithOneAndGoesIntoTheTable() throws IOException {
    Files.writeString(root.resolve("photos/train/cat/1.png"), "no, image");
    Path csv = root.resolve("findings.csv");
    int code = run("inspect", root + "/photos", "--batch-size", "4", "--csv", csv.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("error", "broken: 1", "train/cat/1.png");
    assertThat(Files.readString(csv))
        .startsWith("severity,kind,file,detail\nerror,broken,train/cat/1.png,");
  }

  @Test
  void jsonHoldsTheWholeReport() {
    run("inspect", root.toString(), "--json");

    assertThat(out.toString())
        .contains("\"format\" : \"IMAGE_FOLDER\"", "\"name\" : \"dog\"", "SMALL_CLASS");
  }
}
