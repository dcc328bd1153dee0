package coretuning.data.format;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The order in which people list names: runs of digits compare as numbers (`img2` before `img10`),
/// everything else character by character. The same on every machine, whatever its language.
final class NaturalOrder implements Comparator<String> {
  private static final Pattern PARTS = Pattern.compile("[0-9]+|[^0-9]+");

  @Override
  public int compare(String one, String other) {
    var ones = PARTS.matcher(one).results().map(MatchResult::group).iterator();
    var others = PARTS.matcher(other).results().map(MatchResult::group).iterator();
    while (ones.hasNext() && others.hasNext()) {
      int order = compareParts(ones.next(), others.next());
      if (order != 0) {
        return order;
      }
    }
    if (ones.hasNext() || others.hasNext()) {
      return ones.hasNext() ? 1 : -1;
    }
    // "1" and "01" are equal as numbers, but not the same name.
    return one.compareTo(other);
  }

  private static int compareParts(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
