#include "client/commands/map_lines.h"

#include <algorithm>
#include <map>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "absl/synchronization/mutex.h"

namespace polygist::client {
namespace {

// Enough that one slow line does not stop the others soon.
constexpr int64_t kLinesAheadPerThread = 8;

class LineMap {
 public:
  LineMap(std::istream& lines, int threads, const std::function<std::string(int64_t, const std::string&)>& work,
          const std::function<void(const std::string&)>& emit)
      : lines_(lines), max_ahead_(threads * kLinesAheadPerThread), work_(work), emit_(emit) {}

  void WorkUntilEnd() {
    while (auto item = Next()) {
      std::string result = work_(item->line_number, item->line);
      Finish(item->index, std::move(result));
    }
  }

 private:
  struct Item {
    int64_t index;
    int64_t line_number;
    std::string line;
  };

  bool MayRead() const { return read_ - emitted_ < max_ahead_; }

  std::optional<Item> Next() {
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &LineMap::MayRead));
    std::string line;
    while (std::getline(lines_, line)) {
      ++line_number_;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      return Item{read_++, line_number_, std::move(line)};
    }
    return std::nullopt;
  }

  void Finish(int64_t index, std::string result) {
    absl::MutexLock lock(&mutex_);
    done_.emplace(index, std::move(result));
    for (auto next = done_.begin(); next != done_.end() && next->first == emitted_;
         next = done_.erase(next), ++emitted_) {
      emit_(next->second);
    }
  }

  std::istream& lines_;
  const int64_t max_ahead_;
  const std::function<std::string(int64_t, const std::string&)>& work_;
  const std::function<void(const std::string&)>& emit_;
  absl::Mutex mutex_;
  int64_t line_number_ = 0;
  int64_t read_ = 0;
  int64_t emitted_ = 0;
  std::map<int64_t, std::string> done_;
};

}  // namespace

void MapLines(std::istream& lines, int threads,
              const std::function<std::string(int64_t number, const std::string& line)>& work,
              const std::function<void(const std::string& result)>& emit) {
  threads = std::max(threads, 1);
  LineMap map(lines, threads, work, emit);
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i) workers.emplace_back([&map] { map.WorkUntilEnd(); });
  for (std::thread& worker : workers) worker.join();
}

}  // namespace polygist::client
