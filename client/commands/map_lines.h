// Works on the lines of a stream many at a time, keeping their order.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>

namespace polygist::client {

// Calls `work` with every line that is not blank (number from 1) on `threads` threads, and `emit`
// with the results in the order of the lines, one at a time. Reads ahead no more than a few lines
// per thread, whatever the size of the input.
void MapLines(std::istream& lines, int threads,
              const std::function<std::string(int64_t number, const std::string& line)>& work,
              const std::function<void(const std::string& result)>& emit);

}  // namespace polygist::client
