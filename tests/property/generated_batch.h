// Random rules over facts of every type, and random designs of them as lines of JSON, by seed.
#pragma once

#include <random>
#include <set>
#include <string>
#include <vector>

namespace generated {

inline const char* const kBatchVocabulary = R"(
choice color "Color" of red, green, blue
choice wing  "Part of the house" of north, east, south, west
stakeholder body "A body"
  kind body_kind
pack p "Always"
pack p.some "Sometimes"
  uses p
  applies when f.c is one of red, green
vocabulary design "Generated"
  fact opens date "First day"
group f "Facts"
  fact a, b   yes/no            "Yes or no"
  fact c, d   color             "A choice"
  fact s, z   set of wing       "A set"
  fact g      set of grade      "Grades"
  fact n, k   count             "A number"
  fact m      hours per day     "A length"
  fact q      percent           "A share"
  fact v      money             "An amount"
  fact t, u   time              "A time"
  fact o      date              "A date"
  fact x      text              "A text"
group f.inner "Within"
  fact h      hours per year by grade  "By grade"
  fact y      yes/no by grade          "By grade"
  fact w      yes/no                   "Worked out"
       computed as f.n at least 3 or f.a
list blocks of block "Blocks"
  fact length  minutes  "Length"
  fact counts  yes/no   "Whether it counts"
parameter p.limit count
  "A limit"
  from 2020-01-01 until 2025-12-31 all 3
  from 2026-01-01 all 5
parameter p.hours(grade) hours per year
  "A limit by grade"
  from 2020-01-01
    K..5  300
    6..12 400.5
define p.mix yes/no
  "A definition"
  as f.a or f.n at least p.limit
define p.enough(grade) yes/no
  "By grade"
  as f.inner.h(grade) at least p.hours(grade) or f.inner.y(grade)
define p.later yes/no
  "In force later"
  in force from 2026-01-01
  as f.b
define p.open yes/no
  "Of two readings"
  reading one "One" as f.a
  reading two "Two" as f.b
regulation p.plain "A norm that others ask for"
  enforced by body
  require f.n at least 2
)";

class BatchRules {
 public:
  explicit BatchRules(unsigned seed) : random_(seed) {}

