#include "checker/report/markdown_page.h"

#include "checker/report/wording.h"

namespace checker {
namespace {

// "- and 12 more, left out here" and its line breaks.
constexpr std::size_t kLeftOutLine = 60;

}  // namespace

void MarkdownPage::add_list(const std::string& head, const std::vector<MarkdownItem>& items,
                            const std::string& foot) {
  if (items.empty()) return;
  std::size_t briefs = 0;
  for (const MarkdownItem& item : items) briefs += item.brief.size();
  const std::size_t reserved = foot.size() + kLeftOutLine;
  std::size_t left_out = 0;
  text_ += head;
  for (const MarkdownItem& item : items) {
    briefs -= item.brief.size();
    if (left_out == 0 && has_room_for(item.full.size() + briefs + reserved)) {
      text_ += item.full;
    } else if (left_out == 0 && !item.brief.empty() && has_room_for(item.brief.size() + reserved)) {
      text_ += item.brief;
    } else {
      ++left_out;
    }
  }
  if (left_out > 0) {
    text_ += "- and " + counted(left_out, "more, left out here", "more, left out here") + "\n";
  }
  text_ += foot;
}

}  // namespace checker
