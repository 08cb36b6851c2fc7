#!/usr/bin/env bash
# Checks the designs that a branch changes, and fails on conflicts that its base does not have:
# check_changed.sh BASE [PATHSPEC...]
#
# BASE is a commit; the pathspecs say which files are designs (default: designs/*.yaml and
# designs/*.json). Where a rule file changes, all designs are checked. Reports go to the folder
# $LEEWAY_REPORTS (default: leeway-reports): report.sarif, report.junit.xml, report.md, report.json.
# $LEEWAY is the program, $LEEWAY_OPTIONS more options for it, one a line, and
# $LEEWAY_FAIL_ON_UNDECIDED=true lets a design fail that is not decided. Runs at the root of the
# repository, under GitHub Actions or by hand.
set -euo pipefail

leeway=$(realpath -- "$(command -v -- "${LEEWAY:-leeway}")")
reports=${LEEWAY_REPORTS:-leeway-reports}
base=$(git merge-base "${1:?say which commit the branch comes from}" HEAD)
shift
[[ $# -gt 0 ]] || set -- 'designs/*.yaml' 'designs/*.json'
mapfile -t options < <(printf '%s' "${LEEWAY_OPTIONS-}" | sed '/^[[:space:]]*$/d')

if [[ $(git diff --name-only "$base" HEAD -- '*.rules') ]]; then
  mapfile -d '' designs < <(git ls-files -z -- "$@")
else
  mapfile -d '' designs < <(git diff -z --no-renames --name-only --diff-filter=d "$base" HEAD -- "$@")
fi
if [[ ${#designs[@]} -eq 0 ]]; then
  echo "No design changes."
  exit 0
fi

mkdir -p "$reports"
old=$(mktemp -d)
trap 'git worktree remove --force "$old/tree" 2>/dev/null || true; rm -rf "$old"' EXIT

# What the base says of the same designs; where it cannot say anything, every conflict is new.
git worktree add --quiet --detach "$old/tree" "$base"
before=()
for design in "${designs[@]}"; do
  [[ ! -e $old/tree/$design ]] || before+=("$design")
done
baseline=()
if [[ ${#before[@]} -gt 0 ]]; then
  (cd "$old/tree" &&
    "$leeway" check "${options[@]}" --format "json=$old/baseline.json" -- "${before[@]}") \
    >/dev/null 2>&1 || true
  [[ ! -s $old/baseline.json ]] || baseline=(--baseline "$old/baseline.json")
fi

# What is written here holds texts of designs: until the token comes, GitHub takes none of it for a
# command.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
[[ ! ${GITHUB_ACTIONS-} ]] || echo "::stop-commands::$token"
status=0
"$leeway" check "${options[@]}" "${baseline[@]}" --format text \
  --format "github=$old/annotations" --format "sarif=$reports/report.sarif" \
  --format "junit=$reports/report.junit.xml" --format "markdown=$reports/report.md" \
  --format "json=$reports/report.json" -- "${designs[@]}" 2>&1 || status=$?
[[ ! ${GITHUB_ACTIONS-} ]] || echo "::$token::"
[[ ! -f $old/annotations ]] || cat "$old/annotations"

if [[ $status -eq 2 && ${LEEWAY_FAIL_ON_UNDECIDED-} != true ]]; then
  echo "What is not decided does not fail this check."
  status=0
fi
exit "$status"
