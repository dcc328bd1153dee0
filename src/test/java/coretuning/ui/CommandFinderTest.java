package coretuning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import coretuning.ui.CommandFinder.Command;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;

class CommandFinderTest {
  private static final List<Command> COMMANDS =
      Stream.of("File › Export figure", "View › Spread", "View › Runs", "Run › Stop")
          .map(name -> new Command(name, "", new MenuItem(name)))
          .toList();

  private static List<String> found(String query) {
    return CommandFinder.matching(COMMANDS, query).stream().map(Command::name).toList();
  }

  @Test
  void anEmptyQueryFindsEverything() {
    assertThat(found("")).hasSize(4);
    assertThat(found("  ")).hasSize(4);
  }

  @Test
  void everyWordMustOccurAndCaseDoesNotMatter() {
    assertThat(found("SPREAD")).containsExactly("View › Spread");
    assertThat(found("fig exp")).containsExactly("File › Export figure");
    assertThat(found("spread stop")).isEmpty();
  }

  @Test
  void aNameThatBeginsWithTheQueryComesFirst() {
    assertThat(found("run")).containsExactly("View › Runs", "Run › Stop");
  }
}
