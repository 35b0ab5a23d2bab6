package dev.upkeep.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Writes what windows show as PNG files.
public final class Pictures {
  private final Path folder;

  public Pictures(Path folder) {
    this.folder = folder;
  }

  /// Writes one picture for each scale, with its percentage in the name, and closes the window.
  public void save(Stage stage, String name, List<Integer> scales) throws Exception {
    Headless.settle();
    for (int scale : scales) {
      write(shot(stage, scale), folder.resolve("%s-%d00.png".formatted(name, scale)));
    }
    close(stage);
  }

  /// Writes one small picture, for people to load, and closes the window.
  public void save(Stage stage, String name, int scale) throws Exception {
    Headless.settle();
    write(Palette.reduced(shot(stage, scale)), folder.resolve(name + ".png"));
    close(stage);
  }

  private static void close(Stage stage) throws Exception {
    Headless.call(() -> {
      stage.close();
      return true;
    });
  }

  private static BufferedImage shot(Stage stage, int scale) throws Exception {
    return buffered(
        Headless.call(() -> {
          SnapshotParameters parameters = new SnapshotParameters();
          parameters.setTransform(new Scale(scale, scale));
          return stage.getScene().getRoot().snapshot(parameters, null);
        }));
  }

  private static BufferedImage buffered(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    return copy;
  }

  private static void write(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(0);
    // What is there may be longer.
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
  }
}
