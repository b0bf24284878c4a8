#include "client/presentation/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace polygist::client {
namespace {

// Of terminals that do not say.
constexpr int kUsualWidth = 80;

}  // namespace

bool IsTerminal(int fd) { return isatty(fd) == 1; }

int TerminalWidth(int fd) {
  if (!IsTerminal(fd)) return 0;
  winsize size{};
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsualWidth;
  return size.ws_col;
}

}  // namespace polygist::client
