"""The program against the real pair: what a person and a script do with it."""

import json
import unittest

from pair import PairTest, all_samples, sample


def text_of(article):
    return article["text"].encode()


class StoreTest(PairTest):
    def test_an_article_is_stored_listed_read_and_deleted(self):
        path = sample("kabar-pesisir.txt")
        first = self.pair.run("ingest", "--collection", "life", "--id", "a", path)
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertIn(b"created  collections/life/articles/a", first.stdout)
        again = self.pair.run("ingest", "--collection", "life", "--id", "a", path)
        self.assertIn(b"unchanged", again.stdout)
        changed = self.pair.run("ingest", "--collection", "life", "--id", "a", sample("harian-kalindra.txt"))
        self.assertIn(b"updated", changed.stdout)

        listed = self.pair.json("list", "--collection", "life")
        self.assertEqual([a["name"] for a in listed["articles"]], ["collections/life/articles/a"])
        article = self.pair.json("get", "--collection", "life", "a")
        self.assertEqual(article["language"]["tag"], "id")
        self.assertIn("Tim SAR gabungan", article["text"])

        self.assertEqual(self.pair.run("delete", "--collection", "life", "a").returncode, 0)
        self.assertFails(self.pair.run("get", "--collection", "life", "a"), 4, "ARTICLE_NOT_FOUND")
        self.assertEqual(self.pair.json("list", "--collection", "life")["articles"], [])

    def test_an_old_revision_stays_readable(self):
        self.pair.run("ingest", "--collection", "old", "--id", "a", sample("havenbode.txt"))
        old = self.pair.json("get", "--collection", "old", "a")
        self.pair.run("ingest", "--collection", "old", "--id", "a", sample("strait-observer.txt"))
        read = self.pair.json("get", "--collection", "old", "a@" + old["revision"])
        self.assertEqual(read["text"], old["text"])
        self.assertNotEqual(self.pair.json("get", "--collection", "old", "a")["revision"], old["revision"])

    def test_raw_bytes_come_back_as_they_were(self):
        path = sample("maasstad-courant.html")
        self.pair.run("ingest", "--collection", "raw", "--id", "a", path)
        with open(path, "rb") as file:
            self.assertEqual(self.pair.run("get", "--collection", "raw", "--raw", "a").stdout, file.read())

    def test_lists_filter_and_page(self):
        done = self.pair.run("ingest", "--collection", "many", "--id-from", "name", *all_samples())
        self.assertEqual(done.returncode, 0, done.stderr)
        names = [a["name"] for a in self.pair.json("list", "--collection", "many")["articles"]]
        self.assertEqual(len(names), len(all_samples()))
        self.assertEqual(names, sorted(names))
        dutch = self.pair.json("list", "--collection", "many", "--language", "nl")["articles"]
        self.assertEqual([a["name"].split("/")[-1] for a in dutch], ["havenbode", "maasstad-courant"])
        paged, token = [], ""
        while True:
            page = self.pair.json("list", "--collection", "many", "--page-size", "2", "--page-token", token)
            paged += [a["name"] for a in page["articles"]]
            token = page["next_page_token"]
            if not token:
                break
        self.assertEqual(paged, names)

    def test_ingest_answers_in_the_order_of_the_files(self):
        answers, code = self.pair.json_lines("ingest", "--collection", "order", *all_samples())
        self.assertEqual(code, 0)
        self.assertEqual([a["client_ref"] for a in answers], all_samples())

    def test_some_failures_are_told_apart_from_all(self):
        empty = self.pair.path("empty.txt")
        some = self.pair.run("ingest", "--collection", "mixed", empty, sample("havenbode.txt"))
        self.assertFails(some, 1, "CONTENT_EMPTY")
        self.assertIn(b"created", some.stdout)
        self.assertFails(self.pair.run("ingest", "--collection", "mixed", empty), 4, "CONTENT_EMPTY")
        self.assertFails(self.pair.run("ingest", "no-such-file.txt"), 2, "FILE_UNREADABLE")

    def test_normalize_stores_nothing(self):
        shown = self.pair.json("normalize", sample("courrier-des-iles.txt"))["article"]
        self.assertEqual(shown["language"]["tag"], "fr")
        self.assertEqual(shown["name"], "")
        for sentence in shown["sentences"]:
            begin, end = int(sentence["span"]["begin"]), int(sentence["span"]["end"])
            self.assertTrue(text_of(shown)[begin:end].decode().strip())

    def test_a_template_is_learned_shown_applied_and_deleted(self):
        shared = "Bientôt dans ce cahier, un autre récit du même rivage, chaque samedi à six heures."
        stories = ["Le pont de la rade rouvre lundi après deux ans de travaux, a annoncé la mairie.",
                   "Une épave de pêche a été trouvée au fond de la baie, près du phare, par des plongeurs.",
                   "Le prix du sel baisse sur le vieux marché depuis la fin de la récolte, disent les vendeurs."]
        files = []
        for i, story in enumerate(stories):
            files.append(self.pair.path("rivage-%d.txt" % i))
            with open(files[-1], "w", encoding="utf-8") as file:
                file.write(story + "\n\n" + story.replace("a ", "avait ") + "\n\n" + shared + "\n")
        self.pair.run("ingest", "--collection", "rivage", "--source", "rivage.example", *files)
        learned = self.pair.json("template", "learn", "--collection", "rivage", "--source", "rivage.example")
        self.assertEqual([line["text"] for line in learned["lines"]], [shared])
        self.assertEqual(self.pair.json("template", "show", learned["name"]), learned)
        listed = self.pair.json("template", "list", "--collection", "rivage")["templates"]
        self.assertEqual([t["name"] for t in listed], [learned["name"]])
        cleaned = self.pair.json("normalize", "--template", learned["name"], files[0])["article"]
        self.assertNotIn(shared, cleaned["text"])
        self.assertIn("template.line", [r["rule"] for r in cleaned["removals"]])
        self.assertIn(shared, self.pair.json("normalize", files[0])["article"]["text"])
        self.assertEqual(self.pair.run("template", "delete", learned["name"]).returncode, 0)
        self.assertFails(self.pair.run("template", "show", learned["name"]), 4, "TEMPLATE_NOT_FOUND")

    def test_standard_input_is_a_file(self):
        with open(sample("havenbode.txt"), "rb") as file:
            article = self.pair.json("normalize", "-", stdin=file.read())["article"]
        self.assertEqual(article["language"]["tag"], "nl")


