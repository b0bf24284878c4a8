"""TLS: encrypted connections between client and services and between the services, certificates asked of callers."""

import os
import subprocess
import tempfile
import unittest

from pair import BIN, Pair, all_samples, free_ports


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


class Authority:
    """Signs certificates. Everything lies in one folder."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.certificate, self.key = self.path(name + ".crt"), self.path(name + ".key")
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", f"/CN={name}", "-keyout", self.key, "-out", self.certificate)

    def path(self, name):
        return os.path.join(self.folder, name)

    def sign(self, name, *names):
        """A certificate that holds these names ("IP:127.0.0.1", "DNS:ingest"); returns its file and that of its key."""
        request, certificate, key = (self.path(f"{name}.{kind}") for kind in ("csr", "crt", "key"))
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
                "-keyout", key, "-out", request)
        extensions = self.path(name + ".ext")
        with open(extensions, "w", encoding="ascii") as file:
            file.write(f"subjectAltName = {','.join(names or [f'DNS:{name}'])}\n")
        openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial",
                "-days", "2", "-extfile", extensions, "-out", certificate)
        return certificate, key


class EncryptedPair(Pair):
    """A pair whose services have certificates; with `ask`, callers must have one, too."""

    def __init__(self, ask):
        super().__init__()
        self.ours, self.others = Authority(self.folder, "ours"), Authority(self.folder, "others")
        self.certificate, self.key = self.ours.sign("services", "IP:127.0.0.1")
        tls = ["--tls-cert", self.certificate, "--tls-key", self.key, "--tls-ca", self.ours.certificate]
        for service in (self.ingest, self.summary):
            service.arguments += tls + (["--tls-client-ca", self.ours.certificate] if ask else [])
            service.healthcheck_arguments = tls


class EncryptionTest(unittest.TestCase):
    def setUp(self):
        self.pair = EncryptedPair(ask=False)
        self.addCleanup(self.pair.close)
        self.pair.start()

    def summarize(self, *options):
        return self.pair.run(*options, "summarize", *all_samples())

    def assertUnavailable(self, done):
        self.assertEqual(done.returncode, 3, done.stderr.decode())

    def test_one_authority_serves(self):
        done = self.summarize("--tls-ca", self.pair.ours.certificate)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertIn("All languages", done.stdout.decode())

    def test_others_do_not(self):
        self.assertUnavailable(self.summarize())
        self.assertUnavailable(self.summarize("--tls-ca", self.pair.others.certificate))

    def test_a_certificate_of_another_name_is_refused(self):
        ours, ingest = self.pair.ours, self.pair.ingest
        elsewhere = dict(zip((self.pair.certificate, self.pair.key), ours.sign("elsewhere", "DNS:elsewhere.example")))
        ingest.stop()
        ingest.arguments = [elsewhere.get(argument, argument) for argument in ingest.arguments]
        with self.assertRaises(AssertionError):
            ingest.start(seconds=3)
        self.assertIsNone(ingest.process.poll(), "it runs; only its health check fails")
        self.assertUnavailable(self.summarize("--tls-ca", ours.certificate))


class AskedForCertificatesTest(unittest.TestCase):
    def test_callers_show_theirs(self):
        pair = EncryptedPair(ask=True)
        self.addCleanup(pair.close)
        pair.start()
        ca = ["--tls-ca", pair.ours.certificate]

        def summarize(*options):
            return pair.run(*ca, *options, "summarize", *all_samples())

        def shown(authority, name):
            certificate, key = authority.sign(name)
            return ["--tls-cert", certificate, "--tls-key", key]

        self.assertEqual(summarize().returncode, 3)
        self.assertEqual(summarize(*shown(pair.others, "stranger")).returncode, 3)
        done = summarize(*shown(pair.ours, "newsroom"))
        self.assertEqual(done.returncode, 0, done.stderr.decode())


class FilesTest(unittest.TestCase):
    """What is wrong with files is said, with the option to mend."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.authority = Authority(folder.name, "ours")
        self.certificate, self.key = self.authority.sign("service", "IP:127.0.0.1")

    def assertSays(self, program, arguments, exit_code, *parts):
        done = subprocess.run([os.path.join(BIN, program), *arguments], capture_output=True, timeout=60)
        error = done.stderr.decode()
        self.assertEqual(done.returncode, exit_code, error)
        for part in parts:
            self.assertIn(part, error)

    def serving(self, *options):
        return ["--listen", f"127.0.0.1:{free_ports(1)[0]}", "--store", "memory:", *options]

    def test_services(self):
        self.assertSays("ingest_service", self.serving("--tls-cert", self.certificate), 1, "--tls-key")
        self.assertSays("ingest_service", self.serving("--tls-client-ca", self.certificate), 1, "--tls-cert")
        self.assertSays("ingest_service", self.serving("--tls-cert", "/none", "--tls-key", self.key), 1, "--tls-cert",
                        "/none cannot be read")
        self.assertSays("ingest_service", self.serving("--tls-cert", self.key, "--tls-key", self.key), 1, "--tls-cert",
                        "CERTIFICATE")
        self.assertSays("ingest_service", self.serving("--tls-cert", self.certificate, "--tls-key", self.authority.key),
                        1, "--tls-key", "that certificate")

    def test_client(self):
        self.assertSays("polygist", ["--tls-ca", "/none", "health"], 2, "--tls-ca", "/none cannot be read")
        self.assertSays("polygist", ["--tls-cert", self.certificate, "--tls-key", self.key, "health"], 2, "--tls-ca")


if __name__ == "__main__":
    unittest.main()