  // A handful of norms that may lift and ask each other.
  std::string norms() {
    std::string text;
    for (int i = 0; i < 4; ++i) text += norm("p.r" + std::to_string(i));
    text += norm("p.some.r");
    asks_verdicts_ = false;  // what lifts a norm may not ask for it
    text += "enablement p.e \"An enablement\"\n  applies when " + condition(2) +
            "\n  lifts p.r0, p.r1, p.a\n";
    text +=
        "approval p.a \"An approval\"\n  decided by body\n  applies when " + condition(1) + "\n";
    text += "principle p.pr \"A principle\"\n  upheld by body\n  require " + condition(2) + "\n";
    return text;
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  std::string one_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))];
  }

  std::string norm(const std::string& name) {
    const bool by_grade = pick(3) == 0;
    std::string text = "regulation " + name + " \"A norm\"\n  enforced by body\n";
    if (pick(3) == 0) {
      text += one_of({"  in force from 2026-01-01\n", "  in force until 2025-12-31\n",
                      "  suspended from 2025-01-01 until 2026-06-30 \"why\"\n"});
    }
    if (pick(2) == 0) text += "  applies when " + condition(2) + "\n";
    if (by_grade) {
      text += "  for each grade in " + std::string("f.g");
      if (pick(2) == 0) text += " where grade is not K";
      text += "\n";
    } else if (pick(6) == 0) {
      text += "  for each block in blocks\n";
      if (pick(2) == 0) text += "  require block.counts or " + condition(1) + "\n";
    }
    text += "  require " + (by_grade ? grade_condition() : condition(3)) + "\n";
    if (pick(3) == 0) text += "  unless \"an exception\" when " + condition(2) + "\n";
    return text;
  }

  std::string grade_condition() {
    const std::string one =
        one_of({"p.enough(grade)", "f.inner.y(grade)", "f.inner.h(grade) at least p.hours(grade)",
                "f.inner.h(grade) is present", "grade within f.g", "not f.inner.y(grade) or f.a"});
    return pick(2) == 0 ? one : one + one_of({" or ", " and "}) + condition(1);
  }

  std::string number() { return std::to_string(pick(7)); }

  std::string comparison() {
    const std::string op =
        one_of({"at least", "at most", "more than", "less than", "is", "is not"});
    switch (pick(8)) {
      case 0: return "f.n " + op + " " + number();
      case 1: return "f.m " + op + " " + number() + ".25 hours per day";
      case 2: return "f.m " + op + " " + std::to_string(pick(500)) + " minutes per day";
      case 3: return "f.q " + op + " " + std::to_string(pick(100)) + "%";
      case 4: return "f.v " + op + " $" + std::to_string(pick(100)) + ".50";
      case 5: return "f.t " + op + " " + std::to_string(1 + pick(11)) + ":30 am";
      case 6: return "f.o " + op + " 202" + std::to_string(pick(9)) + "-06-15";
      default: return number() + " " + op + " f.k";
    }
  }

  std::string special() {
    if (asks_verdicts_ && pick(12) == 0) return "verdict of p.plain is conflict";
    return one_of(
        {"p.mix", "p.later", "p.open", "f.inner.w", "judged by body \"Is it so?\"",
         "f.n + f.k at least 4", "f.n at least f.k", "f.x is \"long\"", "f.c is f.d",
         "count of f.g at least 2", "sum of block.length for block in blocks at least 90 minutes",
         "some block in blocks satisfies block.counts", "f.t at most f.u", "blocks is present",
         "f.n * 2 at most 6", "f.inner.h(9) at least 500 hours per year", "f.inner.y(3)"});
  }

  std::string set_condition() {
    return one_of({"f.s includes north", "f.s includes east or f.s includes west", "f.s within f.z",
                   "f.s excludes west", "f.s overlaps f.z", "f.g includes 9", "f.g overlaps 9..12",
                   "f.g within K..8", "f.s is present",
                   "every wing in f.s satisfies wing is not west",
                   "some grade in f.g satisfies f.inner.y(grade)",
                   "every grade in f.g where grade is not K satisfies p.enough(grade)",
                   "no grade in f.g satisfies f.inner.y(grade)", "K..8 includes f.g"});
  }

  std::string atom() {
    switch (pick(9)) {
      case 0: return "f.a";
      case 1: return "f.b";
      case 2:
        return one_of({"f.c is red", "f.c is not blue", "f.d is one of red, blue", "f.c is present",
                       "f.d is absent", "f.a is present", "f.c is one of red, green, blue",
                       "f.c is not one of red, blue"});
      case 3:
      case 4: return comparison();
      case 5: return "f.n between " + std::to_string(pick(3)) + " and 5";
      case 6: return one_of({"f.t within 8:00 am..9:30 am", "f.n is absent", "f.v is present"});
      case 7: return set_condition();
      default: return special();
    }
  }

  std::string condition(int depth) {
    if (depth == 0) return "(" + atom() + ")";
    switch (pick(5)) {
      case 0: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
      case 1: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
      case 2: return "(not " + condition(depth - 1) + ")";
      case 3:
        return "(if " + condition(depth - 1) + " then " + condition(depth - 1) + " else " +
               condition(depth - 1) + ")";
      default: return "(" + atom() + ")";
    }
  }

  std::mt19937 random_;
  bool asks_verdicts_ = true;
};

// One line of JSON: facts missing, unknown, absent, extreme and now and then of the wrong type.
class BatchDesigns {
 public:
  explicit BatchDesigns(unsigned seed) : random_(seed) {}

