// Values to and from a PostgreSQL server, in its binary formats: integers are big-endian, text and bytes are
// themselves.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace polygist::ingest {

// The parameters of one run of a statement, in their order ($1, $2, ...). Text and bytes are not copied: they must
// outlive the run's Send.
class PostgresParameters {
 public:
  PostgresParameters& Text(std::string_view text);
  PostgresParameters& Bytes(std::string_view bytes);
  PostgresParameters& Int(int64_t number);
  PostgresParameters& Int(std::optional<int64_t> number);
  PostgresParameters& TextArray(const std::vector<std::string_view>& texts);
  PostgresParameters& Null();  // Text.

  int count() const { return static_cast<int>(values_.size()); }
  const Oid* types() const { return types_.data(); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }
  int64_t bytes() const { return bytes_; }  // Of all values.

 private:
  PostgresParameters& Add(Oid type, const char* value, size_t length);
  PostgresParameters& AddOwned(Oid type, std::string value);

  std::deque<std::string> owned_;  // Encoded values; a deque, since values_ points into it.
  std::vector<Oid> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  int64_t bytes_ = 0;
};

// What one statement answered. Rows and columns count from 0.
class PostgresResult {
 public:
  explicit PostgresResult(PGresult* result) : result_(result) {}

  const PGresult* get() const { return result_.get(); }
  int rows() const { return PQntuples(result_.get()); }
  // What was done, as "INSERT 0 1" or "COMMIT".
  std::string_view command() const { return PQcmdStatus(result_.get()); }

  bool IsNull(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
  int64_t Int(int row, int column) const;       // Of a BIGINT.
  std::string Text(int row, int column) const;  // Also of a BYTEA.
  std::vector<std::string> TextArray(int row, int column) const;

 private:
  std::string_view View(int row, int column) const;

  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

}  // namespace polygist::ingest
