package coretuning.ui.settings;

import coretuning.result.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
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
  private static final String SIZE_PREFIX = "size.";
  private static final String RUN_PREFIX = "session.run.";
  private static final String RECENT_RUN_PREFIX = "session.recent.";
  private static final String RESTORED = "session.restore";
  private static final String MAXIMISED = "session.maximised";
  private static final String VIEW = "session.view";

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
        under(RECENT_PREFIX, stored),
        session(stored),
        under(SIZE_PREFIX, stored));
  }

  /// Files from before sessions were remembered have none of these.
  private static Session session(Properties stored) {
    Session none = Session.none();
    return new Session(
        Boolean.parseBoolean(stored.getProperty(RESTORED, Boolean.toString(none.isRestored()))),
        Boolean.parseBoolean(stored.getProperty(MAXIMISED, Boolean.toString(none.isMaximised()))),
        stored.getProperty(VIEW, none.view()),
        listed(RUN_PREFIX, stored),
        listed(RECENT_RUN_PREFIX, stored));
  }

  /// The values under `<prefix>0`, `<prefix>1` and so on.
  private static List<String> listed(String prefix, Properties stored) {
    return IntStream.iterate(0, i -> stored.containsKey(prefix + i), i -> i + 1)
        .mapToObj(i -> stored.getProperty(prefix + i))
        .toList();
  }

  private static void list(String prefix, List<String> values, Properties stored) {
    for (int i = 0; i < values.size(); i++) {
      stored.setProperty(prefix + i, values.get(i));
    }
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
    preferences.sizes().forEach((name, size) -> stored.setProperty(SIZE_PREFIX + name, size));
    Session session = preferences.session();
    stored.setProperty(RESTORED, Boolean.toString(session.isRestored()));
    stored.setProperty(MAXIMISED, Boolean.toString(session.isMaximised()));
    stored.setProperty(VIEW, session.view());
    list(RUN_PREFIX, session.runs(), stored);
    list(RECENT_RUN_PREFIX, session.recent(), stored);
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