class SummarizeTest(PairTest):
    def sentences_stand_in_their_articles(self, response, texts):
        summaries = response["summaries"] + ([response["merged"]] if "merged" in response else [])
        self.assertTrue(summaries)
        for summary in summaries:
            self.assertTrue(summary["sentences"])
            for sentence in summary["sentences"]:
                begin, end = int(sentence["span"]["begin"]), int(sentence["span"]["end"])
                self.assertEqual(texts[sentence["article"]][begin:end], sentence["text"].encode())
                parts = sum(int(p["value_micros"]) for p in sentence["parts"])
                self.assertEqual(parts, int(sentence["score_micros"]))

    def test_stored_articles_give_one_summary_per_language_and_one_merged(self):
        self.pair.run("ingest", "--collection", "news", "--id-from", "name", *all_samples())
        response = self.pair.json("summarize", "--all", "--collection", "news")
        self.assertEqual([s["language"] for s in response["summaries"]], ["en", "fr", "id", "nl"])
        self.assertEqual(response["merged"]["language"], "mul")
        texts = [text_of(self.pair.json("get", a["name"])) for a in response["articles"]]
        self.sentences_stand_in_their_articles(response, texts)

    def test_files_are_summarized_without_being_stored(self):
        before = self.pair.json("list")
        response = self.pair.json("summarize", *all_samples())
        self.assertEqual(self.pair.json("list"), before)
        self.assertEqual([a["client_ref"] for a in response["articles"]], all_samples())
        texts = [text_of(self.pair.json("normalize", p)["article"]) for p in all_samples()]
        self.sentences_stand_in_their_articles(response, texts)

    def test_stored_and_inline_articles_give_the_same_sentences(self):
        files = all_samples()
        self.pair.run("ingest", "--collection", "same", "--id-from", "name", *files)
        stored = self.pair.json("summarize", "--all", "--collection", "same")
        inline = self.pair.json("summarize", *files)

        def sentences(response):
            return [[s["text"] for s in summary["sentences"]] for summary in response["summaries"]]
        self.assertEqual(sentences(stored), sentences(inline))

    def test_the_same_request_gives_the_same_bytes(self):
        first = self.pair.run("summarize", *all_samples(), "--output", "json")
        self.assertEqual(first.returncode, 0, first.stderr)
        for _ in range(3):
            self.assertEqual(self.pair.run("summarize", *all_samples(), "--output", "json").stdout, first.stdout)

    def test_names_pick_articles(self):
        self.pair.run("ingest", "--collection", "pick", "--id-from", "name", *all_samples())
        response = self.pair.json("summarize", "--collection", "pick", "havenbode", "maasstad-courant")
        self.assertEqual([s["language"] for s in response["summaries"]], ["nl"])
        self.assertEqual(len(response["articles"]), 2)

    def test_budgets_hold(self):
        files = all_samples()
        for summary in self.pair.json("summarize", "--sentences", "2", *files)["summaries"]:
            self.assertLessEqual(len(summary["sentences"]), 2)
        for summary in self.pair.json("summarize", "--words", "40", *files)["summaries"]:
            self.assertLessEqual(sum(len(s["text"].split()) for s in summary["sentences"]), 40)
        for summary in self.pair.json("summarize", "--characters", "200", *files)["summaries"]:
            self.assertLessEqual(sum(len(s["text"]) + 1 for s in summary["sentences"]) - 1, 200)

    def test_text_for_people_names_languages_and_sources(self):
        text = self.pair.run("summarize", *all_samples()).stdout.decode()
        for part in ("English\n", "French\n", "Indonesian\n", "Dutch\n", "All languages\n", "Sources\n", "[7] "):
            self.assertIn(part, text)
        narrow = self.pair.run("summarize", "--width", "60", sample("havenbode.txt")).stdout.decode()
        self.assertTrue(all(len(line) <= 60 for line in narrow.splitlines() if "/" not in line), narrow)

    def test_no_web_furniture_is_in_a_summary(self):
        text = self.pair.run("summarize", "--sentences", "5", "--scope", "per-language", *all_samples()).stdout.decode()
        body = text[:text.index("Sources\n")]
        for leftover in ("Baca juga", "Lees ook", "Lire aussi", "RELATED", "newsletter", "nieuwsbrief", "cookies",
                         "Copyright", "©", "Foto:", "Image:", "Facebook", "ADVERTISEMENT"):
            self.assertNotIn(leftover, body)


