"""Python stubs of the API, generated from proto/ when a test runs: what any user of another language does."""

import glob
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def load():
    """Generates the stubs and makes them importable: `import polygist.ingest.v1.ingest_service_pb2_grpc`."""
    folder = tempfile.mkdtemp(prefix="polygist-stubs-")
    proto = os.path.join(ROOT, "proto")
    files = glob.glob(os.path.join(proto, "polygist", "**", "*.proto"), recursive=True)
    files += glob.glob(os.path.join(proto, "google", "rpc", "*.proto"))
    subprocess.run(
        [os.environ.get("PROTOC", "protoc"), "-I", proto, "--python_out", folder, "--grpc_out", folder,
         "--plugin=protoc-gen-grpc=" + os.environ.get("GRPC_PYTHON_PLUGIN", "/usr/bin/grpc_python_plugin")] + files,
        check=True)
    sys.path.insert(0, folder)
    import google  # google.protobuf is installed elsewhere; google.rpc is ours.
    google.__path__.append(os.path.join(folder, "google"))
    return folder
