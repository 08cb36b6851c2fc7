// Markdown under construction that does not outgrow its limit.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace checker {

// One entry of a list: as it is told where there is room, and in a line where there is little.
struct MarkdownItem {
  std::string full;
  std::string brief;  // empty: the item is left out rather than cut
};

class MarkdownPage {
 public:
  explicit MarkdownPage(std::size_t limit) : limit_(limit) {}

  // How much may stand there; what is added beyond it is cut or counted.
  void set_limit(std::size_t limit) { limit_ = limit; }
  std::size_t size() const { return text_.size(); }
  bool has_room_for(std::size_t bytes) const { return text_.size() + bytes <= limit_; }

  // Always there, so it has to be short.
  void add(const std::string& block) { text_ += block; }

  // The items between `head` and `foot`. Earlier ones come first to the room that there is, but not
  // at the cost of the brief form of later ones.
  void add_list(const std::string& head, const std::vector<MarkdownItem>& items,
                const std::string& foot);

  const std::string& str() const { return text_; }

 private:
  std::size_t limit_;
  std::string text_;
};

}  // namespace checker
