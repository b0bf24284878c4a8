// A SQLite VFS in front of the system's that lets a test hold up, fail and count what reaches the
// write-ahead log. Register it by creating one; name it in StoreOptions::sqlite_vfs.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>

namespace polygist::testing {

// Outlives every database opened through it. Thread-safe.
class FaultVfs {
 public:
  // Runs in place of the operation, before it: SQLITE_OK lets it happen, any other code is its
  // result. May block.
  using Hook = std::function<int()>;

  FaultVfs();
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  const std::string& name() const { return name_; }

  void OnLogSync(Hook hook);
  void OnLogWrite(Hook hook);

  // How often SQLite asked for the log to be synced: once per commit, and once more for a new log's
  // header.
  int log_syncs() const { return log_syncs_; }

  // For the C functions of the VFS.
  sqlite3_vfs* system() const { return system_; }
  int LogSync();
  int LogWrite();

 private:
  int Run(Hook FaultVfs::*hook);

  const std::string name_;
  sqlite3_vfs* const system_;
  sqlite3_vfs vfs_;
  std::atomic<int> log_syncs_ = 0;
  std::mutex mutex_;  // Guards the hooks.
  Hook on_log_sync_;
  Hook on_log_write_;
};

}  // namespace polygist::testing
