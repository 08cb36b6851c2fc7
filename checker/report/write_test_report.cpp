#include <string_view>

#include "checker/report/location.h"
#include "checker/report/test_report.h"
#include "checker/report/wording.h"
#include "dsl/text/display_text.h"
#include <fmt/core.h>

namespace checker {
namespace {

// Longer texts are cut: the place says where the rest stands.
constexpr int kMaxQuoted = 60;

std::string place_of(dsl::Span span, const dsl::SourceMap& sources) {
  const Location location = location_of(span, sources);
  return fmt::format("{}:{}", location.file, location.start.line);
}

std::string quoted(dsl::Span span, const dsl::SourceMap& sources) {
  return "`" + text_on_one_line(span, sources) + "`";
}

std::string part_words(const PartCoverage& part, const dsl::SourceMap& sources) {
  switch (part.kind) {
    case PartKind::Applicability: return "the condition under which it applies";
    case PartKind::Requirement: return "the requirement";
    case PartKind::Alternative: return "the alternative " + quoted(part.span, sources);
    case PartKind::Exception: return "the exception \"" + part.title + "\"";
  }
  return {};
}

std::string_view unseen_words(const PartCoverage& part) {
  if (!part.seen_true && !part.seen_false) return "never seen true or false";
  return part.seen_true ? "never seen false" : "never seen true";
}

std::string share_text(const Share& share) {
  return fmt::format("{} of {} ({})", share.seen, share.all, percent_text(share));
}

}  // namespace

std::string text_on_one_line(dsl::Span span, const dsl::SourceMap& sources) {
  return dsl::cut_to_width(on_one_line(sources.text(span)), kMaxQuoted);
}

std::string percent_text(const Share& share) {
  const std::size_t tenths = share.all == 0 ? 1000 : share.seen * 1000 / share.all;
  return tenths % 10 == 0 ? fmt::format("{}%", tenths / 10)
                          : fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

void write_coverage(std::ostream& out, const Coverage& coverage, const dsl::Program& program,
                    const dsl::SourceMap& sources) {
  for (const NormCoverage& norm : coverage.norms) {
    const dsl::Norm& declared = program.norm(norm.norm);
    if (norm.expectations == 0) {
      out << declared.name << "\n  " << place_of(declared.name_span, sources)
          << ": no test expects anything of it\n";
      continue;
    }
    bool named = false;
    for (const PartCoverage& part : norm.parts) {
      if (part.seen_true && part.seen_false) continue;
      if (!named) out << declared.name << '\n';
      named = true;
      out << "  " << place_of(part.span, sources) << ": " << part_words(part, sources) << " was "
          << unseen_words(part) << '\n';
    }
  }
  out << "norms with a test: " << share_text(coverage.norms_covered()) << '\n'
      << "branches seen: " << share_text(coverage.branches_covered()) << '\n';
}

void write_mutation(std::ostream& out, const MutationRun& run, const dsl::SourceMap& sources) {
  for (const Mutation& survivor : run.survivors) {
    out << place_of(survivor.span, sources) << ": " << survivor.owner << ": `" << survivor.from
        << "` to `" << survivor.to << '`';
    if (survivor.within) out << " in " << quoted(*survivor.within, sources);
    out << '\n';
  }
  const Share survived{run.survivors.size(), run.mutants};
  out << run.mutants << (run.mutants == 1 ? " mutant, " : " mutants, ") << run.noticed
      << " noticed, " << run.survivors.size() << " not noticed ("
      << (run.mutants == 0 ? "0%" : percent_text(survived)) << ")\n";
}

}  // namespace checker
