package coretuning.data.doctor;

import coretuning.data.format.Folder;
import coretuning.result.DataFinding.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Walks through all files of a data set, following links, and notes what names and links tell.
final class Tree extends SimpleFileVisitor<Path> {
  /// Files that data sets have beside their images.
  private static final Set<String> COMPANIONS =
      Set.of(
          "txt", "csv", "tsv", "json", "jsonl", "mat", "md", "xml", "bin", "gz", "pdf", "html",
          "yaml", "yml", "names", "meta");

  private final Path root;
  private final Findings findings;
  private final List<Path> images = new ArrayList<>();

  private Tree(Path root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /// All files named as images, in the order of the walk.
  static List<Path> images(Path root, Findings findings) throws IOException {
    var tree = new Tree(root, findings);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, tree);
    return tree.images;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = Folder.name(folder);
    return !folder.equals(root) && (name.startsWith(".") || name.equals("__MACOSX"))
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = Folder.name(file);
    if (name.startsWith(".")) {
      return FileVisitResult.CONTINUE;
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
      findings.add(Kind.NON_ASCII, shown(file), "other programs may not find it");
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (Folder.isNamedAsImage(file)) {
      images.add(file);
    } else if (name.contains(".") && !COMPANIONS.contains(ending)) {
      findings.add(Kind.OTHER_FILE, shown(file), "passed over");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    if (failure instanceof FileSystemLoopException) {
      findings.add(Kind.LINK_LOOP, shown(file), "a link leads back above itself");
    } else {
      findings.add(Kind.UNREADABLE, shown(file), String.valueOf(failure.getMessage()));
    }
    return FileVisitResult.CONTINUE;
  }

  private String shown(Path file) {
    return root.relativize(file).toString();
  }
}