class BatchTest(PairTest):
    def batch(self, verb, lines, *arguments):
        source = self.pair.path("in.jsonl", "".join(json.dumps(line) + "\n" for line in lines).encode())
        target = self.pair.path("out.jsonl")
        done = self.pair.run("batch", verb, "--input", source, "--output", target, *arguments)
        with open(target) as file:
            return done, [json.loads(line) for line in file]

    def test_normalize_keeps_the_order_and_the_spans(self):
        lines = [{"id": i, "path": path} for i, path in enumerate(all_samples() * 3)]
        done, results = self.batch("normalize", lines, "--in-flight", "4")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([r["id"] for r in results], list(range(len(lines))))
        for result in results:
            text = result["text"].encode()
            self.assertEqual([text[b:e].decode() for b, e in result["spans"]], result["sentences"])
            self.assertTrue(result["removed"])
        self.assertEqual([r["lang"] for r in results[:7]], ["fr", "id", "nl", "id", "nl", "en", "en"])

    def test_normalize_takes_text_and_options(self):
        text = "Menu\n\n" + "The dam above the town held through the night, the mayor said on Monday. " * 3
        done, results = self.batch("normalize", [
            {"id": "kept", "text": text, "keep_all": True, "content_type": "text/plain"},
            {"id": "told", "text": text, "lang": "en-GB"}])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Menu", results[0]["text"])
        self.assertEqual(results[0]["removed"], [])
        self.assertEqual(results[1]["lang"], "en")
        self.assertEqual(results[1]["confidence"], 1)

    def test_a_failed_line_is_told_in_its_place(self):
        done, results = self.batch("normalize", [{"id": "a", "text": ""}, {"id": "b", "text": "Some words here."},
                                                 {"id": "c"}, {"id": "d", "path": "missing.html"}])
        self.assertEqual(done.returncode, 1)
        self.assertIn("CONTENT_EMPTY", results[0]["error"])
        self.assertIn("Some words here.", results[1]["text"])
        self.assertIn("LINE_FIELD_MISSING", results[2]["error"])
        self.assertIn("FILE_UNREADABLE", results[3]["error"])
        self.assertEqual([r["id"] for r in results], ["a", "b", "c", "d"])

    def test_summarize_gives_the_wanted_language_or_the_merged_summary(self):
        articles = []
        for path in all_samples():
            if path.endswith(".txt"):
                with open(path) as file:
                    articles.append({"id": path.split("/")[-1], "text": file.read()})
        english = [a for a in articles if a["id"] == "strait-observer.txt"]
        done, results = self.batch("summarize", [
            {"topic": "all", "lang": "mul", "articles": articles, "budget": {"words": 60}},
            {"topic": "one", "lang": "en", "articles": english, "budget": {"sentences": 2}},
            {"topic": "none", "lang": "en", "articles": []}])
        self.assertEqual(done.returncode, 1)
        self.assertEqual([r["topic"] for r in results], ["all", "one", "none"])
        self.assertLessEqual(len(results[0]["summary"].split()), 60)
        self.assertEqual(len(results[1]["sentences"]), 2)
        self.assertEqual(results[1]["summary"].split("\n"), [s["text"] for s in results[1]["sentences"]])
        self.assertEqual({s["article"] for s in results[1]["sentences"]}, {"strait-observer.txt"})
        self.assertGreaterEqual(results[1]["seconds"], 0)
        self.assertIn("error", results[2])

    def test_batches_read_and_write_standard_streams(self):
        done = self.pair.run("batch", "normalize", "--input", "-", stdin=b'{"id":1,"text":"A short text."}\n')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["id"], 1)


