package coretuning.ui.settings;

import coretuning.ui.support.FileChoice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A [FileChoice] that begins, unless told where, in the folder last chosen under the same title.
public final class RememberedFolders implements FileChoice {
  private final FileChoice choice;
  private final Map<String, String> folders;

  /// @param folders of earlier sessions
  public RememberedFolders(FileChoice choice, Map<String, String> folders) {
    this.choice = choice;
    this.folders = new HashMap<>(folders);
  }

  /// Last folder by title.
  public Map<String, String> folders() {
    return Map.copyOf(folders);
  }

  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    Optional<Path> chosen = choice.folder(title, start.or(() -> last(title)));
    chosen.ifPresent(path -> folders.put(title, path.toString()));
    return chosen;
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start, String... extensions) {
    return keepParent(title, choice.open(title, start.or(() -> last(title)), extensions));
  }

  @Override
  public Optional<Path> save(String title, Optional<Path> folder, String suggestion) {
    return keepParent(title, choice.save(title, folder.or(() -> last(title)), suggestion));
  }

  private Optional<Path> last(String title) {
    return Optional.ofNullable(folders.get(title)).map(Path::of);
  }

  private Optional<Path> keepParent(String title, Optional<Path> chosen) {
    chosen
        .map(Path::toAbsolutePath)
        .map(Path::getParent)
        .ifPresent(parent -> folders.put(title, parent.toString()));
    return chosen;
  }
}
