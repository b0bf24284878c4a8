"""A running pair of the real services on free loopback ports, and the command-line program to use them."""

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest

BIN = os.environ["POLYGIST_BIN"]
# What is compared here knows no dictionaries, whatever the shell that runs it uses.
os.environ.pop("POLYGIST_LEXICON", None)
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = os.path.join(ROOT, "tests", "data", "articles")
START_SECONDS = 60


def sample(name):
    return os.path.join(SAMPLES, name)


def all_samples():
    return sorted(sample(n) for n in os.listdir(SAMPLES) if n.endswith((".txt", ".html")))


def free_ports(count):
    """Ports that nothing listens on now, below those that Linux gives to outgoing connections: a client that runs
    meanwhile, in another test, cannot take one."""
    ports = []
    for port in random.sample(range(12000, 32000), 1000):
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", port)) != 0:
                ports.append(port)
        if len(ports) == count:
            return ports
    raise AssertionError(f"no {count} free ports of 1000 tried")


class Service:
    """One service process that can be killed, stopped and started again on the same address."""

    def __init__(self, program, address, arguments, log):
        self.program = program
        self.address = address
        self.arguments = arguments
        self.healthcheck_arguments = []
        self.log = log
        self.process = None

    def start(self, seconds=START_SECONDS):
        command = [os.path.join(BIN, self.program), "--listen", self.address] + self.arguments
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + seconds
        while not self.serves():
            if self.process.poll() is not None or time.monotonic() > deadline:
                with open(self.log, errors="replace") as log:
                    raise AssertionError(f"{self.program} does not serve:\n{log.read()[-2000:]}")
            time.sleep(0.02)

    def serves(self):
        command = [os.path.join(BIN, self.program), "--healthcheck", "--listen", self.address,
                   *self.healthcheck_arguments]
        return subprocess.run(command, capture_output=True).returncode == 0

    def kill(self):
        """As a crash would: at once."""
        self.process.kill()
        self.process.wait()

    def stop(self, seconds=60):
        """SIGTERM; returns the exit code."""
        if self.process is None or self.process.poll() is not None:
            return None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"{self.program} did not stop within {seconds} s of SIGTERM")


class Pair:
    """Both services with a store of their own, or with the one that a URI names."""

    def __init__(self, store=None):
        self.folder = tempfile.mkdtemp(prefix="polygist-test-")
        ingest_port, summary_port = free_ports(2)
        self.ingest_address = f"127.0.0.1:{ingest_port}"
        self.summary_address = f"127.0.0.1:{summary_port}"
        store = store or "sqlite:" + os.path.join(self.folder, "articles.db")
        self.ingest = Service("ingest_service", self.ingest_address, ["--store", store],
                              os.path.join(self.folder, "ingest.log"))
        self.summary = Service("summary_service", self.summary_address, ["--ingest", self.ingest_address],
                               os.path.join(self.folder, "summary.log"))

    def start(self):
        self.ingest.start()
        self.summary.start()
        return self

    def close(self):
        try:
            self.summary.stop()
            self.ingest.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self):
        return dict(os.environ, POLYGIST_INGEST_ADDRESS=self.ingest_address,
                    POLYGIST_SUMMARY_ADDRESS=self.summary_address)

    def run(self, *arguments, stdin=b""):
        """Runs the program; returns the finished process with bytes as output."""
        command = [os.path.join(BIN, "polygist")] + list(arguments)
        return subprocess.run(command, input=stdin, capture_output=True, env=self.environment(), timeout=300)

    def json(self, *arguments, stdin=b""):
        """Runs the program with --output json, which must succeed; returns what it printed."""
        done = self.run(*arguments, "--output", "json", stdin=stdin)
        if done.returncode != 0:
            raise AssertionError(f"polygist {' '.join(arguments)}: exit {done.returncode}\n{done.stderr.decode()}")
        return json.loads(done.stdout)

    def json_lines(self, *arguments, stdin=b""):
        done = self.run(*arguments, "--output", "json", stdin=stdin)
        return [json.loads(line) for line in done.stdout.splitlines()], done.returncode

    def path(self, name, content=b""):
        """A file in the pair's folder with this content."""
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path


class PairTest(unittest.TestCase):
    """Tests that share one running pair."""

    @classmethod
    def setUpClass(cls):
        cls.pair = Pair()
        try:
            cls.pair.start()
        except BaseException:
            cls.pair.close()
            raise

    @classmethod
    def tearDownClass(cls):
        cls.pair.close()

    def assertFails(self, done, exit_code, *parts):
        """The program ended with this exit code and said all of these."""
        error = done.stderr.decode()
        self.assertEqual(done.returncode, exit_code, error)
        for part in parts:
            self.assertIn(part, error)
