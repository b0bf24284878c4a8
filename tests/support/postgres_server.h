// A PostgreSQL server of a test program's own (private_postgres.sh), for stores to be tested on.
#pragma once

#include <sys/types.h>

#include <string>

#include "tests/support/temporary_directory.h"

namespace polygist::testing {

class PostgresServer {
 public:
  // The one of this program: made when it is first asked for, running, and gone with the program.
  static PostgresServer& Get();

  ~PostgresServer();

  // False when no server programs are installed: then tests have nothing to run on.
  static bool Available() { return Get().available_; }

  // Each waits until it is done.
  void Start();
  void Kill();  // kill -9 of all its processes, as when the machine fails.

  // Of a new, empty schema in the database "postgres". `parameters` ("&name=value") are added.
  std::string NewStoreUri(const std::string& parameters = "");

  // Of `database`, as `user`; without a schema of its own.
  std::string Uri(const std::string& database, const std::string& user) const;

  // Runs SQL as the owner of everything; expects success. Answers with the first value.
  std::string Query(const std::string& sql) const;

 private:
  PostgresServer();
  bool Serves() const;

  TemporaryDirectory directory_;
  bool available_ = false;
  pid_t process_ = 0;
  int schemas_ = 0;
};

}  // namespace polygist::testing
