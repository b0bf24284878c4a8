// What the output goes to.
#pragma once

namespace polygist::client {

// Whether file descriptor `fd` is a terminal.
bool IsTerminal(int fd);

// Columns of the terminal at `fd`; 0 when it is none, so that files and pipes get unwrapped lines.
int TerminalWidth(int fd);

}  // namespace polygist::client
