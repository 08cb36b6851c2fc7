// Where many designs come from: the lines of a stream, or the files of a folder.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/batch/engine.h"

namespace checker {

// Some designs with the text that they point into.
struct DesignChunk {
  std::string text;
  std::vector<std::string> files;                   // of a folder
  std::vector<std::optional<batch::Fault>> faults;  // of those that could not be read
  std::vector<batch::Input> inputs;
};

class BatchSource {
 public:
  BatchSource() = default;
  virtual ~BatchSource() = default;
  BatchSource(const BatchSource&) = delete;
  BatchSource& operator=(const BatchSource&) = delete;

  // The next designs; false at the end, or once `stop_requested`. What comes slowly comes in small
  // chunks, so that each line is answered when it is there.
  virtual bool next(DesignChunk& chunk) = 0;
  // How far it is, from 0 to 1; nullopt where nobody knows the end.
  virtual std::optional<double> progress() const = 0;
  // Whether it reads the file of this path.
  virtual bool reads(const std::string& path) const = 0;
  // Why it ended before all was read, and what to do; empty where it did not.
  virtual std::string fault() const { return {}; }
};

// `-` is standard input. Null where the path cannot be read; then `complaint` says why, and what to
// do.
std::unique_ptr<BatchSource> open_batch(const std::string& path, const std::string& stdin_name,
                                        std::string& complaint);

// From now on SIGINT and SIGTERM end the reading instead of the program.
void catch_stop_signals();
// The signal that came; 0: none.
int stop_requested();

}  // namespace checker
