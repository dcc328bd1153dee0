package coretuning.ui.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The last few paths that were chosen for a purpose, the newest first.
public final class RecentPaths {
  /// Most paths that are kept.
  public static final int MOST = 8;

  private final String purpose;
  private final List<String> paths = new ArrayList<>();

  /// @param purpose part of the keys, e.g. `data`
  /// @param stored as [#stored] gave them, perhaps among those of other purposes
  public RecentPaths(String purpose, Map<String, String> stored) {
    this.purpose = purpose;
    var sorted = new TreeMap<Integer, String>();
    stored.forEach((key, path) -> {
      if (key.matches(purpose + "\\.\\d{1,3}")) {
        sorted.put(Integer.parseInt(key.substring(purpose.length() + 1)), path);
      }
    });
    sorted.values().stream().distinct().limit(MOST).forEach(paths::add);
  }

  /// Puts a path in front.
  public void add(String path) {
    paths.remove(path);
    paths.addFirst(path);
    if (paths.size() > MOST) {
      paths.removeLast();
    }
  }

  /// Forgets all.
  public void clear() {
    paths.clear();
  }

  /// The newest first.
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /// For the preferences: `<purpose>.<place>` and the path.
  public Map<String, String> stored() {
    var stored = new LinkedHashMap<String, String>();
    for (int i = 0; i < paths.size(); i++) {
      stored.put(purpose + "." + i, paths.get(i));
    }
    return stored;
  }
}
