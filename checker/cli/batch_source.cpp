#include "checker/cli/batch_source.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "checker/cli/files.h"
#include "checker/design/document.h"

namespace checker {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
constexpr std::size_t kReadBytes = std::size_t{1} << 18;
constexpr int kPollMilliseconds = 200;

volatile std::sig_atomic_t stop_signal = 0;

void note_signal(int signal) { stop_signal = signal; }

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

class LineSource : public BatchSource {
 public:
  LineSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {
    struct stat status {};
    if (fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode)) size_ = status.st_size;
  }
  ~LineSource() override {
    if (descriptor_ != STDIN_FILENO) close(descriptor_);
  }

  bool next(DesignChunk& chunk) override {
    chunk.inputs.clear();
    while (chunk.inputs.empty()) {
      if (at_end_ && rest_.empty()) return false;
      chunk.text = std::move(rest_);
      rest_.clear();
      fill(chunk.text);
      if (stop_requested() != 0) return false;
      split(chunk);
    }
    return true;
  }

  std::optional<double> progress() const override {
    if (size_ <= 0) return std::nullopt;
    return static_cast<double>(read_) / static_cast<double>(size_);
  }

 private:
  // Whether bytes are there, waiting for some of them where `waits`.
  bool is_ready(bool waits) const {
    pollfd request{descriptor_, POLLIN, 0};
    while (stop_requested() == 0) {
      if (poll(&request, 1, waits ? kPollMilliseconds : 0) > 0) return true;
      if (!waits) return false;
    }
    return false;
  }

  // Reads until the text holds a chunk or a line and nothing more is there yet.
  void fill(std::string& text) {
    bool has_line = false;
    while (!at_end_ && (text.size() < kChunkBytes || !has_line)) {
      if (text.size() > kMaxDocumentBytes + kChunkBytes) return;
      if (!is_ready(!has_line)) return;
      const std::size_t before = text.size();
      text.resize(before + kReadBytes);
      const ssize_t count = ::read(descriptor_, text.data() + before, kReadBytes);
      text.resize(before + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) at_end_ = true;
      read_ += std::max<ssize_t>(count, 0);
      has_line = has_line || text.find('\n', before) != std::string::npos;
    }
  }

  // The lines of the text; what follows the last line break waits for the next chunk.
  void split(DesignChunk& chunk) {
    std::string& text = chunk.text;
    std::size_t end = text.rfind('\n');
    if (at_end_ || end == std::string::npos) {
      end = text.size();
      drops_ = !at_end_;
    } else {
      rest_.assign(text, end + 1);
      ++end;
    }
    text.resize(text.size() + batch::kLinePadding, '\n');
    const std::string_view all(text.data(), end);
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t line_end = std::min(all.find('\n', begin), all.size());
      const std::string_view line = all.substr(begin, line_end - begin);
      begin = line_end + 1;
      ++line_;
      if (!is_blank(line)) chunk.inputs.push_back({line, name_, line_});
    }
    if (drops_) drop_line();
  }

  // The rest of a line that is longer than any design; its beginning stands for it.
  void drop_line() {
    drops_ = false;
    while (!at_end_ && stop_requested() == 0) {
      std::string text(kReadBytes, '\0');
      if (!is_ready(true)) return;
      const ssize_t count = ::read(descriptor_, text.data(), text.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) at_end_ = true;
      read_ += std::max<ssize_t>(count, 0);
      text.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
      const std::size_t end = text.find('\n');
      if (end == std::string::npos) continue;
      rest_ = text.substr(end + 1);
      return;
    }
  }

  int descriptor_;
  std::string name_;
  std::string rest_;
  std::uint64_t line_ = 0;
  std::int64_t read_ = 0;
  std::int64_t size_ = 0;
  bool at_end_ = false;
  bool drops_ = false;
};

class FolderSource : public BatchSource {
 public:
  explicit FolderSource(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  bool next(DesignChunk& chunk) override {
    chunk.inputs.clear();
    chunk.files.clear();
    const std::size_t first = next_;
    std::size_t bytes = 0;
    while (next_ < paths_.size() && bytes < kChunkBytes && next_ - first < batch::kBlockDesigns) {
      if (stop_requested() != 0) break;
      std::ifstream file(paths_[next_++], std::ios::binary);
      chunk.files.emplace_back(std::istreambuf_iterator<char>(file),
                               std::istreambuf_iterator<char>());
      bytes += chunk.files.back().size();
    }
    for (std::size_t i = 0; i < chunk.files.size(); ++i) {
      chunk.inputs.push_back({chunk.files[i], paths_[first + i], 0});
    }
    return !chunk.inputs.empty();
  }

  std::optional<double> progress() const override {
    return static_cast<double>(next_) /
           static_cast<double>(std::max<std::size_t>(paths_.size(), 1));
  }

 private:
  std::vector<std::string> paths_;
  std::size_t next_ = 0;
};

std::vector<std::string> designs_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (is_design_name(at->path().filename().string())) paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::unique_ptr<BatchSource> open_batch(const std::string& path, const std::string& stdin_name,
                                        std::string& complaint) {
  if (path == "-") return std::make_unique<LineSource>(STDIN_FILENO, stdin_name);
  std::error_code error;
  if (fs::is_directory(path, error)) {
    auto paths = designs_in(path);
    if (!paths.empty()) return std::make_unique<FolderSource>(std::move(paths));
    complaint = "no design (.yaml, .yml or .json) is below `" + path + "`";
    return nullptr;
  }
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) return std::make_unique<LineSource>(descriptor, path);
  complaint = "cannot read `" + path + "`: " + std::strerror(errno);
  return nullptr;
}

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // a second one ends the program at once
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int stop_requested() { return stop_signal; }

}  // namespace checker
