package coretuning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a command said and how it ended.
///
/// @param code exit code
/// @param out results
/// @param err progress and errors, the log's lines too
record Outcome(int code, String out, String err) {

  /// Runs a command in this process.
  static Outcome of(String... arguments) {
    PrintStream before = System.err;
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var out = new StringWriter();
    System.setErr(stream);
    try {
      int code = Program.run(new PrintWriter(out), new PrintWriter(stream, true), arguments);
      return new Outcome(code, out.toString(), bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  /// The one line that says why the command failed; fails unless it is the last (but for the way to
  /// help after wrong usage) and the only one of its kind.
  String error() {
    List<String> lines = err.lines().toList();
    assertThat(lines).as(err).filteredOn(line -> line.startsWith("error: ")).hasSize(1);
    assertThat(err).doesNotContain("\tat ", "Exception", "null");
    int place = lines.size() - (code == 2 ? 2 : 1);
    assertThat(lines.get(place)).startsWith("error: ");
    if (code == 2) {
      assertThat(lines.getLast()).matches("try: workbench( [a-z]+)? --help");
    }
    return lines.get(place).substring("error: ".length());
  }

  /// Asserts that all went well.
  Outcome good() {
    assertThat(code).as(err).isZero();
    assertThat(err).doesNotContain("error: ", "\tat ");
    return this;
  }
}
