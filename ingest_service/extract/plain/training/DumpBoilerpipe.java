// DumpBoilerpipe HTML_DIR OUT.jsonl < LIST: what the extractors of Boilerpipe leave of each page, for train.py.
//
// LIST holds lines "page<TAB>charset". A line of OUT holds {"page", "dump", "text"}.
// Needs libboilerpipe-java libnekohtml-java libxerces2-java.
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.extractors.DefaultExtractor;
import de.l3s.boilerpipe.extractors.ExtractorBase;
import de.l3s.boilerpipe.extractors.LargestContentExtractor;
import de.l3s.boilerpipe.extractors.NumWordsRulesExtractor;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

public class DumpBoilerpipe {
  private static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < 0x20 || c > 0x7e) json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }

  private static String read(Path path, String charset) throws Exception {
    Charset known = Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.UTF_8;
    return new String(Files.readAllBytes(path), known);
  }

  public static void main(String[] args) throws Exception {
    Map<String, ExtractorBase> extractors = new TreeMap<>(Map.of(
        "boilerpipe-article", ArticleExtractor.INSTANCE, "boilerpipe-default", DefaultExtractor.INSTANCE,
        "boilerpipe-largest", LargestContentExtractor.INSTANCE, "boilerpipe-words", NumWordsRulesExtractor.INSTANCE));
    BufferedReader list = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (PrintWriter out = new PrintWriter(args[1], StandardCharsets.UTF_8)) {
      for (String line = list.readLine(); line != null; line = list.readLine()) {
        String[] page = line.split("\t");
        String html = read(Path.of(args[0], page[0] + ".html"), page[1]);
        for (Map.Entry<String, ExtractorBase> extractor : extractors.entrySet()) {
          try {
            String text = extractor.getValue().getText(new StringReader(html));
            out.println("{\"page\": " + quote(page[0]) + ", \"dump\": " + quote(extractor.getKey()) + ", \"text\": " + quote(text) + "}");
          } catch (Exception | StackOverflowError e) {
            System.err.println(page[0] + " " + extractor.getKey() + " " + e);
          }
        }
      }
    }
  }
}
