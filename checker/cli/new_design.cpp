#include "checker/cli/new_design.h"

#include <algorithm>
#include <array>
#include <vector>

#include "checker/design/design_format.h"
#include "checker/design/read_design.h"
#include "checker/report/wording.h"
#include "checker/site/references.h"
#include "dsl/text/utf8.h"

namespace checker {
namespace {

constexpr std::size_t kWidth = 100;

// A key of the document: a fact, or a group with keys below it.
struct Key {
  std::string word;
  std::string title;  // of a group
  dsl::FactId fact;   // invalid: a group
  std::size_t readers = 0;
  std::vector<Key> below;
};

// Facts before groups, then what most norms read; else the order of the vocabulary.
void sort_keys(std::vector<Key>& keys, bool facts_first) {
  for (Key& key : keys) sort_keys(key.below, true);
  std::stable_sort(keys.begin(), keys.end(), [facts_first](const Key& a, const Key& b) {
    if (facts_first && a.fact.valid() != b.fact.valid()) return a.fact.valid();
    return a.readers > b.readers;
  });
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

std::string words_of(const std::vector<std::string>& values) {
  std::string words;
  for (const std::string& value : values) words += (words.empty() ? "" : ", ") + value;
  return words;
}

// What may stand in the place of `unknown`.
std::string accepted(const dsl::Type& type, const dsl::TypeTables& types) {
  switch (type.kind) {
    case dsl::TypeKind::Boolean: return "true or false";
    case dsl::TypeKind::Choice:
      return type.is_set ? "any of [" + words_of(types.choice(type.choice).values) + "]"
                         : "one of " + words_of(types.choice(type.choice).values);
    case dsl::TypeKind::Count: return "a number";
    case dsl::TypeKind::Percent: return "a percentage, as in 33%";
    case dsl::TypeKind::Time: return "a time in quotes, as in \"9:00\"";
    case dsl::TypeKind::Date: return "a date, as in 2027-08-16";
    case dsl::TypeKind::Grade:
      return type.is_set ? "grades, as in [9, 10, 11, 12]" : "a grade, as in 9";
    default: return dsl::type_name(type, types);
  }
}

class DesignWriter {
 public:
  explicit DesignWriter(const dsl::Program& program)
      : program_(program), references_(site::find_references(program)) {}

  std::string write(std::string_view name) {
    comment("",
            "A design to be filled in. A fact that nobody knows yet stays `unknown`, or is "
            "left out; `null` says that there is none. Remove what does not concern you: "
            "`leeway check` asks for what matters.");
    text_ += std::string(kFormatKey) + ": " + std::to_string(kDesignFormatVersion) + "\n";
    text_ += std::string(kNameKey) + ": " + quoted(name) + "\n";
    comment("", "The first day, as in 2027-08-16. The law of that day is applied.");
    text_ += std::string(kOpensKey) + ": unknown\n";
    std::vector<Key> keys = keys_read();
    sort_keys(keys, false);
    for (const Key& key : keys) {
      text_ += '\n';
      add(key, "");
    }
    return std::move(text_);
  }

 private:
  std::size_t readers_of(std::uint32_t fact) const {
    return references_.norms_of_fact[fact].size();
  }

  std::vector<Key> keys_read() const {
    const auto& facts = program_.typed().facts;
    constexpr std::array kHeader = {kNameKey, kOpensKey};
    std::vector<Key> keys;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      const std::string& name = facts[i].name;
      const bool is_header = std::find(kHeader.begin(), kHeader.end(), name) != kHeader.end();
      if (facts[i].owner.valid() || readers_of(i) == 0 || is_header) continue;
      place(name, 0, dsl::FactId{i}, keys);
    }
    return keys;
  }

  // Puts a fact below the groups that its name goes through.
  void place(const std::string& name, std::size_t from, dsl::FactId fact,
             std::vector<Key>& keys) const {
    const std::size_t dot = name.find('.', from);
    const std::string word = name.substr(from, dot - from);
    if (dot == std::string::npos) {
      keys.push_back({word, "", fact, readers_of(fact.index), {}});
      return;
    }
    auto group = std::find_if(keys.begin(), keys.end(), [&word](const Key& key) {
      return key.word == word && !key.fact.valid();
    });
    if (group == keys.end()) {
      group = keys.insert(keys.end(), {word, title_of(name.substr(0, dot)), {}, 0, {}});
    }
    group->readers = std::max(group->readers, readers_of(fact.index));
    place(name, dot + 1, fact, group->below);
  }

  std::string title_of(const std::string& name) const {
    for (const dsl::Group& group : program_.typed().groups) {
      if (group.name == name) return group.title;
    }
    return {};
  }

  void add(const Key& key, const std::string& indent) {
    if (key.fact.valid()) return add_fact(key, indent);
    if (!key.title.empty()) comment(indent, key.title + ".");
    text_ += indent + key.word + ":\n";
    for (const Key& below : key.below) add(below, indent + "  ");
  }

  void add_fact(const Key& key, const std::string& indent) {
    const dsl::FactDeclaration& fact = program_.fact(key.fact);
    describe(fact, key.readers, indent);
    // What is stated as unknown would not be worked out.
    const bool is_computed = fact.computed.valid();
    if (is_computed) comment(indent, "Worked out from other facts where it is left out:");
    text_ += indent + (is_computed ? "# " : "") + key.word + ": unknown\n";
    if (fact.type.kind != dsl::TypeKind::List) return;
    comment(indent, "Instead of `unknown`, below it, as many records as there are:");
    add_record(fact, indent + "# ");
  }

  void describe(const dsl::FactDeclaration& fact, std::size_t readers, const std::string& indent) {
    std::string about = fact.meaning.empty() ? "" : fact.meaning + ".";
    for (const dsl::Question& question : fact.questions) {
      about += (about.empty() ? "" : " ") + question.text;
    }
    comment(indent, about);
    std::string hint;
    if (fact.type.kind != dsl::TypeKind::List) {
      dsl::Type one_value = fact.type;
      one_value.by_grade = false;
      hint = accepted(one_value, program_.types());
      if (fact.type.by_grade) hint += ", for each grade, as in {9..12: unknown}";
      hint += "; ";
    }
    comment(indent, hint + "read by " + counted(readers, "norm", "norms"));
  }

  // The fields that some norm reads, below `- `.
  void add_record(const dsl::FactDeclaration& list, const std::string& indent) {
    std::vector<Key> fields;
    for (const dsl::FactId id : list.fields) {
      const dsl::FactDeclaration& field = program_.fact(id);
      if (readers_of(id.index) == 0 || field.computed.valid()) continue;
      fields.push_back({field.name, "", id, readers_of(id.index), {}});
    }
    sort_keys(fields, true);
    std::size_t longest = 0;
    for (const Key& field : fields) longest = std::max(longest, field.word.size());
    std::string mark = "- ";
    for (const Key& field : fields) {
      const std::string hint = accepted(program_.fact(field.fact).type, program_.types());
      const std::string blanks(longest - field.word.size() + 2, ' ');
      std::string line = indent;
      line.append(mark).append(field.word).append(": unknown");
      if (line.size() + blanks.size() + hint.size() + 2 <= kWidth) {
        line.append(blanks).append("# ").append(hint);
      } else {
        comment(mark == "- " ? indent : indent + mark, hint);
      }
      text_ += line + "\n";
      mark = "  ";
    }
  }

  void comment(const std::string& indent, std::string_view about) {
    std::string line;
    const auto flush = [&] {
      if (!line.empty()) text_ += indent + "#" + line + "\n";
      line.clear();
    };
    while (!about.empty()) {
      const std::string_view word = about.substr(0, about.find(' '));
      about.remove_prefix(std::min(about.size(), word.size() + 1));
      const std::size_t width =
          indent.size() + dsl::count_code_points(line) + dsl::count_code_points(word) + 2;
      if (width > kWidth) flush();
      line += ' ';
      line += word;
    }
    flush();
  }

  const dsl::Program& program_;
  const site::References references_;
  std::string text_;
};

}  // namespace

std::string write_new_design(std::string_view name, const dsl::Program& program) {
  return DesignWriter(program).write(name);
}

}  // namespace checker
