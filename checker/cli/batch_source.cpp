#include "checker/cli/batch_source.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "checker/cli/files.h"
#include "checker/cli/first_lines.h"
#include "checker/design/document.h"

namespace checker {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
constexpr std::size_t kReadBytes = std::size_t{1} << 18;
constexpr int kPollMilliseconds = 200;

volatile std::sig_atomic_t stop_signal = 0;

void note_signal(int signal) { stop_signal = signal; }

// Which file of the disk it is; nullopt where there is none.
struct FileIdentity {
  dev_t device;
  ino_t number;
  bool operator==(const FileIdentity&) const = default;
};

std::optional<FileIdentity> identity_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino};
}

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? identity_of(status) : std::nullopt;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

class LineSource : public BatchSource {
 public:
  LineSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {
    struct stat status {};
    if (fstat(descriptor_, &status) == 0) identity_ = identity_of(status);
    if (identity_) size_ = status.st_size;
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
      fill(chunk.text, chunk.text.find('\n') != std::string::npos);
      if (line_ == 0 && !begins_with_lines(chunk.text)) return false;
      // A line that has not come to its end when the reading stops is none.
      const bool has_line = at_end_ || chunk.text.find('\n') != std::string::npos;
      if (stop_requested() != 0 && !has_line) return false;
      split(chunk);
    }
    return true;
  }

  std::optional<double> progress() const override {
    if (size_ <= 0) return std::nullopt;
    return static_cast<double>(read_) / static_cast<double>(size_);
  }

  bool reads(const std::string& path) const override {
    return identity_ && identity_ == identity_of(path);
  }

  std::string fault() const override { return fault_; }

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

  // Adds what can be read now; nothing at the end.
  void read_more(std::string& text) {
    const std::size_t before = text.size();
    text.resize(before + kReadBytes);
    const ssize_t count = ::read(descriptor_, text.data() + before, kReadBytes);
    const int error = errno;
    const std::size_t added = count > 0 ? static_cast<std::size_t>(count) : 0;
    text.resize(before + added);
    read_ += static_cast<std::int64_t>(added);
    if (count > 0 || (count < 0 && error == EINTR)) return;
    at_end_ = true;
    if (count < 0) {
      fault_ = "cannot read `" + name_ + "` to its end: " + std::strerror(error) +
               "; only what came before is answered";
    }
  }

  // Reads until the text holds a chunk or a line and nothing more is there yet. The line is one
  // that ends in what is read, unless the text `has_line` already.
  void fill(std::string& text, bool has_line) {
    while (!at_end_ && (text.size() < kChunkBytes || !has_line)) {
      if (is_too_long(text)) return;
      if (!is_ready(!has_line)) return;
      const std::size_t before = text.size();
      read_more(text);
      has_line = has_line || text.find('\n', before) != std::string::npos;
    }
  }

  // Past any design, so that a line without an end is not held whole.
  static bool is_too_long(const std::string& text) {
    return text.size() > kMaxDocumentBytes + kChunkBytes;
  }

  // False, with a fault, where the text is of another form. Reads as much as it takes to know.
  bool begins_with_lines(std::string& text) {
    TextForm form = form_of(text, at_end_);
    while (form == TextForm::NotYetKnown && !at_end_ && !is_too_long(text) &&
           stop_requested() == 0) {
      fill(text, false);
      form = form_of(text, at_end_);
    }
    const std::string complaint =
        form_complaint(form, name_, descriptor_ == STDIN_FILENO ? "-" : name_);
    if (!complaint.empty()) fault_ = complaint;
    return complaint.empty();
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
    std::string text;
    while (!at_end_ && is_ready(true)) {
      text.clear();
      read_more(text);
      const std::size_t end = text.find('\n');
      if (end == std::string::npos) continue;
      rest_ = text.substr(end + 1);
      return;
    }
  }

  int descriptor_;
  std::string name_;
  std::optional<FileIdentity> identity_;
  std::string rest_;
  std::string fault_;
  std::uint64_t line_ = 0;
  std::int64_t read_ = 0;
  std::int64_t size_ = 0;
  bool at_end_ = false;
  bool drops_ = false;
};

