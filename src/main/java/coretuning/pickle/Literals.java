package coretuning.pickle;

/// Text as protocol 0 writes it, with backslash escapes.
final class Literals {
  private Literals() {}

  /// A quoted Python string, e.g. `'it\'s'`.
  static String quoted(String line) {
    int last = line.length() - 1;
    if (last < 1 || line.charAt(0) != line.charAt(last) || "'\"".indexOf(line.charAt(0)) < 0) {
      throw new Refusal("holds text without quotes");
    }
    return unescaped(line.substring(1, last), false);
  }

  /// Python's raw-unicode-escape: only `\\uXXXX` and `\\UXXXXXXXX` are escapes.
  static String rawUnicode(String line) {
    return unescaped(line, true);
  }

  private static String unescaped(String text, boolean onlyUnicode) {
    var result = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char each = text.charAt(at++);
      char escape = each == '\\' && at < text.length() ? text.charAt(at) : 0;
      int digits = digits(escape, onlyUnicode);
      if (digits > 0) {
        result.appendCodePoint(code(text, at + 1, digits));
        at += 1 + digits;
      } else if (escape == 0 || onlyUnicode) {
        result.append(each);
      } else {
        result.append(plain(escape));
        at++;
      }
    }
    return result.toString();
  }

  /// Hexadecimal digits that follow an escape.
  private static int digits(char escape, boolean onlyUnicode) {
    if (!onlyUnicode) {
      return escape == 'x' ? 2 : 0;
    }
    return switch (escape) {
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private static int code(String text, int begin, int digits) {
    String hex = text.substring(begin, Math.min(text.length(), begin + digits));
    if (hex.length() < digits || !hex.matches("[0-9a-fA-F]+")) {
      throw new Refusal("holds text with a broken escape");
    }
    long code = Long.parseLong(hex, 16);
    if (code > Character.MAX_CODE_POINT) {
      throw new Refusal("holds text with a broken escape");
    }
    return (int) code;
  }

  private static char plain(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '\\', '\'', '"' -> escape;
      default -> throw new Refusal("holds text with a broken escape");
    };
  }
}
