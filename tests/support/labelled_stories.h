// Stories told freely in many languages, with labels of what each sentence says: tests/data/statements.
#pragma once

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// A sentence: its article and its place in it.
using Place = std::pair<int, int>;

struct Labels {
  std::set<std::string> made, touched;
  std::map<std::string, std::string> values;  // By what they are of, with their form: "=31".
};

struct LabelledStory {
  std::string name;
  std::vector<SourceArticle> articles;
  std::map<Place, Labels> labels;
};

inline Labels ReadLabels(const std::string& field) {
  Labels labels;
  std::istringstream words(field);
  for (std::string word; words >> word;) {
    if (word.starts_with('#')) {
      const size_t form = word.find_first_of("=~@");
      labels.values[word.substr(1, form - 1)] = word.substr(form);
    } else if (word.ends_with('?')) {
      labels.touched.insert(word.substr(0, word.size() - 1));
    } else if (word != "-") {
      labels.made.insert(word);
    }
  }
  return labels;
}

inline SourceArticle HeadOf(const std::string& name, const std::string& date) {
  SourceArticle article;
  article.name = name;
  article.language = name.substr(0, 2);
  absl::Time published;
  if (absl::ParseTime("%Y-%m-%d", date, &published, nullptr)) article.publish_time = published;
  return article;
}

inline void Append(const std::string& sentence, SourceArticle* article) {
  const auto begin = static_cast<int64_t>(article->text.size());
  article->text += sentence;
  const ByteSpan span{begin, static_cast<int64_t>(article->text.size())};
  article->sentences.push_back({span, {}, static_cast<int>(article->blocks.size())});
  article->blocks.push_back({BlockKind::kParagraph, span});
  article->text += '\n';
}

inline std::vector<LabelledStory> ReadStories() {
  std::ifstream in(POLYGIST_SOURCE_DIR "/tests/data/statements/stories.txt");
  std::vector<LabelledStory> stories;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      std::istringstream head(line);
      std::string mark, story, article, date, source;
      head >> mark >> story >> article >> date;
      if (stories.empty() || stories.back().name != story) stories.push_back({story, {}, {}});
      stories.back().articles.push_back(HeadOf(article, date));
      std::getline(head >> std::ws, stories.back().articles.back().source);
      continue;
    }
    LabelledStory& story = stories.back();
    SourceArticle& article = story.articles.back();
    story.labels[{static_cast<int>(story.articles.size()) - 1, static_cast<int>(article.sentences.size())}] =
        ReadLabels(line.substr(0, tab));
    Append(line.substr(tab + 1), &article);
  }
  return stories;
}

}  // namespace polygist::summary
