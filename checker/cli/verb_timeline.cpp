#include "checker/cli/verbs.h"
namespace checker {
ExitStatus run_timeline(const TimelineCommand&, const Streams&) { return ExitStatus::Internal; }
}  // namespace checker
