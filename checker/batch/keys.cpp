#include "checker/batch/keys.h"

#include <algorithm>
#include <cstring>

#include "checker/design/design_format.h"

namespace checker::batch {
namespace {

constexpr std::size_t kWordBytes = 8;

std::uint64_t load(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, kWordBytes);
  return word;
}

// The words to compare with; none where the name is too long.
void prepare(const std::string& name, Key& key) {
  const std::string text = name + '"';
  if (text.size() > kMaxKeyBytes) return;
  std::array<char, kMaxKeyBytes> bytes{};
  std::array<char, kMaxKeyBytes> mask{};
  std::copy(text.begin(), text.end(), bytes.begin());
  std::fill_n(mask.begin(), text.size(), '\xff');
  key.word_count = static_cast<std::uint32_t>((text.size() + kWordBytes - 1) / kWordBytes);
  for (std::size_t w = 0; w < key.word_count; ++w) {
    key.words[w] = load(&bytes[w * kWordBytes]);
    key.last_mask = load(&mask[w * kWordBytes]);
  }
}

class TreeMaker {
 public:
  TreeMaker(const dsl::Program& program, const Layout& layout)
      : program_(program), layout_(layout), groups_(1) {}

  std::vector<KeyGroup> make() && {
    const auto& facts = program_.typed().facts;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      if (!facts[i].owner.valid()) fact({i}, facts[i].name);
    }
    header();
    for (KeyGroup& group : groups_) {
      for (const std::string_view remark : kRemarkKeys) {
        group.add(std::string(remark), KeyUse::Skip);
      }
    }
    return std::move(groups_);
  }

 private:
  void fact(dsl::FactId id, std::string_view name) {
    std::size_t group = 0;
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
      group = inner(group, std::string(name.substr(0, dot)));
      name.remove_prefix(dot + 1);
    }
    Key& key = groups_[group].add(std::string(name), use_of(id));
    const dsl::Type& type = program_.fact(id).type;
    key.kind = type.kind;
    key.is_set = type.is_set;
    key.is_table = type.by_grade;
    key.choice = type.choice.index;
    key.target = key.is_table ? layout_.find(id, 0) : layout_.find(id);
    if (key.use == KeyUse::Fact && key.target == Layout::kNone) key.use = KeyUse::Skip;
  }

  KeyUse use_of(dsl::FactId id) const {
    if (!layout_.is_read(id)) return KeyUse::Skip;
    return program_.fact(id).type.kind == dsl::TypeKind::List ? KeyUse::List : KeyUse::Fact;
  }

  std::size_t inner(std::size_t group, const std::string& name) {
    const auto at = groups_[group].by_name.find(name);
    if (at != groups_[group].by_name.end()) return groups_[group].keys[at->second].target;
    groups_[group].add(name, KeyUse::Group).target = static_cast<std::uint32_t>(groups_.size());
    groups_.emplace_back();
    return groups_.size() - 1;
  }

  // The keys of the format itself, whether or not the vocabulary has them too.
  void header() {
    const auto top = [&](std::string_view name, KeyUse use) -> Key& {
      return groups_.front().add(std::string(name), use);
    };
    top(kFormatKey, KeyUse::Version).use = KeyUse::Version;
    top(kStatusKey, KeyUse::Text);
    top(kNameKey, KeyUse::Name).use = KeyUse::Name;
    top(kOpensKey, KeyUse::Skip).is_opens = true;
    top(kAsOfKey, KeyUse::Skip).is_as_of = true;
    for (const std::string_view list :
         {kReliefsKey, kApprovalsKey, kDeterminationsKey, kReadingsKey}) {
      top(list, KeyUse::Records).use = KeyUse::Records;
    }
  }

  const dsl::Program& program_;
  const Layout& layout_;
  std::vector<KeyGroup> groups_;
};

}  // namespace

Key* KeyGroup::look_up(const char* text) {
  const auto* const end = static_cast<const char*>(std::memchr(text, '"', kMaxKeyBytes));
  if (end == nullptr) return nullptr;
  const auto at = by_name.find(std::string(text, end));
  return at == by_name.end() ? nullptr : &keys[at->second];
}

Key& KeyGroup::add(const std::string& name, KeyUse use) {
  const auto [at, is_new] = by_name.try_emplace(name, static_cast<std::uint32_t>(keys.size()));
  if (!is_new) return keys[at->second];
  if (!keys.empty()) keys.back().next = static_cast<std::uint32_t>(keys.size());
  Key& key = keys.emplace_back();
  key.use = use;
  prepare(name, key);
  return key;
}

std::vector<KeyGroup> make_keys(const dsl::Program& program, const Layout& layout) {
  return TreeMaker(program, layout).make();
}

}  // namespace checker::batch
