// One row of the feature table, as it is filled.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace polygist::ingest {

// Receives one row; names are gathered only when asked for.
class FeatureRow {
 public:
  FeatureRow(std::vector<float>* values, std::vector<std::string>* names) : values_(*values), names_(names) {}

  void Add(const char* name, double value) {
    values_.push_back(static_cast<float>(value));
    if (names_ != nullptr) names_->push_back(prefix_ + name);
  }
  void Add(const char* name, int index, double value) {
    values_.push_back(static_cast<float>(value));
    if (names_ != nullptr) names_->push_back(prefix_ + name + std::to_string(index));
  }
  void SetPrefix(const char* prefix) {
    if (names_ != nullptr) prefix_ = prefix;
  }

 private:
  std::vector<float>& values_;
  std::vector<std::string>* names_;
  std::string prefix_;
};

inline double Log(double value) { return std::log1p(std::max(0.0, value)); }

inline double Ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace polygist::ingest
