"""kill -9 of ingest_service in the middle of a streamed bulk ingest, twenty times: every acknowledged article is
there afterwards, none is torn, none is there twice."""

import queue
import random
import unittest

import grpc

import stubs
from pair import Pair

stubs.load()

from polygist.ingest.v1 import ingest_service_pb2 as ingest_pb  # noqa: E402
from polygist.ingest.v1 import ingest_service_pb2_grpc as ingest_grpc  # noqa: E402

ROUNDS = 20
ITEMS_PER_ROUND = 400
SEED = 20310312
PARENT = "collections/crash"


def text_of(number):
    """Different for every number; some are long enough to span many database pages."""
    sentence = f"Report {number} says that the harbour of Belmora counted {number * 7 + 3} ships on Monday. "
    return sentence * (2 if number % 10 else 300)


def item(number):
    request = ingest_pb.IngestArticlesRequest(client_ref=str(number), parent=PARENT, article_id=f"a{number:06d}")
    request.content.bytes = text_of(number).encode()
    request.content.media_type = "text/plain"
    request.content.options.keep_all = True
    return request


class CrashTest(unittest.TestCase):
    def setUp(self):
        self.pair = Pair()
        self.addCleanup(self.pair.close)
        self.pair.ingest.start()

    def stub(self):
        return ingest_grpc.IngestServiceStub(grpc.insecure_channel(
            self.pair.ingest_address, options=[("grpc.initial_reconnect_backoff_ms", 50),
                                               ("grpc.max_reconnect_backoff_ms", 200)]))

    def stream_until_killed(self, numbers, kill_after):
        """Sends the items; kills the service after `kill_after` acknowledgements, without waiting for quiet. Returns
        the acknowledged revisions by number."""
        acknowledged = {}
        pending = queue.SimpleQueue()
        for number in numbers:
            pending.put(item(number))
        pending.put(None)
        killed = False
        try:
            for answer in self.stub().IngestArticles(iter(pending.get, None), timeout=120):
                self.assertTrue(answer.HasField("acknowledgement"), answer)
                acknowledged[int(answer.client_ref)] = answer.acknowledgement.revision
                if not killed and len(acknowledged) >= kill_after:
                    killed = True
                    self.pair.ingest.process.kill()
        except grpc.RpcError as error:
            self.assertEqual(error.code(), grpc.StatusCode.UNAVAILABLE, error)
        self.assertTrue(killed)
        self.pair.ingest.process.wait()
        return acknowledged

    def stored(self):
        """All articles of the collection by number, each seen once."""
        articles, token = {}, ""
        stub = self.stub()
        while True:
            page = stub.ListArticles(ingest_pb.ListArticlesRequest(
                parent=PARENT, page_size=200, page_token=token, view=ingest_pb.FULL), timeout=60)
            for article in page.articles:
                number = int(article.name.rsplit("/a", 1)[1])
                self.assertNotIn(number, articles, "twice")
                articles[number] = article
            token = page.next_page_token
            if not token:
                return articles

    def assert_whole(self, number, article):
        self.assertEqual(article.text.split(), text_of(number).split(), f"article {number} is torn")
        self.assertEqual(article.sentence_count, len(article.sentences))
        self.assertEqual(article.raw_bytes, len(text_of(number).encode()))

    def test_nothing_acknowledged_is_lost(self):
        chance = random.Random(SEED)
        acknowledged = {}
        for round_number in range(ROUNDS):
            first = round_number * ITEMS_PER_ROUND
            numbers = range(first, first + ITEMS_PER_ROUND)
            acknowledged.update(self.stream_until_killed(numbers, chance.randrange(1, ITEMS_PER_ROUND * 3 // 4)))
            self.pair.ingest.start()
        stored = self.stored()
        self.assertEqual(set(acknowledged) - set(stored), set(), "lost")
        for number, article in stored.items():
            self.assert_whole(number, article)
            if number in acknowledged:
                self.assertEqual(article.revision, acknowledged[number])
        print(f"{ROUNDS} kills, {len(acknowledged)} acknowledged, {len(stored)} stored")
        self.send_again(set(range(ROUNDS * ITEMS_PER_ROUND)), acknowledged)

    def send_again(self, numbers, acknowledged):
        """What a client does after a crash: the same items again. Those that were stored are UNCHANGED."""
        outcomes = {}
        for answer in self.stub().IngestArticles((item(n) for n in sorted(numbers)), timeout=300):
            outcomes[int(answer.client_ref)] = answer.acknowledgement.outcome
        for number in acknowledged:
            self.assertEqual(outcomes[number], ingest_pb.UNCHANGED)
        self.assertEqual(set(self.stored()), numbers)


if __name__ == "__main__":
    unittest.main(verbosity=2)
