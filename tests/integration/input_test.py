"""What the services refuse, with the reason a caller needs, and what they take with a warning."""

import unittest

from pair import PairTest, all_samples, sample

SENTENCE = "The dam above the town held through the night, the mayor said on Monday, and nobody had to leave. "


class RejectionTest(PairTest):
    def test_no_bytes(self):
        self.assertFails(self.pair.run("ingest", self.pair.path("empty.txt")), 4, "CONTENT_EMPTY", "content")

    def test_a_text_past_the_limit(self):
        path = self.pair.path("long.txt", b"word " * (11 << 20 >> 2))
        self.assertFails(self.pair.run("ingest", path), 4, "CONTENT_TOO_LARGE", "limit")

    def test_a_name_with_a_slash(self):
        path = sample("havenbode.txt")
        self.assertFails(self.pair.run("ingest", "--id", "a/b", path), 4, "ARTICLE_ID_INVALID", "article_id")
        self.assertFails(self.pair.run("get", "collections/default/articles/a/b"), 4, "RESOURCE_NAME_INVALID", "name")

    def test_a_page_token_of_another_query(self):
        self.pair.run("ingest", "--collection", "paged", *all_samples())
        token = self.pair.json("list", "--collection", "paged", "--page-size", "1")["next_page_token"]
        self.assertTrue(token)
        other = self.pair.run("list", "--collection", "paged", "--language", "nl", "--page-token", token)
        self.assertFails(other, 4, "PAGE_TOKEN_MISMATCH", "page_token")
        self.assertFails(self.pair.run("list", "--page-token", "nonsense"), 4, "PAGE_TOKEN_INVALID")

    def test_an_unknown_article(self):
        self.assertFails(self.pair.run("get", "nobody"), 4, "ARTICLE_NOT_FOUND", "polygist list")
        self.assertFails(self.pair.run("delete", "nobody"), 4, "ARTICLE_NOT_FOUND")
        self.assertFails(self.pair.run("summarize", "nobody"), 4, "ARTICLE_NOT_FOUND")

    def test_a_budget_of_nothing(self):
        for unit in ("--sentences", "--words", "--characters", "--ratio"):
            done = self.pair.run("summarize", unit, "0", sample("havenbode.txt"))
            self.assertFails(done, 4, "BUDGET_OUT_OF_RANGE", "options.budget")

    def test_an_unknown_media_type(self):
        done = self.pair.run("ingest", "--media-type", "application/pdf", sample("havenbode.txt"))
        self.assertFails(done, 4, "MEDIA_TYPE_UNSUPPORTED", "content.media_type")

    def test_a_malformed_language_tag(self):
        done = self.pair.run("ingest", "--language", "not a tag", sample("havenbode.txt"))
        self.assertFails(done, 4, "LANGUAGE_TAG_INVALID", "content.language")

    def test_an_inline_article_is_named_by_its_place(self):
        done = self.pair.run("summarize", sample("havenbode.txt"), self.pair.path("empty.txt"))
        self.assertFails(done, 4, "CONTENT_EMPTY", "articles[1]")


class WarningTest(PairTest):
    def warnings(self, path, *arguments):
        article = self.pair.json("normalize", path, *arguments)["article"]
        self.assertTrue(article["text"])
        return article, {w["code"] for w in article["warnings"]}

    def test_a_wrong_charset_label(self):
        text = (SENTENCE + "Señor Muñoz y la niña volverán mañana. ") * 3
        _, codes = self.warnings(self.pair.path("a.txt", text.encode()), "--charset", "iso-2022-jp")
        self.assertIn("CHARSET_LABEL_WRONG", codes)

    def test_control_characters(self):
        article, codes = self.warnings(self.pair.path("b.txt", (SENTENCE * 2 + "A\x01 bell\x07.").encode()))
        self.assertIn("CONTROL_CHARACTERS", codes)
        self.assertNotIn("\x01", article["text"])

    def test_truncated_html(self):
        with open(sample("southern-wire.html"), "rb") as file:
            page = file.read()
        article, codes = self.warnings(self.pair.path("c.html", page[:len(page) * 6 // 10]))
        self.assertIn("HTML_TRUNCATED", codes)
        self.assertIn("protected coral reef", article["text"])

    def test_ten_words(self):
        _, codes = self.warnings(self.pair.path("d.txt", b"The ferry ran aground near the island early this morning."))
        self.assertIn("TEXT_SHORT", codes)

    def test_a_language_nobody_identifies(self):
        text = "ⰀⰈⰠ ⰁⰖⰍⰟⰂⰀⰏⰠ ⰔⰋⰏⰠ ⰏⰑⰎⰓ ⰔⰅ ⰁⰑⰃⰖ. " * 5  # Glagolitic letters
        article, codes = self.warnings(self.pair.path("e.txt", text.encode()))
        self.assertEqual(article["language"]["tag"], "und")
        self.assertIn("LANGUAGE_UNKNOWN", codes)


if __name__ == "__main__":
    unittest.main(verbosity=2)
