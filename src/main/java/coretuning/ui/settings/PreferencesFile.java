package coretuning.ui.settings;

import coretuning.result.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The preferences on disk, as a properties file. A file that cannot be read is no reason not to
/// start: the defaults hold and a note says so.
///
/// @param path of the file; need not exist
public record PreferencesFile(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);
  private static final String FOLDER_PREFIX = "folder.";
  private static final String FIGURE_PREFIX = "figure.";
  private static final String RECENT_PREFIX = "recent.";

  /// What was read.
  ///
  /// @param note what was wrong with the file; empty if nothing
  public record Loaded(Preferences preferences, Optional<String> note) {}

  /// Reads the file.
  public Loaded load() {
    if (!Files.exists(path)) {
      return new Loaded(Preferences.defaults(), Optional.empty());
    }
    try (Reader reader = Files.newBufferedReader(path)) {
      var stored = new Properties();
      stored.load(reader);
      return new Loaded(parse(stored), Optional.empty());
    } catch (IOException | IllegalArgumentException broken) {
      LOG.warn("preferences {} are not readable", path, broken);
      return new Loaded(
          Preferences.defaults(),
          Optional.of("The preferences could not be read; the defaults are in use."));
    }
  }

  private static Preferences parse(Properties stored) {
    Preferences defaults = Preferences.defaults();
    return new Preferences(
        Theme.valueOf(stored.getProperty("theme", defaults.theme().name())),
        Double.parseDouble(stored.getProperty("width", Double.toString(defaults.width()))),
        Double.parseDouble(stored.getProperty("height", Double.toString(defaults.height()))),
        under(FOLDER_PREFIX, stored),
        under(FIGURE_PREFIX, stored),
        under(RECENT_PREFIX, stored));
  }

  private static Map<String, String> under(String prefix, Properties stored) {
    var found = new HashMap<String, String>();
    for (String key : stored.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), stored.getProperty(key));
      }
    }
    return found;
  }

  /// Writes the file: to a neighbour first, which then takes its place, so that a crash leaves the
  /// old file or the new one.
  ///
  /// @throws Problem if the disk refuses
  public void save(Preferences preferences) {
    var stored = new Properties();
    stored.setProperty("theme", preferences.theme().name());
    stored.setProperty("width", Double.toString(preferences.width()));
    stored.setProperty("height", Double.toString(preferences.height()));
    preferences
        .folders()
        .forEach((purpose, folder) -> stored.setProperty(FOLDER_PREFIX + purpose, folder));
    preferences
        .figure()
        .forEach((choice, value) -> stored.setProperty(FIGURE_PREFIX + choice, value));
    preferences.recent().forEach((place, file) -> stored.setProperty(RECENT_PREFIX + place, file));
    Path beside = path.resolveSibling(path.getFileName() + ".new");
    try {
      var text = new StringWriter();
      stored.store(text, "Core-tuning Workbench");
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(beside, text.toString());
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      throw new Problem(
          "the preferences could not be written",
          path.toString(),
          "check the disk and the folder's permissions",
          refused);
    }
  }
}
