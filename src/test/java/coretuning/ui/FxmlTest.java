package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.ui.support.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every FXML file: its texts exist and its controller has what it asks for. That each loads is
/// shown by [WorkbenchJourneyTest], which opens them all.
class FxmlTest {
  private static final Path FOLDER = Path.of("src/main/resources/fxml");
  private static final Pattern TEXT = Pattern.compile("\"%([a-zA-Z0-9.]+)\"");
  private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([^\"]+)\"");
  private static final Pattern HANDLER = Pattern.compile("=\"#([a-zA-Z0-9]+)\"");
  private static final Pattern ID = Pattern.compile("fx:id=\"([a-zA-Z0-9]+)\"");

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(file -> file.toString().endsWith(".fxml")).sorted().toList();
    }
  }

  private static List<String> found(Pattern pattern, Path file) throws IOException {
    var names = new ArrayList<String>();
    var matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void everyTextIsInTheBundle() throws IOException {
    var missing = new TreeSet<String>();
    Messages messages = Messages.ofProgram();
    for (Path file : files()) {
      found(TEXT, file).stream().filter(key -> !messages.has(key)).forEach(missing::add);
    }
    assertThat(files()).hasSizeGreaterThan(8);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyControllerHasTheNamedFieldsAndHandlers() throws Exception {
    for (Path file : files()) {
      Class<?> controller = Class.forName(found(CONTROLLER, file).getFirst());
      for (String handler : found(HANDLER, file)) {
        assertThat(controller.getDeclaredMethod(handler)).as(file + handler).isNotNull();
      }
      var fields = Stream.of(controller.getDeclaredFields()).map(each -> each.getName()).toList();
      var ids = found(ID, file).stream().filter(id -> !id.equals("themes")).toList();
      assertThat(fields).as(file.toString()).containsAll(ids);
    }
  }
}