// The text of a file, as much of it as shows that it is too long for a design. Empty, with a fault,
// where it cannot be read.
std::string read_start(const std::string& path, std::optional<batch::Fault>& fault) {
  const auto refuse = [&](const char* why) {
    dsl::Diagnostics diagnostics;
    diagnostics.report(dsl::DiagnosticKind::CannotRead, {}, path, why);
    const dsl::Diagnostic& told = diagnostics.all().front();
    fault = batch::Fault{std::string(dsl::info(told.kind).code), told.message, told.help};
    return std::string();
  };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) return refuse("it is no regular file");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return refuse(std::strerror(error.value()));
  std::string text(std::min<std::uintmax_t>(size, kMaxDocumentBytes) + 1, '\0');
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad()) return refuse(std::strerror(errno));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

class FolderSource : public BatchSource {
 public:
  explicit FolderSource(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  bool next(DesignChunk& chunk) override {
    chunk.inputs.clear();
    chunk.files.clear();
    chunk.faults.clear();
    const std::size_t first = next_;
    std::size_t bytes = 0;
    while (next_ < paths_.size() && bytes < kChunkBytes && next_ - first < batch::kBlockDesigns) {
      if (stop_requested() != 0) break;
      chunk.files.push_back(read_start(paths_[next_++], chunk.faults.emplace_back()));
      bytes += chunk.files.back().size();
    }
    for (std::size_t i = 0; i < chunk.files.size(); ++i) {
      const auto& fault = chunk.faults[i];
      chunk.inputs.push_back({chunk.files[i], paths_[first + i], 0, fault ? &*fault : nullptr});
    }
    return !chunk.inputs.empty();
  }

  std::optional<double> progress() const override {
    return static_cast<double>(next_) /
           static_cast<double>(std::max<std::size_t>(paths_.size(), 1));
  }

  bool reads(const std::string& path) const override {
    const auto identity = identity_of(path);
    return identity && std::any_of(paths_.begin(), paths_.end(), [&](const std::string& each) {
             return identity_of(each) == identity;
           });
  }

 private:
  std::vector<std::string> paths_;
  std::size_t next_ = 0;
};

// Sorted; none, with a complaint, where there is no design or not all can be found.
std::vector<std::string> designs_in(const std::string& folder, std::string& complaint) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unknown;
    const bool is_design = is_design_name(at->path().filename().string());
    if (is_design && !at->is_directory(unknown)) paths.push_back(at->path().string());
  }
  if (error) {
    complaint = "cannot read all that is below `" + folder + "`: " + error.message();
    return {};
  }
  if (paths.empty()) complaint = "no design (.yaml, .yml or .json) is below `" + folder + "`";
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::unique_ptr<BatchSource> open_batch(const std::string& path, const std::string& stdin_name,
                                        std::string& complaint) {
  const std::string& name = path == "-" ? stdin_name : path;
  std::error_code error;
  if (path != "-" && fs::is_directory(path, error)) {
    auto paths = designs_in(path, complaint);
    return paths.empty() ? nullptr : std::make_unique<FolderSource>(std::move(paths));
  }
  if (is_yaml_name(name) && (path == "-" || fs::exists(path, error))) {
    complaint = form_complaint(TextForm::Yaml, name, path);
    return nullptr;
  }
  const int descriptor = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    complaint = "cannot read `" + path + "`: " + std::strerror(errno);
    return nullptr;
  }
  return std::make_unique<LineSource>(descriptor, name);
}

void catch_stop_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND    // a second one ends the program at once
                                     | SA_RESTART);  // what is being written goes on
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int stop_requested() { return stop_signal; }

}  // namespace checker