class ProgramTest(PairTest):
    def test_health_tells_of_both_services(self):
        health = self.pair.json("health")
        self.assertEqual({s["state"] for s in health.values()}, {"serving"})

    def test_an_unavailable_service_is_exit_code_3_and_says_what_to_do(self):
        done = self.pair.run("list", "--ingest", "127.0.0.1:1")
        self.assertFails(done, 3, "UNAVAILABLE", "deploy/local.sh up")

    def test_usage_is_exit_code_2(self):
        self.assertEqual(self.pair.run("summarize").returncode, 2)
        self.assertEqual(self.pair.run("sumarize").returncode, 2)
        self.assertEqual(self.pair.run("summarize", "--sentences", "two", sample("havenbode.txt")).returncode, 2)
        self.assertEqual(self.pair.run("--help").returncode, 0)

    def test_usage_mistakes_are_named_with_the_fix(self):
        self.assertFails(self.pair.run("sumarize"), 2, "There is no verb 'sumarize'")
        self.assertFails(self.pair.run("batch", "normalise"), 2, "There is no verb 'normalise'")
        self.assertFails(self.pair.run("list", "--ingest", "nonsense"), 2, "--ingest", "HOST:PORT")
        self.assertFails(self.pair.run("list", "--timeout", "0"), 2, "--timeout", "more than 0")
        done = self.pair.run("template", "learn", "--source", "nobody.example")
        self.assertFails(done, 4, "TOO_FEW_ARTICLES", "field source", "Do that first")


if __name__ == "__main__":
    unittest.main(verbosity=2)
