package coretuning.store;

import coretuning.result.RunState;
import coretuning.result.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds runs by words: a run matches if it matches every word.
///
/// A word alone is looked for in name, method, data, tags, notes, state and folder. `tag:good`,
/// `state:failed`, `method:core-tuning`, `name:`, `data:`, `notes:`, `kind:pre-training` and
/// `seed:1` look in one place only; a tag and a seed must match as a whole. Quotes hold words
/// together: `tag:"to keep"`. Capitals do not matter.
///
/// @param text as typed
public record RunQuery(String text) implements Predicate<RunSummary> {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
  private static final Pattern FIELD =
      Pattern.compile("(name|method|data|tag|notes|state|kind|seed):(.*)", Pattern.DOTALL);

  /// Every run.
  public static RunQuery all() {
    return new RunQuery("");
  }

  @Override
  public boolean test(RunSummary run) {
    return words().stream().allMatch(word -> matches(run, word));
  }

  private List<String> words() {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(low(text));
    while (matcher.find()) {
      words.add(matcher.group().replace("\"", ""));
    }
    return words;
  }

  private static boolean matches(RunSummary run, String word) {
    Matcher field = FIELD.matcher(word);
    return field.matches()
        ? matches(run, field.group(1), field.group(2))
        : everywhere(run).anyMatch(each -> low(each).contains(word));
  }

  private static boolean matches(RunSummary run, String field, String value) {
    return switch (field) {
      case "name" -> low(run.name()).contains(value);
      // Methods are typed by their labels too: core-tuning, l2-sp.
      case "method" -> low(run.method()).contains(value) || slug(run.method()).contains(value);
      case "data" -> low(run.data()).contains(value);
      case "tag" -> run.remarks().tags().stream().anyMatch(tag -> low(tag).equals(value));
      case "notes" -> low(run.remarks().notes()).contains(value);
      case "state" -> state(run.state()).anyMatch(each -> each.startsWith(value));
      case "kind" -> kind(run).startsWith(value);
      default -> Long.toString(run.seed()).equals(value);
    };
  }

  private static Stream<String> everywhere(RunSummary run) {
    return Stream.of(
            Stream.of(run.name(), run.method(), run.data(), run.id(), run.remarks().notes()),
            run.remarks().tags().stream(),
            state(run.state()),
            Stream.of(kind(run)))
        .flatMap(each -> each);
  }

  /// The window calls a queued run waiting.
  private static Stream<String> state(RunState state) {
    return Stream.concat(
        Stream.of(low(state.name())),
        Optional.of("waiting").filter(word -> state == RunState.QUEUED).stream());
  }

  private static String kind(RunSummary run) {
    return run.more().isPretraining() ? "pre-training" : "fine-tuning";
  }

  private static String slug(String text) {
    return RunStore.slug(text);
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
