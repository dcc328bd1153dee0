package coretuning.report;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.result.FocalCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardAnchorsCsvTest {
  @TempDir Path folder;

  @Test
  void everyAnchorIsARowWithWhatIsKnownOfIt() throws IOException {
    Path file = folder.resolve("hard.csv");
    var anchors =
        List.of(
            new FocalCourse(7, 1, new double[] {0.25, Double.NaN, 0.75}, 2),
            new FocalCourse(3, 0, new double[] {Double.NaN, 0.5, Double.NaN}, 0));

    HardAnchorsCsv.write(file, anchors, Map.of(7, "a,b/7.png"), List.of("cat", "dog"));

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "sample,file,class,mean,min,max,last,epochs_hard,epochs",
            "7,\"a,b/7.png\",dog,0.5,0.25,0.75,0.75,2,2",
            "3,,cat,0.5,0.5,0.5,0.5,0,1");
  }
}
