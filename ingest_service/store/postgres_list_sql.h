// The statement that reads one page of a list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest_service/store/article_store.h"
#include "ingest_service/store/postgres_values.h"

namespace polygist::ingest {

// SQL for the first `limit` rows after `after` that match `query`, ascending by ID, with `columns` of an article "a"
// and its current revision "r". Conditions of filters that the query leaves empty are left out, so that the server
// plans for those given. Values go to `parameters`, which is empty before; it refers to `query` and `after`.
std::string PostgresListSql(const ListQuery& query, const std::string& after, int64_t limit, std::string_view columns,
                            PostgresParameters& parameters);

}  // namespace polygist::ingest
