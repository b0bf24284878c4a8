// Writes the file of the second judge (second_judge.h describes it).
#pragma once

#include <string>
#include <vector>

#include "ingest_service/identify/training/regression.h"

namespace polygist::ingest {

class JudgeFileWriter {
 public:
  // All languages of a script, and Regression::UsualSupport. Weights that are 0 take no room.
  void AddScript(const std::string& script, const Regression& regression, double usual_support);
  // A few near relatives among them. Every weight takes a byte. `classes`: the bytes of the regression's
  // WordClasses.
  void AddRelatives(const std::string& script, const Regression& regression, const std::string& classes);

  // The whole file, sealed.
  std::string Finish() const;

 private:
  std::vector<std::string> scripts_;
  std::vector<std::string> relatives_;
};

}  // namespace polygist::ingest
