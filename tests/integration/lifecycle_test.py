"""Starting and stopping: the scripts of deploy/, and what SIGTERM does to calls that run."""

import os
import subprocess
import tempfile
import threading
import unittest

import grpc

import stubs
from pair import ROOT, Pair, free_ports

stubs.load()

from polygist.ingest.v1 import ingest_service_pb2 as ingest_pb  # noqa: E402
from polygist.ingest.v1 import ingest_service_pb2_grpc as ingest_grpc  # noqa: E402


def script(name, *arguments, **environment):
    return subprocess.run([os.path.join(ROOT, "deploy", name), *arguments], capture_output=True, timeout=300,
                          env=dict(os.environ, **environment))


class ScriptTest(unittest.TestCase):
    def addresses(self):
        ingest, summary = free_ports(2)
        return {"POLYGIST_INGEST_ADDRESS": f"127.0.0.1:{ingest}", "POLYGIST_SUMMARY_ADDRESS": f"127.0.0.1:{summary}"}

    def test_quickstart_prints_the_same_twice_and_leaves_nothing_running(self):
        environment = self.addresses()
        first = script("quickstart.sh", **environment)
        self.assertEqual(first.returncode, 0, first.stderr)
        second = script("quickstart.sh", **environment)
        self.assertEqual(first.stdout, second.stdout)
        for part in ("Indonesian", "French", "English", "Dutch", "All languages", "Sources"):
            self.assertIn(part, first.stdout.decode())
        self.assertEqual(script("local.sh", "status", **environment).returncode, 1)

    def test_pairs_run_side_by_side(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            pairs = [dict(self.addresses(), POLYGIST_DATA=one), dict(self.addresses(), POLYGIST_DATA=two)]
            try:
                for pair in pairs:
                    up = script("local.sh", "up", **pair)
                    self.assertEqual(up.returncode, 0, up.stderr)
                for pair in pairs:
                    self.assertEqual(script("local.sh", "status", **pair).returncode, 0)
                self.assertEqual(script("local.sh", "down", **pairs[0]).returncode, 0)
                self.assertEqual(script("local.sh", "status", **pairs[0]).returncode, 1)
                self.assertEqual(script("local.sh", "status", **pairs[1]).returncode, 0)
            finally:
                for pair in pairs:
                    script("local.sh", "down", **pair)

    def test_up_twice_is_up(self):
        with tempfile.TemporaryDirectory() as data:
            pair = dict(self.addresses(), POLYGIST_DATA=data)
            try:
                self.assertEqual(script("local.sh", "up", **pair).returncode, 0)
                again = script("local.sh", "up", **pair)
                self.assertEqual(again.returncode, 0, again.stderr)
            finally:
                script("local.sh", "down", **pair)


class DrainTest(unittest.TestCase):
    def test_sigterm_lets_running_calls_end(self):
        pair = Pair()
        self.addCleanup(pair.close)
        pair.ingest.start()
        stub = ingest_grpc.IngestServiceStub(grpc.insecure_channel(
            pair.ingest_address, options=[("grpc.max_receive_message_length", 64 << 20)]))
        request = ingest_pb.NormalizeArticleRequest()
        request.content.bytes = ("The harbour of Belmora counted its ships on Monday, the mayor said. " * 40000).encode()
        calls = [stub.NormalizeArticle.future(request, timeout=120) for _ in range(4)]
        # Calls that the service has begun; the first answer shows that they were.
        first = threading.Event()
        for call in calls:
            call.add_done_callback(lambda _: first.set())
        self.assertTrue(first.wait(120))
        self.assertEqual(pair.ingest.stop(), 0)
        for call in calls:
            self.assertTrue(call.result().article.text)

    def test_a_stopped_service_keeps_what_it_acknowledged(self):
        pair = Pair()
        self.addCleanup(pair.close)
        pair.start()
        path = pair.path("a.txt", b"The dam held, the mayor said on Monday.")
        self.assertEqual(pair.run("ingest", "--id", "a", path).returncode, 0)
        self.assertEqual(pair.ingest.stop(), 0)
        pair.ingest.start()
        self.assertEqual(pair.json("get", "a")["text"], "The dam held, the mayor said on Monday.")
        self.assertEqual(pair.run("summarize", "a").returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
