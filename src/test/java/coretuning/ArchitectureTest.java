package coretuning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds the layout that the README's "Layout" section shows: which package may import which, no
/// cycles, one door per library.
class ArchitectureTest {
  private static final String ROOT = "coretuning";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /// Package -> packages of ours that it may import. A package that is not listed fails the test.
  private static final Map<String, Set<String>> MAY_IMPORT = mayImport();

  private static Map<String, Set<String>> mayImport() {
    var allowed = new LinkedHashMap<String, Set<String>>();
    allowed.put("", Set.of("cli", "ui"));
    allowed.put("spec", Set.of());
    allowed.put("result", Set.of("spec"));
    allowed.put("file", Set.of("result"));
    allowed.put("safetensors", Set.of("result", "file"));
    allowed.put("pickle", Set.of("result", "file"));
    allowed.put("data.image", Set.of("result"));
    allowed.put("data.format", Set.of("spec", "result", "file", "pickle", "data.image"));
    allowed.put("data", Set.of("spec", "result", "file", "data.image", "data.format"));
    allowed.put("data.doctor", Set.of("spec", "result", "data", "data.image", "data.format"));
    allowed.put("transform", Set.of("spec", "data", "data.image"));
    allowed.put("tensor", Set.of("spec", "result"));
    allowed.put("backbone", Set.of("spec", "tensor"));
    allowed.put(
        "checkpoint", Set.of("spec", "result", "safetensors", "pickle", "tensor", "backbone"));
    allowed.put("objective", Set.of("tensor"));
    allowed.put("method", Set.of("spec", "result", "tensor", "backbone", "objective"));
    allowed.put("pretrain", Set.of("spec", "result", "tensor", "backbone", "objective"));
    allowed.put("analysis", Set.of("result"));
    allowed.put("analysis.map", Set.of("result", "analysis"));
    allowed.put("analysis.mix", Set.of("result"));
    allowed.put(
        "eval", Set.of("spec", "result", "data", "transform", "tensor", "backbone", "analysis"));
    allowed.put(
        "train",
        Set.of(
            "safetensors",
            "spec",
            "result",
            "data",
            "transform",
            "tensor",
            "backbone",
            "checkpoint",
            "objective",
            "method",
            "pretrain",
            "analysis",
            "eval"));
    allowed.put("store", Set.of("spec", "result", "file", "safetensors"));
    allowed.put("report", Set.of("spec", "result", "file"));
    allowed.put("figure", Set.of("spec", "result", "file"));
    allowed.put(
        "gallery", Set.of("spec", "result", "analysis", "analysis.map", "store", "figure", "job"));
    allowed.put(
        "job",
        Set.of(
            "spec",
            "result",
            "safetensors",
            "data",
            "data.doctor",
            "data.format",
            "data.image",
            "transform",
            "tensor",
            "backbone",
            "checkpoint",
            "objective",
            "method",
            "pretrain",
            "analysis",
            "analysis.map",
            "eval",
            "train",
            "store"));
    var front = Set.of("spec", "result", "analysis", "store", "report", "figure", "gallery", "job");
    allowed.put("cli", front);
    allowed.put("ui.support", Set.of("spec", "result", "job"));
    allowed.put("ui.form", Set.of("spec", "ui.support"));
    allowed.put("ui.plot", Set.of("spec", "result", "figure", "ui.support"));
    allowed.put("ui.map", Set.of("result", "figure", "ui.support"));
    var feature = with(front, "ui.support", "ui.form", "ui.plot", "ui.map", "analysis.map");
    var features =
        List.of("experiment", "pretrain", "runs", "compare", "pairs", "table", "settings", "data");
    features.forEach(name -> allowed.put("ui." + name, feature));
    // The pair laboratory computes while a slider moves: too often to ask a job.
    allowed.put("ui.pairs", with(feature, "analysis.mix"));
    var ui = new TreeSet<>(feature);
    features.forEach(name -> ui.add("ui." + name));
    allowed.put("ui", ui);
    return allowed;
  }

  private static Set<String> with(Set<String> some, String... more) {
    var all = new TreeSet<>(some);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private static String packageOf(JavaClass each) {
    String name = each.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }

  @Test
  void everyPackageImportsOnlyWhatTheLayoutAllows() {
    var offences = new TreeSet<String>();
    for (JavaClass each : CLASSES) {
      String from = packageOf(each);
      Set<String> allowed = MAY_IMPORT.get(from);
      if (allowed == null) {
        offences.add("package " + from + " is not in the layout");
        continue;
      }
      each.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(ROOT))
          .map(ArchitectureTest::packageOf)
          .filter(to -> !to.equals(from) && !allowed.contains(to))
          .forEach(to -> offences.add(each.getName() + " imports " + to));
    }
    assertThat(CLASSES).isNotEmpty();
    assertThat(offences).isEmpty();
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void eachLibraryHasItsDoor() {
    door(
        "ai.djl",
        "tensor",
        "backbone",
        "checkpoint",
        "objective",
        "method",
        "pretrain",
        "train",
        "eval",
        "job");
    door("smile", "analysis.map");
    door("tools.jackson", "store", "safetensors", "data.format");
    door("us.hebi", "data.format");
    door("org.apache.commons.compress", "data");
    door("org.jfree", "figure");
    door("org.apache.pdfbox", "figure");
    door("de.rototor", "figure");
    door("javafx", "ui");
    door("org.controlsfx", "ui");
    door("atlantafx", "ui");
    door("picocli", "cli");
    door("java.awt", "figure", "gallery", "data", "ui");
    door("javax.imageio", "figure", "data", "ui");
  }

  /// A Java number as operand becomes an array whose memory is collected before the backward pass
  /// reads it: see `Transfer.scalarLike`.
  @Test
  void noJavaNumberIsAnOperandOnAGradientPath() {
    var offences = new TreeSet<String>();
    for (JavaClass each : CLASSES) {
      if (!Set.of("objective", "method", "backbone").contains(packageOf(each))
          && !each.getSimpleName().equals("MaskedSoftmax")) {
        continue;
      }
      each.getMethodCallsFromSelf().stream()
          .filter(call -> call.getTargetOwner().getName().equals("ai.djl.ndarray.NDArray"))
          .filter(call ->
              call.getTarget().getRawParameterTypes().stream()
                  .anyMatch(type -> type.isEquivalentTo(Number.class)))
          .forEach(call -> offences.add(call.getDescription()));
    }
    assertThat(offences).isEmpty();
  }

  private static void door(String library, String... packages) {
    noClasses()
        .that(liveOutside(packages))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> liveOutside(String... packages) {
    List<String> homes = List.of(packages);
    return DescribedPredicate.describe(
        "live outside " + homes,
        each ->
            homes.stream()
                .noneMatch(home ->
                    packageOf(each).equals(home) || packageOf(each).startsWith(home + ".")));
  }
}
