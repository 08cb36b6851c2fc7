// Threads that answer chunks of designs, and give the answers back in the order of the chunks.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "checker/cli/batch_source.h"

namespace checker {

// What is written of a chunk: its lines or, for a summary, only its faults.
struct ChunkAnswer {
  std::string lines;
  std::vector<std::string> faults;
};

// What one thread does; it has all that it needs to itself.
using AnswerChunk = std::function<ChunkAnswer(const DesignChunk&)>;

class BatchCrew {
 public:
  struct Task {
    DesignChunk chunk;
    ChunkAnswer answer;
    std::exception_ptr failure;
    bool done = false;
  };

  // A thread for each piece of work. `give`, `open` and `take` are for one thread alone.
  explicit BatchCrew(const std::vector<AnswerChunk>& work);
  // Waits until all that was given is done.
  ~BatchCrew();
  BatchCrew(const BatchCrew&) = delete;
  BatchCrew& operator=(const BatchCrew&) = delete;

  void give(std::unique_ptr<Task> task);
  // How many were given and not taken.
  std::size_t open() const { return not_taken_.size(); }
  // The oldest of them, once it is done; there is one. Throws what its work has thrown.
  std::unique_ptr<Task> take();

 private:
  void work(const AnswerChunk& answer);
  void close();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task*> waiting_;
  std::deque<std::unique_ptr<Task>> not_taken_;
  bool closed_ = false;
  std::vector<std::jthread> threads_;  // last, so that it ends first
};

}  // namespace checker
