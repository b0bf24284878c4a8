"""A Python program on stubs generated from proto/ uses both services: the contract is enough for other languages."""

import unittest

import grpc

import stubs
from pair import PairTest, all_samples

stubs.load()

from google.rpc import error_details_pb2, status_pb2  # noqa: E402
from polygist.ingest.v1 import ingest_service_pb2 as ingest_pb  # noqa: E402
from polygist.ingest.v1 import ingest_service_pb2_grpc as ingest_grpc  # noqa: E402
from polygist.summary.v1 import summary_service_pb2 as summary_pb  # noqa: E402
from polygist.summary.v1 import summary_service_pb2_grpc as summary_grpc  # noqa: E402


class PythonClientTest(PairTest):
    def setUp(self):
        self.ingest = ingest_grpc.IngestServiceStub(grpc.insecure_channel(self.pair.ingest_address))
        self.summary = summary_grpc.SummaryServiceStub(grpc.insecure_channel(self.pair.summary_address))

    def test_ingests_over_the_stream_and_summarizes(self):
        def items():
            for path in all_samples():
                item = ingest_pb.IngestArticlesRequest(client_ref=path, parent="collections/python")
                with open(path, "rb") as file:
                    item.content.bytes = file.read()
                yield item
        answers = list(self.ingest.IngestArticles(items(), timeout=120))
        self.assertEqual({a.client_ref for a in answers}, set(all_samples()))
        self.assertTrue(all(a.HasField("acknowledgement") for a in answers), answers)

        request = summary_pb.SummarizeArticlesRequest()
        request.query.parent = "collections/python"
        request.options.budget.words = 60
        response = self.summary.SummarizeArticles(request, timeout=120)
        self.assertEqual([s.language for s in response.summaries], ["en", "fr", "id", "nl"])
        for sentence in response.merged.sentences:
            name = response.articles[sentence.article].name
            text = self.ingest.GetArticle(ingest_pb.GetArticleRequest(name=name)).text.encode()
            self.assertEqual(text[sentence.span.begin:sentence.span.end].decode(), sentence.text)

    def test_a_bad_item_is_answered_inside_the_stream(self):
        good = ingest_pb.IngestArticlesRequest(client_ref="good", parent="collections/python")
        good.content.bytes = b"The dam held, the mayor said on Monday."
        bad = ingest_pb.IngestArticlesRequest(client_ref="bad", parent="collections/python")
        answers = {a.client_ref: a for a in self.ingest.IngestArticles(iter([bad, good]), timeout=60)}
        self.assertTrue(answers["good"].HasField("acknowledgement"))
        self.assertEqual(answers["bad"].error.code, grpc.StatusCode.INVALID_ARGUMENT.value[0])

    def test_errors_carry_typed_details(self):
        with self.assertRaises(grpc.RpcError) as caught:
            self.ingest.GetArticle(ingest_pb.GetArticleRequest(name="no/name"))
        self.assertEqual(caught.exception.code(), grpc.StatusCode.INVALID_ARGUMENT)
        details = dict(caught.exception.trailing_metadata())["grpc-status-details-bin"]
        status = status_pb2.Status.FromString(details)
        info, bad_request = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
        self.assertTrue(any(d.Unpack(info) for d in status.details))
        self.assertEqual((info.reason, info.domain), ("RESOURCE_NAME_INVALID", "polygist"))
        self.assertTrue(any(d.Unpack(bad_request) for d in status.details))
        self.assertEqual(bad_request.field_violations[0].field, "name")

    def test_capabilities_state_the_limits(self):
        limits = self.ingest.GetCapabilities(ingest_pb.GetCapabilitiesRequest()).limits
        self.assertGreater(limits.max_content_bytes, 0)
        self.assertGreater(self.summary.GetCapabilities(summary_pb.GetCapabilitiesRequest()).limits.max_articles, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
