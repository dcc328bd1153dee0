package coretuning.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import coretuning.result.Problem;
import coretuning.ui.support.FileChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesFileTest {
  @TempDir Path folder;

  @Test
  void whatIsSavedIsLoadedAgain() {
    var file = new PreferencesFile(folder.resolve("deep/window.properties"));
    var preferences =
        new Preferences(
            Theme.DARK,
            1400,
            900,
            Map.of("Weights", "/some/where"),
            Map.of("unit", "PX"),
            Map.of("data.0", "/some/photos"),
            new Session(
                false,
                true,
                "RUNS",
                List.of("/runs/größe=1", "/runs/b"),
                List.of("/runs/b", "C:\\runs\\c")),
            Map.of("split.form", "0.3", "table.runs.sort", "top1:DESCENDING"));
    file.save(preferences);
    assertThat(file.load()).isEqualTo(new PreferencesFile.Loaded(preferences, Optional.empty()));
    assertThat(folder.resolve("deep")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void withoutAFileTheDefaultsHold() {
    var loaded = new PreferencesFile(folder.resolve("none")).load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.defaults());
    assertThat(loaded.note()).isEmpty();
  }

  @Test
  void aFileFromBeforeSessionsIsReadAndTheNextStartRestores() throws IOException {
    Path path = folder.resolve("window.properties");
    Files.writeString(path, "theme=DARK\nwidth=1400.0\nheight=900.0\nfolder.Weights=/w\n");
    var loaded = new PreferencesFile(path).load();
    assertThat(loaded.note()).isEmpty();
    assertThat(loaded.preferences())
        .isEqualTo(new Preferences(Theme.DARK, 1400, 900, Map.of("Weights", "/w"), Map.of()));
    assertThat(loaded.preferences().session()).isEqualTo(Session.none());
    assertThat(Session.none().isRestored()).isTrue();
  }

  @Test
  void aBrokenFileGivesTheDefaultsAndANote() throws IOException {
    Path path = folder.resolve("window.properties");
    Files.writeString(path, "theme=PURPLE\nwidth=12\n");
    var loaded = new PreferencesFile(path).load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.defaults());
    assertThat(loaded.note()).isPresent();
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblem() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "");
    var file = new PreferencesFile(blocked.resolve("window.properties"));
    Assertions.assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> file.save(Preferences.defaults()));
  }

  @Test
  void aWindowTooSmallToUseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preferences(Theme.LIGHT, 10, 800, Map.of(), Map.of()))
        .withMessageContaining("window width");
  }

  @Test
  void aChooserBeginsWhereTheLastOneEnded() {
    var starts = new ArrayList<Optional<Path>>();
    var remembered = new RememberedFolders(recording(starts), Map.of("Weights", "/old"));
    remembered.open("Weights", Optional.empty());
    remembered.open("Weights", Optional.empty());
    remembered.folder("Data", Optional.of(Path.of("/given")));
    remembered.save("Export", Optional.empty(), "a.png");
    assertThat(starts)
        .isEqualTo(
            List.of(
                Optional.of(Path.of("/old")),
                Optional.of(Path.of("/chosen")),
                Optional.of(Path.of("/given")),
                Optional.empty()));
    assertThat(remembered.folders())
        .isEqualTo(Map.of("Weights", "/chosen", "Data", "/chosen/folder", "Export", "/chosen"));
  }

  private static FileChoice recording(List<Optional<Path>> starts) {
    return new FileChoice() {
      @Override
      public Optional<Path> folder(String title, Optional<Path> start) {
        starts.add(start);
        return Optional.of(Path.of("/chosen/folder"));
      }

      @Override
      public Optional<Path> open(String title, Optional<Path> start, String... extensions) {
        starts.add(start);
        return Optional.of(Path.of("/chosen/file"));
      }

      @Override
      public Optional<Path> save(String title, Optional<Path> start, String suggestion) {
        starts.add(start);
        return Optional.of(Path.of("/chosen/file"));
      }
    };
  }
}
