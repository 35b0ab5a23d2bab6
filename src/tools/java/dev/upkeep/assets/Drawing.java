package dev.upkeep.assets;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/// Puts an SVG file on a grid of pixels.
final class Drawing {
  private Drawing() {}

  static Pixels of(Path svg, int size) throws IOException {
    SVGDocument document = new SVGLoader().load(svg.toUri().toURL());
    if (document == null) {
      throw new IOException(svg + " is not an SVG drawing.");
    }
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Without this, strokes are moved by half a pixel, off the grid they were drawn on.
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    document.render(null, graphics, new ViewBox(size, size));
    graphics.dispose();
    return Pixels.of(image);
  }
}
