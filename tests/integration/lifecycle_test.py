"""Starting and stopping: the scripts of deploy/, and what SIGTERM does to calls that run."""

import contextlib
import os
import socket
import subprocess
import tempfile
import threading
import time
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


class SlowReader:
    """Between one client and a service: passes on at once what the client says, and slowly what the service answers."""

    def __init__(self, service_address):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = "127.0.0.1:%d" % self.listener.getsockname()[1]
        self.service_address = service_address
        self.passed_up = 0
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        host, port = self.service_address.split(":")
        with self.listener, self.listener.accept()[0] as client, socket.create_connection((host, int(port))) as service:
            threading.Thread(target=self.pass_up, args=(client, service), daemon=True).start()
            while self.move(service, client):
                time.sleep(0.01)
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def pass_up(self, client, service):
        while moved := self.move(client, service):
            self.passed_up += moved

    @staticmethod
    def move(source, target):
        """How many bytes were passed on; 0 at the end."""
        with contextlib.suppress(OSError):
            data = source.recv(1 << 16)
            target.sendall(data)
            return len(data)
        return 0


def large_request(times=1):
    request = ingest_pb.NormalizeArticleRequest()
    line = "The harbour of Belmora counted its ships on Monday, the mayor said. "
    request.content.bytes = (line * 40000 * times).encode()
    return request


def stub_at(address):
    return ingest_grpc.IngestServiceStub(
        grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", 64 << 20)]))


class DrainTest(unittest.TestCase):
    def assertAnsweredOrRefused(self, call):
        """On a machine so busy that the service had not begun the call, it may be refused: then nothing is lost either."""
        if call.exception() is None:
            self.assertTrue(call.result().article.text)
        else:
            self.assertIn("takes no more calls", call.details())

    def test_sigterm_lets_running_calls_end(self):
        pair = Pair()
        self.addCleanup(pair.close)
        pair.ingest.start()
        stub = stub_at(pair.ingest_address)
        calls = [stub.NormalizeArticle.future(large_request(), timeout=120) for _ in range(4)]
        # Calls that the service has begun; the first answer shows that they were.
        first = threading.Event()
        for call in calls:
            call.add_done_callback(lambda _: first.set())
        self.assertTrue(first.wait(120))
        self.assertEqual(pair.ingest.stop(), 0)
        for call in calls:
            self.assertTrue(call.result().article.text)

    def test_answers_are_read_before_the_service_ends(self):
        pair = Pair()
        self.addCleanup(pair.close)
        pair.ingest.arguments += ["--threads", "1"]
        pair.ingest.start()
        # The one thread is busy with the first call, so that the signal comes before the second is worked on.
        first = stub_at(pair.ingest_address).NormalizeArticle.future(large_request(3), timeout=120)
        reader = SlowReader(pair.ingest_address)
        request = large_request()
        second = stub_at(reader.address).NormalizeArticle.future(request, timeout=120)
        while reader.passed_up < len(request.content.bytes):
            time.sleep(0.001)
        self.assertTrue(pair.ingest.serves())  # Meanwhile the service has begun what it received before.
        self.assertEqual(pair.ingest.stop(), 0)
        self.assertAnsweredOrRefused(first)
        self.assertAnsweredOrRefused(second)

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
