#include "tests/support/postgres_server.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gtest/gtest.h"

namespace polygist::testing {
namespace {

constexpr char kScript[] = POLYGIST_SOURCE_DIR "/tests/support/private_postgres.sh";
constexpr int kStartSeconds = 60;

pid_t Spawn(const std::vector<std::string>& command, const std::string& log) {
  const pid_t child = fork();
  if (child != 0) return child;
  const int output = open(log.c_str(), O_CREAT | O_APPEND | O_WRONLY, 0600);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

int ExitCode(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::vector<pid_t> ChildrenOf(pid_t process) {
  std::ifstream file(absl::StrCat("/proc/", process, "/task/", process, "/children"));
  std::vector<pid_t> children;
  for (pid_t child; file >> child;) children.push_back(child);
  return children;
}

}  // namespace

PostgresServer& PostgresServer::Get() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer() {
  const int made = ExitCode(Spawn({kScript, "init", directory_.Path("")}, directory_.Path("init.log")));
  available_ = made == 0;
  if (available_) Start();
  if (made == 0 || made == 77) return;
  std::ifstream log(directory_.Path("init.log"));
  ADD_FAILURE() << "No database could be made:\n" << log.rdbuf();
}

PostgresServer::~PostgresServer() {
  if (process_ == 0) return;
  kill(process_, SIGQUIT);  // At once: nobody needs the data any more.
  waitpid(process_, nullptr, 0);
}

bool PostgresServer::Serves() const {
  return PQping(absl::StrCat(Uri("postgres", "polygist"), "&connect_timeout=2").c_str()) == PQPING_OK;
}

// After a kill the old processes may hold the data for a moment; then the server ends at once and is started again.
void PostgresServer::Start() {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(kStartSeconds);
  while (!Serves()) {
    if (process_ != 0 && waitpid(process_, nullptr, WNOHANG) == process_) process_ = 0;
    if (process_ == 0) {
      process_ = Spawn({kScript, "run", directory_.Path(""), "postgres", "-D", directory_.Path("data")},
                       directory_.Path("server.log"));
    }
    ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "The server does not start.";
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

void PostgresServer::Kill() {
  kill(process_, SIGSTOP);  // It would start new ones.
  for (const pid_t child : ChildrenOf(process_)) kill(child, SIGKILL);
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

std::string PostgresServer::Uri(const std::string& database, const std::string& user) const {
  return absl::StrCat("postgresql:///", database, "?user=", user,
                      "&host=", absl::StrReplaceAll(directory_.Path(""), {{"/", "%2F"}}));
}

std::string PostgresServer::NewStoreUri(const std::string& parameters) {
  const std::string schema = absl::StrCat("store_", ++schemas_);
  Query(absl::StrCat("CREATE SCHEMA ", schema));
  return absl::StrCat(Uri("postgres", "polygist"), "&options=-csearch_path%3D", schema, parameters);
}

std::string PostgresServer::Query(const std::string& sql) const {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(Uri("postgres", "polygist").c_str()),
                                                                &PQfinish);
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) << PQerrorMessage(connection.get());
  return PQntuples(result.get()) == 0 ? "" : PQgetvalue(result.get(), 0, 0);
}

}  // namespace polygist::testing
