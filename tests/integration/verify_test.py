"""Summaries checked again: by the program without any service, and by the service."""

import json
import os
import unittest

from pair import PairTest, all_samples, sample


class VerifyTest(PairTest):
    def setUp(self):
        done = self.pair.run("summarize", "--output", "json", "--words", "80", "--query", "ferry", *all_samples())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.summary = json.loads(done.stdout)

    def verify(self, summary, *articles, services=False):
        """The exit code and the verification, made without services unless told."""
        path = self.pair.path("summary.json", json.dumps(summary).encode())
        nowhere = [] if services else ["--ingest", "127.0.0.1:1", "--summary", "127.0.0.1:1"]
        done = self.pair.run("verify", path, *articles, *nowhere, "--output", "json")
        self.assertTrue(done.stdout, done.stderr.decode())
        return done.returncode, json.loads(done.stdout)

    def findings(self, verification):
        return {(finding["code"], finding["field"]) for finding in verification["findings"]}

    def test_an_honest_summary_is_verified_without_services(self):
        code, verification = self.verify(self.summary, *all_samples())
        self.assertEqual((code, verification["verdict"]), (0, "VERIFIED"), verification)
        self.assertEqual(verification["digest"], self.summary["digest"])
        self.assertEqual(verification["sentences"], verification["verbatim"])

    def test_text_for_people_says_verdict_and_findings(self):
        self.summary["merged"]["sentences"][0]["text"] += "!"
        path = self.pair.path("summary.json", json.dumps(self.summary).encode())
        done = self.pair.run("verify", path, *all_samples())
        self.assertEqual(done.returncode, 4)
        text = done.stdout.decode()
        for part in ("REFUTED", "SENTENCE_DIFFERS  merged.sentences[0].text", "recorded:", "found:"):
            self.assertIn(part, text)

    def test_changes_are_named(self):
        changes = {
            ("SENTENCE_DIFFERS", "merged.sentences[0].text"):
                lambda s: s["merged"]["sentences"][0].update(text="x" + s["merged"]["sentences"][0]["text"][1:]),
            ("SPAN_DIFFERS", "summaries[0].sentences[0].span"):
                lambda s: s["summaries"][0]["sentences"][0]["span"].update(
                    begin=str(int(s["summaries"][0]["sentences"][0]["span"]["begin"]) + 1)),
            ("DIGEST_DIFFERS", "options"): lambda s: s["options"].update(query="ferries"),
            ("DIGEST_DIFFERS", "versions.engine"): lambda s: s["versions"].update(engine="0"),
            ("FIELD_DIFFERS", "merged.sentences[0].rank"):
                lambda s: s["merged"]["sentences"][0].update(rank=99),
        }
        for expected, change in changes.items():
            with self.subTest(expected):
                summary = json.loads(json.dumps(self.summary))
                change(summary)
                code, verification = self.verify(summary, *all_samples())
                self.assertEqual((code, verification["verdict"]), (4, "REFUTED"), verification)
                self.assertIn(expected, self.findings(verification))

    def test_another_content_under_the_same_name_is_another_revision(self):
        with open(sample("havenbode.txt"), "rb") as file:
            changed = self.pair.path("havenbode.txt", file.read() + b"\nEinde.\n")
        files = [f for f in all_samples() if os.path.basename(f) != "havenbode.txt"]
        code, verification = self.verify(self.summary, changed, *files)
        self.assertEqual((code, verification["verdict"]), (1, "UNDECIDED"), verification)
        self.assertIn(("REVISION_DIFFERS", "articles[2].revision"), self.findings(verification))

    def test_a_missing_article_is_named(self):
        code, verification = self.verify(self.summary, *all_samples()[1:])
        self.assertEqual((code, verification["verdict"]), (1, "UNDECIDED"))
        self.assertIn(("ARTICLE_MISSING", "articles[0]"), self.findings(verification))

    def test_stored_articles_are_verified_from_files_from_json_and_by_the_service(self):
        files = all_samples()[2:4]
        done = self.pair.run("ingest", "--collection", "verify", "--id-from", "name", "--source", "example.org",
                             "--label", "desk=sea", *files)
        self.assertEqual(done.returncode, 0, done.stderr)
        summary = self.pair.json("summarize", "--all", "--collection", "verify", "--longer", "60w")
        for view in ("full", "raw"):
            written = []
            for article in summary["articles"]:
                got = self.pair.run("get", "--view", view, "--output", "json", article["name"])
                written.append(self.pair.path(view + article["name"].split("/")[-1] + ".json", got.stdout))
            code, verification = self.verify(summary, *written)
            self.assertEqual((code, verification["verdict"]), (0, "VERIFIED"), verification)
        code, verification = self.verify(summary, *files)
        self.assertEqual((code, verification["verdict"]), (0, "VERIFIED"), verification)
        code, verification = self.verify(summary, services=True)
        self.assertEqual((code, verification["verdict"]), (0, "VERIFIED"), verification)

        self.assertEqual(self.pair.run("delete", "--collection", "verify", "havenbode").returncode, 0)
        code, verification = self.verify(summary, services=True)
        self.assertEqual((code, verification["verdict"]), (1, "UNDECIDED"))
        self.assertIn(("ARTICLE_MISSING", "articles[0].name"), self.findings(verification))

    def test_without_files_inline_articles_are_missing(self):
        code, verification = self.verify(self.summary, services=True)
        self.assertEqual(code, 1)
        self.assertIn(("ARTICLE_MISSING", "articles[0]"), self.findings(verification))

    def test_what_is_no_summary_is_a_usage_error(self):
        for content in (b"", b"{", b'{"articles": 3}', b'{"unknown": 1}'):
            done = self.pair.run("verify", self.pair.path("no.json", content), sample("havenbode.txt"))
            self.assertFails(done, 2, "SUMMARY_UNREADABLE")


