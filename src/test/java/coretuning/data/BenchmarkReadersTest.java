package coretuning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coretuning.data.format.Formats;
import coretuning.data.format.Recognition;
import coretuning.result.Problem;
import coretuning.spec.DataFormat;
import coretuning.spec.LabelSet;
import coretuning.spec.SampleChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/// Every benchmark of the field as a tiny tree with the real names. Image i of a tree is filled
/// with gray 10 i, so that what was read where can be told from the pixels.
class BenchmarkReadersTest {
  @TempDir Path root;
  @TempDir Path cache;
  private ImageTree tree;

  @BeforeEach
  void plant() {
    tree = new ImageTree(root);
  }

  @Test
  void dtdFollowsTheSplitThatIsAskedForAndLearnsFromItsValidationImages() throws IOException {
    tree.image("dtd/images/banded/banded_1.jpg", 10)
        .image("dtd/images/banded/banded_2.jpg", 20)
        .image("dtd/images/dotted/dotted_1.jpg", 30)
        .image("dtd/images/dotted/dotted_2.jpg", 40)
        .text("dtd/labels/train1.txt", "banded/banded_1.jpg")
        .text("dtd/labels/val1.txt", "dotted/dotted_1.jpg")
        .text("dtd/labels/test1.txt", "banded/banded_2.jpg")
        .text("dtd/labels/train2.txt", "banded/banded_2.jpg")
        .text("dtd/labels/val2.txt", "dotted/dotted_2.jpg")
        .text("dtd/labels/test2.txt", "dotted/dotted_1.jpg");

    assertRecognised(DataFormat.DTD, "2 textures");
    assertServes(open(), "banded 10, dotted 30 | banded 20");
    assertServes(open(choice(2, LabelSet.STANDARD)), "banded 20, dotted 40 | dotted 30");
    assertThatThrownBy(() -> open(choice(3, LabelSet.STANDARD)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("labels/train3.txt");
  }

  @Test
  void aircraftHasThreeLevelsOfLabels() throws IOException {
    tree.image("fgvc/data/images/0000001.jpg", 10)
        .image("fgvc/data/images/0000002.jpg", 20)
        .image("fgvc/data/images/0000003.jpg", 30);
    level("variant", "variants", "707-320", "737 MAX");
    level("family", "families", "Boeing 707", "Boeing 737");
    level("manufacturer", "manufacturers", "Boeing", "Airbus");

    assertRecognised(DataFormat.AIRCRAFT, "manufacturers");
    assertServes(open(), "707-320 10, 737 MAX 20 | 707-320 30");
    assertServes(open(choice(1, LabelSet.FAMILY)), "Boeing 707 10, Boeing 737 20 | Boeing 707 30");
    assertServes(open(choice(1, LabelSet.MANUFACTURER)), "Boeing 10, Airbus 20 | Boeing 30");
  }

  private void level(String level, String names, String one, String other) throws IOException {
    tree.text("fgvc/data/%s.txt".formatted(names), one, other)
        .text(
            "fgvc/data/images_%s_trainval.txt".formatted(level),
            "0000001 " + one,
            "0000002 " + other)
        .text("fgvc/data/images_%s_test.txt".formatted(level), "0000003 " + one);
  }

  @Test
  void petsAreBreedsOrSpecies() throws IOException {
    tree.image("images/Abyssinian_1.jpg", 10)
        .image("images/Abyssinian_2.jpg", 20)
        .image("images/american_bulldog_10.jpg", 30)
        .text(
            "annotations/trainval.txt",
            "# a comment",
            "Abyssinian_1 1 1 1",
            "american_bulldog_10 2 2 1")
        .text("annotations/test.txt", "Abyssinian_2 1 1 1");

    assertRecognised(DataFormat.PETS, "annotations/");
    assertServes(open(), "Abyssinian 10, american_bulldog 30 | Abyssinian 20");
    assertServes(open(choice(1, LabelSet.SPECIES)), "cat 10, dog 30 | cat 20");
  }

  @Test
  void food101FollowsItsLists() throws IOException {
    tree.image("food-101/images/apple_pie/1.jpg", 10)
        .image("food-101/images/waffles/2.jpg", 20)
        .image("food-101/images/waffles/3.jpg", 30)
        .text("food-101/meta/train.txt", "apple_pie/1", "waffles/2")
        .text("food-101/meta/test.txt", "waffles/3");

    assertRecognised(DataFormat.FOOD101, "meta/");
    assertServes(open(), "apple_pie 10, waffles 20 | waffles 30");
  }

  @Test
  void sun397KeepsScenesByInitialAndMayBeDeep() throws IOException {
    tree.image("SUN397/a/abbey/sun_1.jpg", 10)
        .image("SUN397/a/apse/indoor/sun_2.jpg", 20)
        .image("SUN397/a/apse/indoor/sun_3.jpg", 30)
        .text("SUN397/ClassName.txt", "/a/abbey", "/a/apse/indoor")
        .text("Partitions/Training_01.txt", "/a/abbey/sun_1.jpg", "/a/apse/indoor/sun_2.jpg")
        .text("Partitions/Testing_01.txt", "/a/apse/indoor/sun_3.jpg");

    assertRecognised(DataFormat.SUN397, "ClassName.txt");
    assertServes(open(), "abbey 10, apse/indoor 20 | apse/indoor 30");
  }

  @Test
  void caltech101DrawsThirtyOfEachClassAndDropsItsBackground() throws IOException {
    for (String name : List.of("accordion", "Faces_easy", "BACKGROUND_Google")) {
      for (int i = 0; i < 33; i++) {
        tree.image("caltech/101_ObjectCategories/%s/image_%04d.jpg".formatted(name, i), i);
      }
    }
    Dataset dataset = open();

    assertRecognised(DataFormat.CALTECH101, "Caltech-101: 3 class folders");
    assertThat(dataset.classNames()).containsExactly("Faces_easy", "accordion");
    assertThat(dataset.trainIds()).hasSize(60);
    assertThat(dataset.testIds()).hasSize(6);
    assertThat(dataset.notes()).containsExactly("the background class is left out: 33 images");
    Dataset other = open(choice(2, LabelSet.BACKGROUND));
    assertThat(other.trainIds()).hasSize(90);
    assertThat(other.notes()).isEmpty();
    assertThat(values(open(choice(2, LabelSet.STANDARD)))).isNotEqualTo(values(dataset));
  }

  @Test
  void imageNet20JoinsImagenetteAndImagewoof() throws IOException {
    tree.image("imagenette2-160/train/n01440764/a.jpg", 10)
        .image("imagenette2-160/val/n01440764/b.jpg", 20)
        .image("imagewoof2-160/train/n02086240/c.jpg", 30)
        .image("imagewoof2-160/val/n02086240/d.jpg", 40);

    assertRecognised(DataFormat.IMAGENET20, "imagenette2-160 and imagewoof2-160");
    assertServes(open(), "tench 10, Shih-Tzu 30 | tench 20, Shih-Tzu 40");
  }

  @Test
  void euroSatHasNoSplitOfItsOwn() throws IOException {
    for (String name : List.of("AnnualCrop", "PermanentCrop", "SeaLake")) {
      for (int i = 0; i < 5; i++) {
        tree.image("2750/%s/%s_%d.jpg".formatted(name, name, i), 10 * i);
      }
    }

    assertRecognised(DataFormat.EUROSAT, "3 classes of land use");
    assertThat(open().trainIds()).hasSize(12);
    assertThat(open().testIds()).hasSize(3);
  }

  @Test
  void carsAreReadFromTheirDevelopmentKit() throws IOException {
    tree.image("cars_train/00001.jpg", 10)
        .image("cars_train/00002.jpg", 20)
        .image("cars_test/00001.jpg", 30);
    mat("devkit/cars_meta.mat", "class_names", names("AM General Hummer", "Acura RL"));
    mat("devkit/cars_train_annos.mat", "annotations", cars("fname", 1, 2));
    mat("cars_test_annos_withlabels.mat", "annotations", cars("fname", 2));

    assertRecognised(DataFormat.CARS, "devkit/");
    assertServes(open(), "AM General Hummer 10, Acura RL 20 | Acura RL 30");
  }

  @Test
  void carsAreReadFromOneListToo() throws IOException {
    tree.image("car_ims/000001.jpg", 10)
        .image("car_ims/000002.jpg", 20)
        .image("car_ims/000003.jpg", 30);
    Struct list = Mat5.newStruct(1, 3);
    for (int i = 0; i < 3; i++) {
      list.set("relative_im_path", i, Mat5.newString("car_ims/%06d.jpg".formatted(i + 1)));
      list.set("class", i, Mat5.newScalar(1 + i % 2));
      list.set("test", i, Mat5.newScalar(i == 2 ? 1 : 0));
    }
    var file = Mat5.newMatFile();
    file.addArray("annotations", list).addArray("class_names", names("one", "two"));
    Mat5.writeToFile(file, tree.made("cars_annos.mat").toFile());

    assertServes(open(), "one 10, two 20 | one 30");
  }

  @Test
  void flowersFollowTheOfficialParts() throws IOException {
    for (int i = 1; i <= 4; i++) {
      tree.image("jpg/image_%05d.jpg".formatted(i), 10 * i);
    }
    mat("imagelabels.mat", "labels", row(1, 2, 2, 1));
    var parts = Mat5.newMatFile();
    parts.addArray("trnid", row(1)).addArray("valid", row(2)).addArray("tstid", row(4, 3));
    Mat5.writeToFile(parts, tree.made("setid.mat").toFile());

    assertRecognised(DataFormat.FLOWERS102, "setid.mat");
    assertServes(open(), "1 10, 2 20 | 1 40, 2 30");
  }

  @Test
  void aBrokenMatlabFileIsAProblemThatNamesIt() throws IOException {
    tree.image("jpg/image_00001.jpg", 10).text("imagelabels.mat", "not of MATLAB");

    assertThatThrownBy(this::open)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no MATLAB file")
        .hasMessageContaining("imagelabels.mat");
  }

  @Test
  void domainsAreLearntFromAndTestedOnAsAsked() throws IOException {
    int gray = 0;
    for (String domain : List.of("art_painting", "cartoon", "photo", "sketch")) {
      for (String name : List.of("dog", "elephant")) {
        gray += 10;
        tree.image("PACS/kfold/%s/%s/pic_1.jpg".formatted(domain, name), gray);
      }
    }

    assertRecognised(DataFormat.DOMAINS, "4 domains (art_painting, cartoon, photo, sketch)");
    assertServes(
        open(domains(List.of(), List.of("sketch"))),
        "dog 10, elephant 20, dog 30, elephant 40, dog 50, elephant 60 | dog 70, elephant 80");
    assertServes(
        open(domains(List.of("photo"), List.of("cartoon"))),
        "dog 50, elephant 60 | dog 30, elephant 40");
    assertThatThrownBy(() -> open(domains(List.of(), List.of("clipart"))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no domain clipart")
        .hasMessageContaining("choose among art_painting, cartoon, photo, sketch");
  }

  @Test
  void theOldFormOfVlcsIsReadFromItsFullFolders() throws IOException {
    for (String domain : List.of("CALTECH", "LABELME")) {
      for (String part : List.of("full", "train", "test")) {
        tree.image("%s/%s/0/a.jpg".formatted(domain, part), 10)
            .image("%s/%s/1/b.jpg".formatted(domain, part), 20);
      }
    }

    assertRecognised(DataFormat.DOMAINS, "2 domains");
    assertThat(open(domains(List.of(), List.of("LABELME"))).size()).isEqualTo(4);
  }

  @Test
  void anImageFolderMayHaveItsOwnValidationImages() throws IOException {
    tree.image("train/cat/1.png", 10)
        .image("train/dog/1.png", 20)
        .image("val/cat/1.png", 30)
        .image("test/dog/1.png", 40);
    Dataset dataset = open();
    var spec = IdxFiles.spec(DataFormat.AUTO, root, 8);

    assertRecognised(DataFormat.IMAGE_FOLDER, "2 classes below train/ and val/ and test/");
    assertThat(dataset.validationIds()).containsExactly(2);
    assertThat(Split.of(dataset, spec, 1).validation()).containsExactly(2);
    assertServes(dataset, "cat 10, dog 20 | dog 40");
  }

  @Test
  void nothingKnownIsSaidWithWhatWasSeen() throws IOException {
    tree.text("papers/one.pdf", "x").text("notes.txt", "y");

    assertThatThrownBy(this::open)
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no data set the workbench knows: it holds 1 folders (papers ...)");
  }

  private void mat(String path, String name, us.hebi.matlab.mat.types.Array value)
      throws IOException {
    var file = Mat5.newMatFile();
    file.addArray(name, value);
    Mat5.writeToFile(file, tree.made(path).toFile());
  }

  private static Cell names(String... names) {
    Cell cell = Mat5.newCell(1, names.length);
    for (int i = 0; i < names.length; i++) {
      cell.set(i, Mat5.newString(names[i]));
    }
    return cell;
  }

  private static Struct cars(String field, int... classes) {
    Struct list = Mat5.newStruct(1, classes.length);
    for (int i = 0; i < classes.length; i++) {
      list.set(field, i, Mat5.newString("%05d.jpg".formatted(i + 1)));
      list.set("class", i, Mat5.newScalar(classes[i]));
    }
    return list;
  }

  private static Matrix row(int... values) {
    Matrix row = Mat5.newMatrix(1, values.length);
    for (int i = 0; i < values.length; i++) {
      row.setInt(i, values[i]);
    }
    return row;
  }

  private static SampleChoice choice(int split, LabelSet labels) {
    return new SampleChoice(split, labels, List.of(), List.of(), false);
  }

  private static SampleChoice domains(List<String> train, List<String> test) {
    return new SampleChoice(1, LabelSet.STANDARD, train, test, false);
  }

  private Dataset open() {
    return open(SampleChoice.standard());
  }

  private Dataset open(SampleChoice choice) {
    return Datasets.open(IdxFiles.spec(DataFormat.AUTO, root, 8).withChoice(choice), cache);
  }

  private void assertRecognised(DataFormat format, String why) {
    Recognition recognition = Formats.recognise(root).orElseThrow();
    assertThat(recognition.format()).isEqualTo(format);
    assertThat(recognition.why()).contains(why);
  }

  /// Class name and gray, rounded to tens, of training and test images.
  private static void assertServes(Dataset dataset, String expected) {
    assertThat(
            described(dataset, dataset.trainIds()) + " | " + described(dataset, dataset.testIds()))
        .isEqualTo(expected);
  }

  private static String described(Dataset dataset, int[] ids) {
    return String.join(
        ", ",
        Arrays.stream(ids)
            .mapToObj(id ->
                dataset.classNames().get(dataset.label(id))
                    + " "
                    + 10 * Math.round((dataset.rgb(id)[0] & 0xff) / 10.0))
            .toList());
  }

  private static List<Integer> values(Dataset dataset) {
    return Arrays.stream(dataset.trainIds()).mapToObj(id -> dataset.rgb(id)[0] & 0xff).toList();
  }
}
