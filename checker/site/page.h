// The site of the rules as data: pages made of headings, paragraphs, lists, rows and source text.
// Nothing here knows HTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace checker::site {

// A place within the site; without an anchor, the top of the page.
struct Address {
  std::string page;  // from the site's folder: `norms/us.ia.days.html`
  std::string anchor;

  friend auto operator<=>(const Address&, const Address&) = default;
};

struct Piece {
  std::string text = {};
  bool is_code = false;
  std::optional<Address> within = {};  // where it leads within the site
  std::string url = {};                // where it leads outside; empty: nowhere
};

// A run of text with links. Blanks stand in the text where they are wanted.
class Prose {
 public:
  Prose() = default;
  // A plain text is prose as it stands.
  Prose(std::string text) { add(std::move(text)); }  // NOLINT(google-explicit-constructor)
  Prose(const char* text) { add(text); }             // NOLINT(google-explicit-constructor)

  Prose& add(std::string text) { return add_piece({.text = std::move(text)}); }
  Prose& add(const char* text) { return add(std::string(text)); }
  Prose& add(const Prose& prose);
  Prose& code(std::string text) { return add_piece({.text = std::move(text), .is_code = true}); }
  Prose& link(std::string text, Address to) {
    return add_piece({.text = std::move(text), .within = std::move(to)});
  }
  Prose& link_out(std::string text, std::string url) {
    return add_piece({.text = std::move(text), .url = std::move(url)});
  }

  bool empty() const { return pieces_.empty(); }
  const std::vector<Piece>& pieces() const { return pieces_; }
  // The text alone.
  std::string text() const;
  // The same with its first letter as a capital, where that is no code.
  Prose capitalized() const;

 private:
  Prose& add_piece(Piece piece);

  std::vector<Piece> pieces_;
};

// "a, b and c".
Prose joined(const std::vector<Prose>& items, std::string_view last_joint = " and ");

struct Heading {
  int level = 2;
  Prose text;
  std::string anchor;  // empty: none
};

enum class Weight { Plain, Lead, Quiet };

struct Paragraph {
  Prose text;
  Weight weight = Weight::Plain;
};

struct Listing {
  std::vector<Prose> items;
};

// Rows of a name and what is to be said under it.
struct Rows {
  struct Row {
    std::string name;
    std::vector<Prose> values;
  };
  std::vector<Row> rows;

  // A row without values is left out.
  void add(std::string name, std::vector<Prose> values);
};

// The text of a rule file as it stands, and where that is.
struct SourceText {
  std::string text;
  std::string place;
};

using Block = std::variant<Heading, Paragraph, Listing, Rows, SourceText>;

struct SitePage {
  std::string path;
  std::string title;
  std::string kind;  // `Regulation`, `Pack`; stands above the title
  std::string name;  // the name in rule files; empty: it has none
  std::optional<Address> above;
  std::string above_title;
  std::vector<Block> blocks;

  // The last block, if it has rows, else new ones.
  Rows& rows();
  void heading(int level, Prose text, std::string anchor = {});
  void paragraph(Prose text, Weight weight = Weight::Plain);
  // An empty list is left out.
  void list(std::vector<Prose> items);
  // Likewise, with its heading.
  void headed_list(std::string heading, std::vector<Prose> items);
};

// What the search box finds.
struct SearchEntry {
  std::string title;
  std::string name;
  std::string kind;
  Address address;
};

struct Site {
  std::vector<SitePage> pages;  // the first is the index
  std::vector<SearchEntry> entries;
};

}  // namespace checker::site
