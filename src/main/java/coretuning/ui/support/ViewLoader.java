package coretuning.ui.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML files of the program, each with a controller that is already built: controllers
/// get what they work with by constructor.
///
/// @param messages texts of the `%key`s in the files
public record ViewLoader(Messages messages) {
  private static final String FOLDER = "/fxml/";

  /// Loads `/fxml/<name>.fxml`, whose `fx:controller` must be the class of `controller`.
  ///
  /// @throws IllegalArgumentException if the file names another controller
  public <T extends Parent> T load(String name, Object controller, Class<T> root) {
    var loader = new FXMLLoader(resource(name + ".fxml"), messages.bundle());
    loader.setControllerFactory(wanted -> {
      if (!wanted.isInstance(controller)) {
        throw new IllegalArgumentException(
            "%s.fxml wants a %s, got %s".formatted(name, wanted, controller.getClass()));
      }
      return controller;
    });
    try {
      return root.cast(loader.<Object>load());
    } catch (IOException broken) {
      throw new UncheckedIOException(name + ".fxml cannot be loaded", broken);
    }
  }

  /// Address of the program's stylesheet.
  public static String stylesheet() {
    return resource("workbench.css").toExternalForm();
  }

  private static URL resource(String file) {
    return Objects.requireNonNull(
        ViewLoader.class.getResource(FOLDER + file), () -> FOLDER + file + " is missing");
  }
}