  std::string line() {
    std::string facts;
    std::string inner;
    is_plain_ = pick(2) == 0;
    add(facts, "a", {"true", "false"}, {}, yes_no_faults());
    add(facts, "b", {"true", "false"}, {}, yes_no_faults());
    add(facts, "c", {"\"red\"", "\"green\"", "\"blue\""}, {}, {"\"purple\"", "3", "\"Red\""});
    add(facts, "d", {"\"red\"", "\"green\"", "\"blue\""}, {"\"b\\u006cue\""}, {"[\"red\"]"});
    add(facts, "s", {"[\"north\"]", "[\"north\",\"east\"]", "[]", "[\"west\", \"south\"]"},
        {"\"east\"", "[\"north..south\"]"}, {"[\"north\",\"north\"]", "[\"up\"]", "[null]", "7"});
    add(facts, "z", {"[\"north\"]", "[\"west\"]"}, {}, {"{}"});
    add(facts, "g", {"[9,10,11,12]", "[\"9..12\"]", "[\"K\",1,2]", "[\"K..2\",3]", "[]"},
        {"9", "[\"TK, K\"]"}, {"[9,9]", "[13]", "[\"9..12\",10]", "\"freshman\""});
    add(facts, "n", {"0", "1", "2", "3", "4", "5", "6", "-1", "3.0", "123456789"},
        {"999999999999999", "1234567890"},
        {"2.5", "\"3\"", "1e3", "9999999999999999", "\"3 minutes\"", "01"});
    add(facts, "k", {"0", "3", "5", "-2"}, {}, {"true"});
    add(facts, "m", {"0.25", "1.25", "6", "6.5", "0.000001", "-3"},
        {"\"300 minutes per day\"", "\"7 minutes per day\"", "123456789012345"},
        {"\"6\"", "1.0000001", "\"5 dollars\"", "\"5%\""});
    add(facts, "q", {"\"33%\"", "\"12.5%\"", "\"0%\"", "\"99.000001%\""},
        {"\"50 %\"", "\"20 percent\""}, {"33", "\"33\"", "\"1,000%\""});
    add(facts, "v", {"0", "50.5", "17"}, {"\"$50.50\"", "\"$1_000\"", "999999999999.99"},
        {"\"17\""});
    add(facts, "t", {"\"8:30\"", "\"08:30\"", "\"9:30 am\"", "\"23:59\""}, {"\"1:05 PM\""},
        {"\"24:00\"", "830", "\"8:60\""});
    add(facts, "u", {"\"8:30\"", "\"15:00\""}, {}, {"false"});
    add(facts, "o", {"\"2021-06-15\"", "\"2025-06-14\"", "\"2028-02-29\""}, {},
        {"\"2027-02-29\"", "20270101", "\"June\""});
    add(facts, "x", {"\"long\"", "\"short\"", "\"lo\\u006eg\""}, {}, {"5"});
    add(inner, "h",
        {"{\"9..12\":500,\"K\":300}", "{\"9\":500,\"10\":399.5,\"3\":\"unknown\"}", "1000", "{}",
         "{\"K..12\":400.5}"},
        {"{\"1, 2\":300}"}, {"{\"9\":1,\"9..10\":2}", "{\"nine\":1}", "[1]"});
    add(inner, "y", {"{\"9..12\":true}", "{\"3\":false,\"4\":true,\"5\":\"unknown\"}", "true"}, {},
        {"{\"3\":null}", "{\"3\":1}"});
    add(inner, "w", {"true", "false"}, {}, {"null"});
    if (!inner.empty()) facts += (facts.empty() ? "" : ",") + ("\"inner\":{" + inner + "}");
    std::string design = "\"name\":\"Design\",\"f\":{" + facts + "}";
    if (pick(3) > 0) design += ",\"opens\":\"202" + std::to_string(4 + pick(4)) + "-01-01\"";
    if (pick(is_plain_ ? 12 : 4) == 0) design += ",\"blocks\":" + blocks();
    if (pick(12) == 0) design += ",\"notes\":\"a \\\"remark\\\"\"";
    if (pick(60) == 0) design += ",\"f.a\":true";
    if (pick(60) == 0) design += ",\"nonsense\":1";
    if (pick(20) == 0) design += ",\"leeway\":1";
    if (pick(20) == 0) design += R"(,"determinations":[{"norm":"p.r0","by":"body","result":true}])";
    if (pick(20) == 0) design += R"(,"approvals":[{"norm":"p.a","result":"granted"}])";
    if (pick(20) == 0) {
      design += R"(,"reliefs":[{"norm":"p.r1","by":"body","until":"2026-01-01"}])";
    }
    if (pick(80) == 0) return "{" + design;
    return "{" + design + "}";
  }

 private:
  int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  static std::vector<std::string> yes_no_faults() { return {"null", "\"yes\"", "1", "\"true\""}; }

  std::string blocks() {
    static const std::vector<std::string> kBlocks = {"[]",
                                                     R"([{"length":90,"counts":true}])",
                                                     R"([{"length":30},{"counts":false}])",
                                                     R"("unknown")",
                                                     "null",
                                                     R"([{"length":"1 hour","counts":"unknown"}])"};
    return pick_of(kBlocks);
  }

  std::string pick_of(const std::vector<std::string>& values) {
    return values[static_cast<std::size_t>(pick(static_cast<int>(values.size())))];
  }

  // `plain` is read straight into columns, `rare` is right too, `bad` is a fault.
  void add(std::string& facts, const std::string& name, const std::vector<std::string>& plain,
           const std::vector<std::string>& rare, const std::vector<std::string>& bad) {
    const int kind = pick(300);
    if (kind < 60) return;
    std::string value = "\"unknown\"";
    if (kind >= 299) {
      value = pick_of(bad);
    } else if (kind >= 280 && !is_plain_ && !rare.empty()) {
      value = pick_of(rare);
    } else if (kind >= 90) {
      value = pick_of(plain);
    } else if (kind >= 75 && plain.front() != "true" && name != "y") {
      value = kind > 80 ? "null" : "\"not_applicable\"";
    }
    if (!facts.empty()) facts += ",";
    facts += "\"" + name + "\":" + value;
  }

  std::mt19937 random_;
  bool is_plain_ = true;
};

}  // namespace generated
