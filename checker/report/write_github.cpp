#include "checker/report/write_github.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "checker/report/digest.h"
#include "checker/report/summary.h"
#include "checker/report/text_parts.h"
#include "checker/report/verdict_message.h"
#include "checker/report/wording.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

constexpr std::size_t kMostNorms = 5;

// `%` and line breaks end or change a command.
std::string message_data(std::string_view text) {
  std::string result;
  for (const char c : dsl::printable_lines(text)) {
    switch (c) {
      case '%': result += "%25"; break;
      case '\r': result += "%0D"; break;
      case '\n': result += "%0A"; break;
      default: result += c;
    }
  }
  return result;
}

// Where properties stand, colon and comma separate, too.
std::string property_value(std::string_view text) {
  std::string result;
  for (const char c : message_data(dsl::printable(text))) {
    switch (c) {
      case ':': result += "%3A"; break;
      case ',': result += "%2C"; break;
      default: result += c;
    }
  }
  return result;
}

struct Annotation {
  Location place;
  std::string title;
  std::string message;
};

struct Kind {
  std::string_view command;
  std::string_view singular;  // what is counted where there are too many
  std::string_view plural;
};

void write(std::ostream& out, const Kind& kind, const Annotation& annotation) {
  out << "::" << kind.command << ' ';
  if (!annotation.place.file.empty()) {
    out << "file=" << property_value(annotation.place.file)
        << ",line=" << annotation.place.start.line << ",col=" << annotation.place.start.column
        << ',';
  }
  out << "title=" << property_value(annotation.title) << "::" << message_data(annotation.message)
      << '\n';
}

void write_all(std::ostream& out, const Kind& kind, const std::vector<Annotation>& annotations) {
  const bool too_many = annotations.size() > kMostAnnotations;
  const std::size_t shown = too_many ? kMostAnnotations - 1 : annotations.size();
  for (std::size_t i = 0; i < shown; ++i) write(out, kind, annotations[i]);
  if (!too_many) return;
  const std::size_t more = annotations.size() - shown;
  write(out, kind,
        {{},
         "Leeway",
         fmt::format("and {}; the summary of the run has them",
                     counted(more, fmt::format("more {}", kind.singular),
                             fmt::format("more {}", kind.plural)))});
}

struct VerdictOfDesign {
  const Report* report = nullptr;
  const VerdictEntry* verdict = nullptr;
};

Annotation annotation_of(const VerdictOfDesign& each) {
  const std::vector<Location> places = design_places(*each.verdict);
  Annotation annotation;
  annotation.place = main_place(places, *each.report);
  annotation.title = each.verdict->title;
  const std::string details = plain_text(message_lines(*each.verdict));
  annotation.message = status_text(*each.verdict) + (details.empty() ? "" : "\n") + details;
  return annotation;
}

// The verdicts that are meant, over all designs, the strongest conflicts first.
template <typename Meant>
std::vector<Annotation> verdicts_that(const RunReport& run, Meant meant) {
  std::vector<VerdictOfDesign> found;
  for (const Report& report : run.reports) {
    for (const VerdictEntry& verdict : report.verdicts) {
      if (verdict.main().shown && meant(verdict)) found.push_back({&report, &verdict});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    if (a.verdict->outcome != b.verdict->outcome) return a.verdict->outcome < b.verdict->outcome;
    if (a.verdict->known != b.verdict->known) return b.verdict->known;
    return stronger(*a.verdict, *b.verdict);
  });
  std::vector<Annotation> annotations;
  annotations.reserve(found.size());
  for (const VerdictOfDesign& each : found) annotations.push_back(annotation_of(each));
  return annotations;
}

std::vector<Annotation> faults(const RunReport& run, bool errors) {
  std::vector<Annotation> annotations;
  for (const dsl::Diagnostic& each : run.diagnostics) {
    if ((each.severity == dsl::Severity::Error) != errors) continue;
    annotations.push_back({location_of(each.span, run.sources),
                           std::string(dsl::info(each.kind).code),
                           each.message + (each.help.empty() ? "" : "\n") + each.help});
  }
  return annotations;
}

struct QuestionOfDesign {
  const Report* report = nullptr;
  OpenQuestion question;
  const Party* whom = nullptr;
};

Annotation annotation_of(const QuestionOfDesign& each) {
  Annotation annotation;
  annotation.place = {each.report->design_file, {1, 1}};
  for (const NeedEntry* need : each.question.facts) {
    if (need->location && !need->location->file.empty()) {
      annotation.place = *need->location;
      break;
    }
  }
  std::vector<std::string> facts;
  for (const NeedEntry* need : each.question.facts) facts.push_back(need->fact);
  std::vector<std::string> norms;
  for (const VerdictEntry* norm : each.question.norms) norms.push_back("\"" + norm->title + "\"");
  annotation.title = "Cannot tell" + (facts.empty() ? "" : ": " + listed(facts, kMostNorms));
  annotation.message = each.question.text;
  if (each.whom != nullptr) annotation.message += "\nask: " + each.whom->title;
  annotation.message +=
      fmt::format("\n{} on it: {}", counted(norms.size(), "norm hangs", "norms hang"),
                  listed(norms, kMostNorms));
  return annotation;
}

// Over all designs, the question with the most norms first.
std::vector<Annotation> questions(const RunReport& run) {
  std::vector<QuestionOfDesign> found;
  for (const Report& report : run.reports) {
    for (const QuestionGroup& group : questions_by_whom(report)) {
      for (const OpenQuestion& question : group.questions) {
        found.push_back({&report, question, group.whom});
      }
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.question.norms.size() > b.question.norms.size();
  });
  std::vector<Annotation> annotations;
  annotations.reserve(found.size());
  for (const QuestionOfDesign& each : found) annotations.push_back(annotation_of(each));
  return annotations;
}

void append(std::vector<Annotation>& to, std::vector<Annotation> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

void write_github(std::ostream& out, const RunReport& run, const ReportStyle&) {
  std::vector<Annotation> errors = faults(run, true);
  append(errors, verdicts_that(run, [](const VerdictEntry& verdict) {
           return verdict.outcome == Outcome::Conflict && verdict.fails;
         }));
  std::vector<Annotation> warnings = faults(run, false);
  append(warnings, verdicts_that(run, [](const VerdictEntry& verdict) {
           return (verdict.outcome == Outcome::Conflict && !verdict.fails) ||
                  verdict.outcome == Outcome::NeedsApproval ||
                  verdict.outcome == Outcome::NeedsJudgment;
         }));
  write_all(out, {"error", "conflict or fault", "conflicts or faults"}, errors);
  write_all(out, {"warning", "warning", "warnings"}, warnings);
  write_all(out, {"notice", "open question", "open questions"}, questions(run));
  // The rest is for those who read the log.
  for (const Report& report : run.reports) {
    const auto line = [&](const std::string& text) {
      if (!text.empty()) out << dsl::printable(report.design_file + ": " + text) << '\n';
    };
    line(totals_text(report.totals));
    line(baseline_text(report));
    line(filter_text(report));
  }
  out << dsl::printable(run.exit.line) << '\n';
}

}  // namespace checker
