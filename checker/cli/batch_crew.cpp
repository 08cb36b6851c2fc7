#include "checker/cli/batch_crew.h"

#include <utility>

namespace checker {

BatchCrew::BatchCrew(const std::vector<AnswerChunk>& workers) {
  threads_.reserve(workers.size());
  try {
    for (const AnswerChunk& worker : workers) {
      threads_.emplace_back([this, &worker] { work(worker); });
    }
  } catch (...) {
    close();  // those that did start would wait for work for ever
    throw;
  }
}

BatchCrew::~BatchCrew() { close(); }

void BatchCrew::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

void BatchCrew::give(std::unique_ptr<Task> task) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(task.get());
    not_taken_.push_back(std::move(task));
  }
  changed_.notify_all();
}

std::unique_ptr<BatchCrew::Task> BatchCrew::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return not_taken_.front()->done; });
  auto task = std::move(not_taken_.front());
  not_taken_.pop_front();
  if (task->failure) std::rethrow_exception(task->failure);
  return task;
}

void BatchCrew::work(const AnswerChunk& answer) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Task* const task = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    try {
      task->answer = answer(task->chunk);
    } catch (...) {
      task->failure = std::current_exception();
    }
    lock.lock();
    task->done = true;
    changed_.notify_all();
  }
}

}  // namespace checker
