// Links the sentences of each story of a JSONL file and prints groups, for scoring against gold
// links.
//
//   links_eval IN.jsonl OUT.jsonl [LEXICON_FOLDER|-] [LEAST_STRENGTH]
//
// In: {"topic", "articles": [{"id", "lang", "publish_date"?: "2031-03-04", "text": one sentence per line}]}. Out:
// {"topic", "groups":
// [[{"article", "text"}, ...], ...], "disagreements": [{"kind", "about", "values": [{"article",
// "text", "value"}]}]}: the statement groups of CompareArticles; with LEAST_STRENGTH one group for
// each link from that strength on, and no disagreements.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "summary_service/merging/compare_articles.h"
#include "summary_service/merging/compare_quantities.h"

namespace polygist::summary {
namespace {

SourceArticle ArticleOf(const nlohmann::json& json) {
  SourceArticle article;
  article.name = json.at("id");
  article.language = json.value("lang", "und");
  article.text = json.at("text");
  absl::Time published;
  if (absl::ParseTime("%Y-%m-%d", json.value("publish_date", ""), &published, nullptr))
    article.publish_time = published;
  int64_t begin = 0;
  const auto size = static_cast<int64_t>(article.text.size());
  while (begin < size) {
    int64_t end = static_cast<int64_t>(article.text.find('\n', static_cast<size_t>(begin)));
    if (end < 0) end = size;
    const int block = static_cast<int>(article.blocks.size());
    article.blocks.push_back({BlockKind::kParagraph, {begin, end}});
    article.sentences.push_back({{begin, end}, {}, block});
    begin = end + 1;
  }
  return article;
}

struct Place {
  const SourceArticle* article;
  const SourceSentence* sentence;
};

nlohmann::json MemberOf(const Place& place) {
  return {{"article", place.article->name}, {"text", std::string(Slice(place.article->text, place.sentence->span))}};
}

nlohmann::json GroupsOf(const std::vector<SourceArticle>& articles, const std::vector<SentenceLink>& links) {
  std::vector<Place> places;
  for (const SourceArticle& article : articles) {
    for (const SourceSentence& sentence : article.sentences) places.push_back({&article, &sentence});
  }
  nlohmann::json groups = nlohmann::json::array();
  for (const SentenceLink& link : links) {
    nlohmann::json group = {MemberOf(places[static_cast<size_t>(link.a)]),
                            MemberOf(places[static_cast<size_t>(link.b)])};
    group[0]["strength"] = link.strength_permille;
    group[0]["held"] = link.held_a_permille;
    group[1]["held"] = link.held_b_permille;
    groups.push_back(group);
  }
  return groups;
}

nlohmann::json MemberOf(const SourceArticle& article, int sentence) {
  return MemberOf({&article, &article.sentences[static_cast<size_t>(sentence)]});
}

nlohmann::json ComparisonOf(const std::vector<SourceArticle>& articles, const ArticleComparison& comparison) {
  nlohmann::json groups = nlohmann::json::array();
  for (const StatementGroup& group : comparison.groups) {
    nlohmann::json members = nlohmann::json::array();
    for (const GroupMember& member : group.members) {
      members.push_back(MemberOf(articles[static_cast<size_t>(member.article)], member.sentence));
      members.back()["strength"] = member.strength_permille;
      members.back()["partly"] = member.partly;
    }
    groups.push_back(members);
  }
  nlohmann::json disagreements = nlohmann::json::array();
  for (const Disagreement& disagreement : comparison.disagreements) {
    nlohmann::json values = nlohmann::json::array();
    for (const DisagreementValue& value : disagreement.values) {
      const SourceArticle& article = articles[static_cast<size_t>(value.article)];
      values.push_back(MemberOf(article, value.sentence));
      values.back()["value"] = std::string(Slice(article.text, value.span));
    }
    disagreements.push_back(
        {{"kind", std::string(NameOf(disagreement.kind))}, {"about", disagreement.about}, {"values", values}});
  }
  return {{"groups", groups}, {"disagreements", disagreements}};
}

int Run(int argc, char** argv) {
  std::ifstream in(argv[1]);
  std::ofstream out(argv[2]);
  std::unique_ptr<Lexicon> lexicon;
  if (argc > 3 && std::string(argv[3]) != "-") {
    absl::StatusOr<Lexicon> opened = Lexicon::OpenFolder(argv[3]);
    if (!opened.ok()) {
      std::cerr << opened.status() << "\n";
      return 1;
    }
    lexicon = std::make_unique<Lexicon>(*std::move(opened));
  }
  LinkOptions options;
  if (argc > 4) options.least_strength_permille = std::atoi(argv[4]);
  std::clock_t spent = 0;
  size_t sentences = 0;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json story = nlohmann::json::parse(line);
    std::vector<SourceArticle> articles;
    for (const nlohmann::json& article : story.at("articles")) articles.push_back(ArticleOf(article));
    for (const SourceArticle& article : articles) sentences += article.sentences.size();
    const std::clock_t start = std::clock();
    nlohmann::json result;
    if (argc > 4) {
      const std::vector<SentenceLink> links = LinkSentences(articles, lexicon.get(), options);
      spent += std::clock() - start;
      result["groups"] = GroupsOf(articles, links);
    } else {
      const ArticleComparison comparison = CompareArticles(articles, lexicon.get());
      spent += std::clock() - start;
      result = ComparisonOf(articles, comparison);
    }
    result["topic"] = story.at("topic");
    out << result.dump() << "\n";
  }
  std::cerr << sentences << " sentences, " << 1000.0 * static_cast<double>(spent) / CLOCKS_PER_SEC << " ms of CPU\n";
  return 0;
}

}  // namespace
}  // namespace polygist::summary

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: links_eval IN.jsonl OUT.jsonl [LEXICON_FOLDER|-] [LEAST_STRENGTH]\n";
    return 2;
  }
  return polygist::summary::Run(argc, argv);
}
