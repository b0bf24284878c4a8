"""Several ingest services on one PostgreSQL database: what goes in through one comes out through the others, whatever
happens to the server meanwhile."""

import os
import subprocess
import unittest

from pair import BIN, Pair, all_samples, sample
from private_postgres import PrivatePostgres

LINES = ["Rivage Post is a paper of the coast.", "Write to the desk at the harbour office."]


class ReplicasTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = PrivatePostgres()
        cls.addClassCleanup(cls.server.close)
        cls.server.start()
        cls.first, cls.second = cls.replica("news"), cls.replica("news")

    @classmethod
    def replica(cls, database):
        cls.server.run("psql", "-c", f"CREATE DATABASE {database}")
        pair = Pair(cls.server.uri(database))
        cls.addClassCleanup(pair.close)
        return pair.start()

    def ingest(self, pair, collection, *paths):
        done = pair.run("ingest", "--collection", collection, "--id-from", "name", *paths)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.decode()

    def test_what_one_stores_the_other_reads_lists_and_summarizes(self):
        self.ingest(self.first, "shared", *all_samples())
        listed = self.second.json("list", "--collection", "shared")
        self.assertEqual(len(listed["articles"]), len(all_samples()))
        self.assertEqual(listed, self.first.json("list", "--collection", "shared"))
        for verb in (["get", "--collection", "shared", "havenbode"], ["summarize", "--all", "--collection", "shared"]):
            self.assertEqual(self.second.json(*verb), self.first.json(*verb))
        raw = self.second.run("get", "--collection", "shared", "--raw", "maasstad-courant").stdout
        with open(sample("maasstad-courant.html"), "rb") as file:
            self.assertEqual(raw, file.read())

    def test_the_same_again_through_the_other_is_unchanged(self):
        self.assertIn("created", self.ingest(self.first, "again", sample("havenbode.txt")))
        self.assertIn("unchanged", self.ingest(self.second, "again", sample("havenbode.txt")))
        self.assertEqual(self.second.run("delete", "--collection", "again", "havenbode").returncode, 0)
        self.assertEqual(self.first.json("list", "--collection", "again")["articles"], [])

    def test_a_page_token_of_one_is_good_for_the_other(self):
        self.ingest(self.first, "pages", *all_samples())
        names, token = [], ""
        for pair in [self.first, self.second] * len(all_samples()):
            page = pair.json("list", "--collection", "pages", "--page-size", "2", "--page-token", token)
            names += [article["name"] for article in page["articles"]]
            token = page["next_page_token"]
            if not token:
                break
        self.assertEqual(names, [a["name"] for a in self.first.json("list", "--collection", "pages")["articles"]])
        self.assertEqual(len(names), len(all_samples()))

    def test_a_template_that_one_learns_the_other_applies(self):
        files = []
        for number in range(4):
            text = f"Ship {number} came in at noon with a load of {number * 3 + 2} tons of grain.\n\n" + "\n\n".join(LINES)
            files.append(self.first.path(f"ship-{number}.txt", text.encode()))
        done = self.first.run("ingest", "--collection", "ships", "--source", "rivage.example", *files)
        self.assertEqual(done.returncode, 0, done.stderr)
        learned = self.first.json("template", "learn", "--collection", "ships", "--source", "rivage.example")
        self.assertEqual(self.second.json("template", "show", learned["name"]), learned)
        cleaned = self.second.json("normalize", "--template", learned["name"], files[0])["article"]
        self.assertIn("template.line", [removal["rule"] for removal in cleaned["removals"]])

    def test_both_go_on_after_the_server_was_killed(self):
        self.ingest(self.first, "killed", sample("havenbode.txt"))
        before = self.second.json("get", "--collection", "killed", "havenbode")
        self.server.kill()
        failed = self.second.run("get", "--collection", "killed", "havenbode", "--timeout", "1")
        self.assertEqual(failed.returncode, 3, failed.stderr)
        self.server.start()
        self.assertEqual(self.second.json("get", "--collection", "killed", "havenbode"), before)
        self.assertIn("unchanged", self.ingest(self.second, "killed", sample("havenbode.txt")))
        self.assertIn("created", self.ingest(self.first, "killed", sample("kabar-pesisir.txt")))

    def test_a_dump_restores(self):
        self.ingest(self.first, "dumped", *all_samples())
        dump = os.path.join(self.server.folder, "data", "news.dump")
        self.assertEqual(self.server.run("pg_dump", "-Fc", "-f", dump, database="news").returncode, 0)
        self.server.run("psql", "-c", "CREATE DATABASE restored")
        done = self.server.run("pg_restore", dump, database="restored")
        self.assertEqual(done.returncode, 0, done.stderr)
        restored = self.replica("restored")
        for verb in (["list", "--collection", "dumped"], ["get", "--collection", "dumped", "havenbode"]):
            self.assertEqual(restored.json(*verb), self.first.json(*verb))
        self.assertIn("unchanged", self.ingest(restored, "dumped", sample("havenbode.txt")))
        self.assertIn("created", self.ingest(restored, "new", sample("havenbode.txt")))

    def test_a_wrong_password_is_said_and_not_shown(self):
        uri = self.server.uri("news").replace("user=polygist", "user=reader&password=s3cret")
        done = subprocess.run([os.path.join(BIN, "ingest_service"), "--listen", "127.0.0.1:0", "--store", uri],
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"refuses the user or the password", done.stderr)
        self.assertNotIn(b"s3cret", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
