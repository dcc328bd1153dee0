package coretuning.store;

import coretuning.spec.CoreTuningParts;
import coretuning.spec.CoreTuningReading;
import coretuning.spec.SampleChoice;
import coretuning.spec.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Stored questions from before a setting existed: they meant what was then the only way.
///
/// Everything else stays strict. A field that is added here cannot be misspelt unnoticed: under its
/// wrong name it is unknown.
final class SpecUpgrade {
  private static final String METHOD = "method";

  private SpecUpgrade() {}

  /// As [#apply], for the question of a table: what its rows share, each row, and the images of
  /// each column.
  static void applyToTable(JsonNode table) {
    apply(table.path("base"));
    table.path("variants").forEach(SpecUpgrade::apply);
    table.path("data").forEach(SpecUpgrade::addChoice);
  }

  /// Adds what is missing, in place.
  ///
  /// @param spec the content of the file, of any type
  static void apply(JsonNode spec) {
    if (spec.path(METHOD) instanceof ObjectNode method
        && method.path("type").asString("").equals("core-tuning")) {
      addIfMissing(method, "reading", CoreTuningReading.paper());
      addIfMissing(method, "parts", CoreTuningParts.all());
    }
    if (spec instanceof ObjectNode run
        && run.path("type").asString("").equals("experiment")
        && !run.has("selection")) {
      run.put("selection", Selection.LAST_EPOCH.name());
    }
    addChoice(spec);
    if (spec.path("backbone") instanceof ObjectNode backbone && !backbone.has("partialWeights")) {
      backbone.put("partialWeights", false);
    }
  }

  private static void addChoice(JsonNode holder) {
    if (holder.path("data") instanceof ObjectNode data) {
      addIfMissing(data, "choice", SampleChoice.standard());
    }
  }

  private static void addIfMissing(ObjectNode object, String field, Record value) {
    if (!object.has(field)) {
      object.set(field, Json.COMPACT.valueToTree(value));
    }
  }
}
