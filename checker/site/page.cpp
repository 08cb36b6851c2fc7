#include "checker/site/page.h"

#include <cctype>

namespace checker::site {

Prose& Prose::add_piece(Piece piece) {
  if (!piece.text.empty()) pieces_.push_back(std::move(piece));
  return *this;
}

Prose& Prose::add(const Prose& prose) {
  const std::vector<Piece> added = prose.pieces_;
  pieces_.insert(pieces_.end(), added.begin(), added.end());
  return *this;
}

std::string Prose::text() const {
  std::string all;
  for (const Piece& piece : pieces_) all += piece.text;
  return all;
}

Prose Prose::capitalized() const {
  Prose result = *this;
  if (!result.pieces_.empty() && !result.pieces_.front().is_code) {
    char& first = result.pieces_.front().text.front();
    first = static_cast<char>(std::toupper(static_cast<unsigned char>(first)));
  }
  return result;
}

Prose joined(const std::vector<Prose>& items, std::string_view last_joint) {
  Prose all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) all.add(i + 1 == items.size() ? std::string(last_joint) : ", ");
    all.add(items[i]);
  }
  return all;
}

void Rows::add(std::string name, std::vector<Prose> values) {
  std::erase_if(values, [](const Prose& value) { return value.empty(); });
  if (!values.empty()) rows.push_back({std::move(name), std::move(values)});
}

Rows& SitePage::rows() {
  if (blocks.empty() || !std::holds_alternative<Rows>(blocks.back())) blocks.emplace_back(Rows{});
  return std::get<Rows>(blocks.back());
}

void SitePage::heading(int level, Prose text, std::string anchor) {
  blocks.emplace_back(Heading{level, std::move(text), std::move(anchor)});
}

void SitePage::paragraph(Prose text, Weight weight) {
  if (!text.empty()) blocks.emplace_back(Paragraph{std::move(text), weight});
}

void SitePage::list(std::vector<Prose> items) {
  if (!items.empty()) blocks.emplace_back(Listing{std::move(items)});
}

void SitePage::headed_list(std::string heading_text, std::vector<Prose> items) {
  if (items.empty()) return;
  heading(2, std::move(heading_text));
  list(std::move(items));
}

}  // namespace checker::site
