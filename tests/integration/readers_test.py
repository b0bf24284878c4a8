"""What readers of several languages get: lines in their language or gists, evidence, quotes, questions in another
language, and dictionaries learned from articles."""

import os
import unittest

from pair import PairTest, all_samples, sample


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class ReadersTest(PairTest):
    def merged(self, *arguments):
        return self.pair.json("summarize", "--scope", "merged", *arguments, *all_samples())["merged"]["sentences"]

    def test_lines_are_in_the_readers_language_or_have_a_gist(self):
        stand_ins = 0
        for reading in ("nl", "en", "fr", "id"):
            for line in self.merged("--sentences", "16", "--reading", reading):
                self.assertEqual("gist" in line, line["language"] != reading, line["text"])
                if "stands_for" in line:
                    stand_ins += 1
                    self.assertEqual(line["language"], reading)
                    self.assertIn(line["stands_for"], line["evidence"])
        self.assertGreater(stand_ins, 0)

    def test_a_reader_of_two_languages_gets_both(self):
        lines = self.merged("--sentences", "12", "--reading", "nl,en")
        for line in lines:
            self.assertEqual("gist" in line, line["language"] not in ("nl", "en"), line["text"])
        self.assertTrue({"nl", "en"} <= {line["language"] for line in lines})

    def test_gists_are_in_the_readers_forms(self):
        gists = " ".join(line["gist"]["text"] for line in self.merged("--sentences", "12", "--reading", "ja"))
        self.assertIn("水曜日", gists)
        self.assertIn("KM Sinar Meranti", gists)

    def test_the_budget_holds_for_what_is_shown(self):
        for reading in ("nl", "id"):
            for words in (20, 50, 90):
                lines = self.merged("--words", str(words), "--reading", reading)
                self.assertLessEqual(sum(len(line["text"].split()) for line in lines), words)

    def test_evidence_is_verbatim_in_its_source(self):
        shown = 0
        paths = all_samples()
        for line in self.merged("--sentences", "16"):
            self.assertEqual({line["article"]} | {one["article"] for one in line["evidence"]},
                             set(line["supporting_articles"]))
            for one in line["evidence"]:
                if paths[one["article"]].endswith(".txt"):
                    self.assertIn(one["text"], text_of(paths[one["article"]]))
                    shown += 1
        self.assertGreater(shown, 0)
        wanted = ("summarize", "--scope", "merged", "--sentences", "16")
        plain = self.pair.run(*wanted, *all_samples()).stdout.decode()
        full = self.pair.run(*wanted, "--evidence", *all_samples()).stdout.decode()
        self.assertNotIn(" %)", plain)
        self.assertIn(" %)", full)

    def test_quotes_name_their_speakers_as_written(self):
        quotes = self.pair.json("compare", *all_samples())["quotes"]
        speakers = {group["speaker"] for group in quotes}
        self.assertLessEqual({"Bambang Arisanto", "Julien Castel", "Marieke van Duin", "Siti Marlina"}, speakers)
        for group in quotes:
            for quote in group["quotes"]:
                path = all_samples()[quote["article"]]
                if path.endswith(".txt"):
                    self.assertIn(quote["text"], text_of(path))
                    self.assertIn(quote["speaker"], text_of(path))

    def test_the_comparison_tells_who_is_silent(self):
        groups = self.pair.json("compare", *all_samples())["groups"]
        for group in groups:
            speaking = {member["article"] for member in group["members"]}
            self.assertEqual(sorted(speaking | set(group["silent_articles"])), list(range(len(all_samples()))))

    def test_a_question_in_another_script_finds_names(self):
        lines = self.merged("--sentences", "1", "--query", "Рахмат Саладин", "--reading", "en")
        self.assertIn("Rahmat Saladin", lines[0]["text"])

    def test_a_language_that_is_none_is_refused(self):
        done = self.pair.run("summarize", "--reading", "not a language", sample("havenbode.txt"))
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"LANGUAGE_TAG_INVALID", done.stderr)


class LearningTest(PairTest):
    PLACES = ("Arnevoort", "Belmora", "Kalindra", "Selarong", "Tarvisio", "Ulmeda", "Wesmond", "Zandhaven")
    NAMES = ("Ana Ruiz", "Tom Baker", "Lena Ortiz", "Karim Haddad", "Mirta Solano", "Budi Santosa", "Olga Petrova",
             "Jan Visser")

    def story(self):
        """Every word of three pairs meets its partner in four sentences, and each other word in two."""
        dutch, english = [], []
        for i, (place, name) in enumerate(zip(self.PLACES, self.NAMES)):
            count = 211 + 37 * i
            where, verb, what = i & 1, i >> 1 & 1, i >> 2 & 1
            dutch.append(f"Bij de {('sluis', 'molen')[where]} van {place} {('telde', 'meldde')[verb]} {name} op maandag "
                         f"{count} {('schuiten', 'wagens')[what]}.")
            english.append(f"{name} {('counted', 'reported')[verb]} {count} {('barges', 'carts')[what]} at the "
                           f"{('lock', 'windmill')[where]} of {place} on Monday.")
        return (self.pair.path("nl.txt", "\n\n".join(dutch).encode()),
                self.pair.path("en.txt", "\n\n".join(english).encode()))

    def test_a_snapshot_is_named_by_its_content_used_when_present_and_named_in_results(self):
        files = self.story()
        before = self.pair.json("compare", *files)
        folder = os.path.join(self.pair.folder, "lexicon")
        os.mkdir(folder)
        learned = self.pair.json("lexicon", "learn", "--name", "mills", "--folder", folder, *files)
        self.assertIn(("sluis", "lock"), [(pair["word"], pair["translation"]) for pair in learned["pairs"]])
        again = self.pair.json("lexicon", "learn", "--name", "mills", "--folder", folder, *files)
        self.assertEqual(again["name"], learned["name"])
        self.assertEqual(os.listdir(folder), [learned["name"] + ".lex"])
        self.assertEqual(self.pair.json("compare", *files)["digest"], before["digest"])

        self.pair.summary.stop()
        self.pair.summary.arguments += ["--lexicon", folder]
        self.pair.summary.start()
        after = self.pair.json("compare", *files)
        self.assertNotEqual(after["digest"], before["digest"])
        self.assertIn("learned/" + learned["name"], after["versions"]["data"])

    def test_nothing_to_learn_is_told(self):
        done = self.pair.run("lexicon", "learn", "--name", "one", "--folder", self.pair.folder, sample("havenbode.txt"))
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"NOTHING_LEARNED", done.stderr)


if __name__ == "__main__":
    unittest.main()
