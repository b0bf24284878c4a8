#include "ingest_service/store/postgres_list_sql.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "common/text/language_tag.h"

namespace polygist::ingest {
namespace {

std::vector<std::string_view> Views(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

// "$N" of the parameter added last.
std::string Last(const PostgresParameters& parameters) { return absl::StrCat("$", parameters.count()); }

// An entry matches a whole tag or its base subtag (LanguageMatches). The first condition is the one an index helps
// with.
std::string LanguageCondition(const std::vector<std::string>& languages, PostgresParameters& parameters) {
  std::vector<std::string> bases;
  for (const std::string& language : languages) bases.push_back(text::BaseLanguage(language));
  const std::string in_bases = Last(parameters.TextArray(Views(bases)));
  const std::string in_languages = Last(parameters.TextArray(Views(languages)));
  return absl::StrCat(" AND base_language = ANY(", in_bases, ") AND (base_language = ANY(", in_languages,
                      ") OR language = ANY(", in_languages, "))");
}

// Stored times are whole microseconds: one is before `time` when it is before the next of them.
int64_t CeilMicros(absl::Time time) {
  const int64_t micros = absl::ToUnixMicros(time);
  return time != absl::InfiniteFuture() && absl::FromUnixMicros(micros) < time ? micros + 1 : micros;
}

std::string Conditions(const ListQuery& query, PostgresParameters& parameters) {
  std::string conditions;
  if (!query.languages.empty()) conditions += LanguageCondition(query.languages, parameters);
  if (!query.sources.empty()) {
    absl::StrAppend(&conditions, " AND source = ANY(", Last(parameters.TextArray(Views(query.sources))), ")");
  }
  if (query.published_from.has_value() || query.published_until.has_value()) {
    conditions += " AND publish_time IS NOT NULL";
  }
  if (query.published_from.has_value()) {
    absl::StrAppend(&conditions, " AND publish_time >= ", Last(parameters.Int(CeilMicros(*query.published_from))));
  }
  if (query.published_until.has_value()) {
    absl::StrAppend(&conditions, " AND publish_time < ", Last(parameters.Int(CeilMicros(*query.published_until))));
  }
  for (const auto& [name, value] : query.labels) {
    const std::string is_name = Last(parameters.Text(name));
    absl::StrAppend(&conditions,
                    " AND EXISTS (SELECT 1 FROM labels AS l WHERE l.collection = $1 AND l.article = articles.article"
                    " AND l.name = ",
                    is_name, " AND l.value = ", Last(parameters.Text(value)), ")");
  }
  return conditions;
}

}  // namespace

// The inner LIMIT keeps the lookup of revisions a lookup, whatever the server believes of the size of its tables.
std::string PostgresListSql(const ListQuery& query, const std::string& after, int64_t limit, std::string_view columns,
                            PostgresParameters& parameters) {
  parameters.Text(query.collection).Text(after).Int(limit);
  return absl::StrCat("SELECT ", absl::string_view(columns.data(), columns.size()),
                      " FROM (SELECT collection, article, revision, create_time FROM articles"
                      " WHERE collection = $1 AND article > $2",
                      Conditions(query, parameters),
                      " ORDER BY article LIMIT $3) AS a CROSS JOIN LATERAL (SELECT * FROM revisions"
                      " WHERE collection = a.collection AND article = a.article AND revision = a.revision LIMIT 1) AS r"
                      " ORDER BY a.article");
}

}  // namespace polygist::ingest
