package coretuning.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a network's own layers are called in a file, and torchvision's names for them.
enum Naming {
  /// torchvision's and timm's own: `conv1`, `bn1`, `layer1.0.conv1`, `layer1.0.downsample.0`. The
  /// small-image networks of SupCon say `shortcut` for `downsample`.
  TORCHVISION(
      "conv1.weight",
      Rule.of("(layer\\d\\.\\d+)\\.shortcut\\.(.*)", "$1.downsample.$2"),
      Rule.of("(.*)", "$1")),

  /// A torchvision network cut into a PyTorch sequence without its classifier, as lightly and many
  /// scripts do.
  SEQUENCE(
      "0.weight",
      Rule.of("0\\.(.*)", "conv1.$1"),
      Rule.of("1\\.(.*)", "bn1.$1"),
      Rule.of("4\\.(.*)", "layer1.$1"),
      Rule.of("5\\.(.*)", "layer2.$1"),
      Rule.of("6\\.(.*)", "layer3.$1"),
      Rule.of("7\\.(.*)", "layer4.$1")),

  /// The PyTorch port of SimCLR v2's ResNets without selective kernels.
  SIMCLR_V2(
      "net.0.0.weight",
      Rule.of("net\\.0\\.0\\.(.*)", "conv1.$1"),
      Rule.of("net\\.0\\.1\\.0\\.(.*)", "bn1.$1"),
      Rule.of(
          "net\\.(\\d)\\.blocks\\.(\\d+)\\.projection\\.shortcut\\.(.*)",
          "layer$1.$2.downsample.0.$3"),
      Rule.of(
          "net\\.(\\d)\\.blocks\\.(\\d+)\\.projection\\.bn\\.0\\.(.*)",
          "layer$1.$2.downsample.1.$3"),
      Rule.of("net\\.(\\d)\\.blocks\\.(\\d+)\\.net\\.0\\.(.*)", "layer$1.$2.conv1.$3"),
      Rule.of("net\\.(\\d)\\.blocks\\.(\\d+)\\.net\\.1\\.0\\.(.*)", "layer$1.$2.bn1.$3"),
      Rule.of("net\\.(\\d)\\.blocks\\.(\\d+)\\.net\\.2\\.(.*)", "layer$1.$2.conv2.$3"),
      Rule.of("net\\.(\\d)\\.blocks\\.(\\d+)\\.net\\.3\\.0\\.(.*)", "layer$1.$2.bn2.$3"),
      Rule.of("net\\.(\\d)\\.blocks\\.(\\d+)\\.net\\.4\\.(.*)", "layer$1.$2.conv3.$3"),
      Rule.of("net\\.(\\d)\\.blocks\\.(\\d+)\\.net\\.5\\.0\\.(.*)", "layer$1.$2.bn3.$3"));

  private final String stem;

  // The list is an unmodifiable copy, which its type cannot say.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Rule> rules;

  Naming(String stem, Rule... rules) {
    this.stem = stem;
    this.rules = List.of(rules);
  }

  private record Rule(Pattern from, String to) {
    static Rule of(String from, String to) {
      return new Rule(Pattern.compile(from), to);
    }
  }

  /// Name of the first convolution's weight, which every such network has.
  String stem() {
    return stem;
  }

  /// torchvision's name of a layer's array; empty if the network has no such layer.
  ///
  /// @param name without what stands before the network's names
  Optional<String> torchvision(String name) {
    for (Rule each : rules) {
      Matcher matcher = each.from().matcher(name);
      if (matcher.matches()) {
        return Optional.of(matcher.replaceFirst(each.to()));
      }
    }
    return Optional.empty();
  }
}
