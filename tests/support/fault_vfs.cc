#include "tests/support/fault_vfs.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace polygist::testing {
namespace {

// What SQLite allocates for an open file: ours, then the system's.
struct FaultFile {
  sqlite3_file base;
  FaultVfs* owner;
  bool is_log;
};

sqlite3_file* SystemFile(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<FaultFile*>(file) + 1);
}

int Close(sqlite3_file* file) { return SystemFile(file)->pMethods->xClose(SystemFile(file)); }

int Read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
  return SystemFile(file)->pMethods->xRead(SystemFile(file), bytes, size, offset);
}

int Write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  auto* fault = reinterpret_cast<FaultFile*>(file);
  if (fault->is_log) {
    if (const int code = fault->owner->LogWrite(); code != SQLITE_OK) return code;
  }
  return SystemFile(file)->pMethods->xWrite(SystemFile(file), bytes, size, offset);
}

int Truncate(sqlite3_file* file, sqlite3_int64 size) {
  return SystemFile(file)->pMethods->xTruncate(SystemFile(file), size);
}

int Sync(sqlite3_file* file, int flags) {
  auto* fault = reinterpret_cast<FaultFile*>(file);
  if (fault->is_log) {
    if (const int code = fault->owner->LogSync(); code != SQLITE_OK) return code;
  }
  return SystemFile(file)->pMethods->xSync(SystemFile(file), flags);
}

int FileSize(sqlite3_file* file, sqlite3_int64* size) {
  return SystemFile(file)->pMethods->xFileSize(SystemFile(file), size);
}

int Lock(sqlite3_file* file, int level) { return SystemFile(file)->pMethods->xLock(SystemFile(file), level); }

int Unlock(sqlite3_file* file, int level) { return SystemFile(file)->pMethods->xUnlock(SystemFile(file), level); }

int CheckReservedLock(sqlite3_file* file, int* reserved) {
  return SystemFile(file)->pMethods->xCheckReservedLock(SystemFile(file), reserved);
}

int FileControl(sqlite3_file* file, int operation, void* argument) {
  return SystemFile(file)->pMethods->xFileControl(SystemFile(file), operation, argument);
}

int SectorSize(sqlite3_file* file) { return SystemFile(file)->pMethods->xSectorSize(SystemFile(file)); }

int DeviceCharacteristics(sqlite3_file* file) {
  return SystemFile(file)->pMethods->xDeviceCharacteristics(SystemFile(file));
}

int ShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return SystemFile(file)->pMethods->xShmMap(SystemFile(file), page, size, extend, memory);
}

int ShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return SystemFile(file)->pMethods->xShmLock(SystemFile(file), offset, count, flags);
}

void ShmBarrier(sqlite3_file* file) { SystemFile(file)->pMethods->xShmBarrier(SystemFile(file)); }

int ShmUnmap(sqlite3_file* file, int remove) { return SystemFile(file)->pMethods->xShmUnmap(SystemFile(file), remove); }

// Version 2: without memory-mapped reading, which the store does not use.
constexpr sqlite3_io_methods kMethods = {2,
                                         Close,
                                         Read,
                                         Write,
                                         Truncate,
                                         Sync,
                                         FileSize,
                                         Lock,
                                         Unlock,
                                         CheckReservedLock,
                                         FileControl,
                                         SectorSize,
                                         DeviceCharacteristics,
                                         ShmMap,
                                         ShmLock,
                                         ShmBarrier,
                                         ShmUnmap,
                                         nullptr,
                                         nullptr};

int Open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* fault = reinterpret_cast<FaultFile*>(file);
  fault->owner = static_cast<FaultVfs*>(vfs->pAppData);
  fault->is_log = (flags & SQLITE_OPEN_WAL) != 0;
  sqlite3_vfs* system = fault->owner->system();
  const int code = system->xOpen(system, name, SystemFile(file), flags, out_flags);
  file->pMethods = SystemFile(file)->pMethods == nullptr ? nullptr : &kMethods;
  return code;
}

std::string UniqueName() {
  static std::atomic<int> count = 0;
  return absl::StrCat("fault", ++count);
}

}  // namespace

// The other functions of the system's VFS do not look at which VFS they are called through.
FaultVfs::FaultVfs() : name_(UniqueName()), system_(sqlite3_vfs_find(nullptr)), vfs_(*system_) {
  vfs_.zName = name_.c_str();
  vfs_.pNext = nullptr;
  vfs_.pAppData = this;
  vfs_.szOsFile = static_cast<int>(sizeof(FaultFile)) + system_->szOsFile;
  vfs_.xOpen = Open;
  sqlite3_vfs_register(&vfs_, /*makeDflt=*/0);
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&vfs_); }

void FaultVfs::OnLogSync(Hook hook) {
  const std::lock_guard lock(mutex_);
  on_log_sync_ = std::move(hook);
}

void FaultVfs::OnLogWrite(Hook hook) {
  const std::lock_guard lock(mutex_);
  on_log_write_ = std::move(hook);
}

int FaultVfs::Run(Hook FaultVfs::*hook) {
  Hook copy;
  {
    const std::lock_guard lock(mutex_);
    copy = this->*hook;
  }
  return copy ? copy() : SQLITE_OK;
}

int FaultVfs::LogSync() {
  ++log_syncs_;
  return Run(&FaultVfs::on_log_sync_);
}

int FaultVfs::LogWrite() { return Run(&FaultVfs::on_log_write_); }

}  // namespace polygist::testing
