#include "ingest_service/store/postgres_values.h"

#include <utility>

namespace polygist::ingest {
namespace {

// Type numbers: pg_type.dat of PostgreSQL; they never change.
constexpr Oid kBytea = 17, kInt8 = 20, kText = 25, kTextArray = 1009;

constexpr int kBinary = 1;

// The array format (array_send in PostgreSQL's arrayfuncs.c): dimensions, null flag, element type; for each dimension
// its length and lowest index; for each element its length and bytes.
constexpr size_t kArrayHeaderBytes = 12, kDimensionBytes = 8, kLengthBytes = 4;

template <typename Number>
void AppendBigEndian(Number number, std::string& bytes) {
  for (int shift = 8 * (sizeof(Number) - 1); shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<char>(static_cast<uint64_t>(number) >> shift));
  }
}

template <typename Number>
Number ReadBigEndian(std::string_view bytes) {
  uint64_t number = 0;
  for (size_t i = 0; i < sizeof(Number) && i < bytes.size(); ++i) {
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return static_cast<Number>(number);
}

}  // namespace

PostgresParameters& PostgresParameters::Add(Oid type, const char* value, size_t length) {
  types_.push_back(type);
  values_.push_back(value);
  lengths_.push_back(static_cast<int>(length));
  formats_.push_back(kBinary);
  bytes_ += static_cast<int64_t>(length);
  return *this;
}

PostgresParameters& PostgresParameters::AddOwned(Oid type, std::string value) {
  owned_.push_back(std::move(value));
  return Add(type, owned_.back().data(), owned_.back().size());
}

// An empty view may point nowhere, which libpq takes for NULL.
PostgresParameters& PostgresParameters::Text(std::string_view text) {
  return Add(kText, text.empty() ? "" : text.data(), text.size());
}

PostgresParameters& PostgresParameters::Bytes(std::string_view bytes) {
  return Add(kBytea, bytes.empty() ? "" : bytes.data(), bytes.size());
}

PostgresParameters& PostgresParameters::Int(int64_t number) {
  std::string value;
  AppendBigEndian(number, value);
  return AddOwned(kInt8, std::move(value));
}

PostgresParameters& PostgresParameters::Int(std::optional<int64_t> number) {
  return number.has_value() ? Int(*number) : Add(kInt8, nullptr, 0);
}

PostgresParameters& PostgresParameters::Null() { return Add(kText, nullptr, 0); }

PostgresParameters& PostgresParameters::TextArray(const std::vector<std::string_view>& texts) {
  std::string value;
  AppendBigEndian<int32_t>(texts.empty() ? 0 : 1, value);
  AppendBigEndian<int32_t>(0, value);
  AppendBigEndian<uint32_t>(kText, value);
  if (!texts.empty()) {
    AppendBigEndian(static_cast<int32_t>(texts.size()), value);
    AppendBigEndian<int32_t>(1, value);
  }
  for (const std::string_view text : texts) {
    AppendBigEndian(static_cast<int32_t>(text.size()), value);
    value.append(text);
  }
  return AddOwned(kTextArray, std::move(value));
}

std::string_view PostgresResult::View(int row, int column) const {
  return {PQgetvalue(result_.get(), row, column), static_cast<size_t>(PQgetlength(result_.get(), row, column))};
}

int64_t PostgresResult::Int(int row, int column) const { return ReadBigEndian<int64_t>(View(row, column)); }

std::string PostgresResult::Text(int row, int column) const { return std::string(View(row, column)); }

std::vector<std::string> PostgresResult::TextArray(int row, int column) const {
  std::vector<std::string> texts;
  std::string_view rest = View(row, column);
  if (rest.size() < kArrayHeaderBytes + kDimensionBytes) return texts;  // No dimension: empty.
  rest.remove_prefix(kArrayHeaderBytes + kDimensionBytes);
  while (rest.size() >= kLengthBytes) {
    const auto length = ReadBigEndian<uint32_t>(rest);
    rest.remove_prefix(kLengthBytes);
    texts.emplace_back(rest.substr(0, length));
    rest.remove_prefix(texts.back().size());
  }
  return texts;
}

}  // namespace polygist::ingest
