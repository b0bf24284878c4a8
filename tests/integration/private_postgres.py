"""A PostgreSQL server of a test's own (tests/support/private_postgres.sh)."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from urllib.parse import quote

from pair import ROOT

SCRIPT = os.path.join(ROOT, "tests", "support", "private_postgres.sh")
START_SECONDS = 60


class PrivatePostgres:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="polygist-test-")
        self.process = None
        made = subprocess.run([SCRIPT, "init", self.folder], stderr=subprocess.PIPE)
        if made.returncode != 0:
            self.close()
        if made.returncode == 77:
            print(made.stderr.decode())
            raise unittest.SkipTest(made.stderr.decode())
        if made.returncode != 0:
            raise AssertionError(made.stderr.decode())

    def start(self):
        deadline = time.monotonic() + START_SECONDS
        while self.run("psql", "-c", "SELECT 1").returncode != 0:
            # After a kill the old processes may hold the data for a moment: then the server ends at once.
            if self.process is None or self.process.poll() is not None:
                command = [SCRIPT, "run", self.folder, "postgres", "-D", os.path.join(self.folder, "data")]
                with open(os.path.join(self.folder, "server.log"), "ab") as log:
                    self.process = subprocess.Popen(command, stdout=log, stderr=log)
            if time.monotonic() > deadline:
                raise AssertionError("The PostgreSQL server does not start.")
            time.sleep(0.02)
        return self

    def kill(self):
        """kill -9 of all its processes, as when the machine fails."""
        pid = self.process.pid
        self.process.send_signal(signal.SIGSTOP)  # It would start new ones.
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            for child in file.read().split():
                os.kill(int(child), signal.SIGKILL)
        self.process.kill()
        self.process.wait()

    def close(self):
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)  # At once: nobody needs the data any more.
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def uri(self, database):
        return f"postgresql:///{database}?user=polygist&host={quote(self.folder, safe='')}"

    def run(self, program, *arguments, database="postgres"):
        """One of PostgreSQL's programs, as the owner of everything."""
        command = [SCRIPT, "run", self.folder, program, "-h", self.folder, "-U", "polygist", "-d", database]
        return subprocess.run(command + list(arguments), capture_output=True, timeout=60)
