# Adds one CTest test for each golden case below tests/golden; read by ctest at the start of a run.
# Needs `runner` and `leeway` (programs) and `root` (the repository).
file(GLOB_RECURSE files RELATIVE ${root}/tests/golden
  ${root}/tests/golden/*.rules ${root}/tests/golden/*.yaml ${root}/tests/golden/*.args
  ${root}/tests/golden/*.eval)
set(cases)
foreach(file IN LISTS files)
  file(STRINGS ${root}/tests/golden/${file} first LIMIT_COUNT 1)
  if(NOT first MATCHES "^# part")
    # `x.rules` and its sidecar `x.args` are one case; a table of expressions keeps its ending.
    string(REGEX REPLACE "\\.(rules|yaml|args)$" "" case ${file})
    list(APPEND cases ${case})
  endif()
endforeach()
list(REMOVE_DUPLICATES cases)
foreach(case IN LISTS cases)
  add_test(golden/${case} ${runner} ${leeway} ${root} ${case})
  set_tests_properties(golden/${case} PROPERTIES LABELS golden)
endforeach()
add_test(golden/orphans ${runner} --orphans ${root})
set_tests_properties(golden/orphans PROPERTIES LABELS golden)