class UpdateTest(PairTest):
    def texts(self, response):
        return [s["text"] for summary in response["summaries"] for s in summary["sentences"]]

    def test_what_a_file_that_was_read_says_is_not_told_again(self):
        new, old = sample("southern-wire.html"), sample("strait-observer.txt")
        response = self.pair.json("summarize", new, "--already-read", old, "--scope", "per-language")
        self.assertEqual([a["client_ref"] for a in response["articles"]], [new, old])
        self.assertEqual({s["article"] for s in response["summaries"][0]["sentences"]}, {0})
        self.assertEqual(self.verify_code(response, new, old), 0)

    def verify_code(self, response, *files):
        path = self.pair.path("update.json", json.dumps(response).encode())
        return self.pair.run("verify", path, *files).returncode

    def test_a_stored_article_that_was_read_need_not_be_chosen(self):
        self.pair.run("ingest", "--collection", "update", "--id-from", "name", *all_samples())
        response = self.pair.json("summarize", "--collection", "update", "southern-wire", "--already-read",
                                  "strait-observer", "--scope", "per-language")
        self.assertEqual(len(response["articles"]), 2)
        self.assertEqual({s["article"] for s in response["summaries"][0]["sentences"]}, {0})
        missing = self.pair.run("summarize", "--collection", "update", "southern-wire", "--already-read", "nothing")
        self.assertFails(missing, 4, "ARTICLE_NOT_FOUND", "options.already_read")

    def test_longer_lengths_contain_shorter_ones(self):
        response = self.pair.json("summarize", "--characters", "70", "--longer", "1s", "--longer", "3s",
                                  "--longer", "100w", *all_samples())
        for summary in response["summaries"] + [response["merged"]]:
            lengths = summary["lengths"]
            self.assertEqual(len(lengths), 4)
            self.assertLessEqual(lengths[0]["characters"], 70)
            self.assertEqual(lengths[1]["sentences"], 1)
            self.assertLessEqual(lengths[2]["sentences"], 3)
            self.assertTrue(all(length["words"] <= 100 for length in lengths))
            self.assertEqual([length["words"] for length in lengths], sorted(length["words"] for length in lengths))
        self.assertFails(self.pair.run("summarize", "--longer", "9x", sample("havenbode.txt")), 2, "LENGTH_MALFORMED")
        self.assertFails(self.pair.run("summarize", "--sentences", "3", "--longer", "2s", sample("havenbode.txt")), 4,
                         "BUDGETS_NOT_ASCENDING", "options.longer_budgets[0]")

    def test_explain_leaves_a_source_out(self):
        text = self.pair.run("explain", *all_samples(), "--without", "Southern Wire").stdout.decode()
        self.assertIn("English without the source", text)


if __name__ == "__main__":
    unittest.main(verbosity=2)
