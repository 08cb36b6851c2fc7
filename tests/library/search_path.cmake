# Fails when the program would look for its libraries in the working folder, where anybody may have
# put one: cmake -DPROGRAM=leeway -P search_path.cmake
cmake_minimum_required(VERSION 3.25)

file(READ_ELF ${PROGRAM} RPATH rpath RUNPATH runpath)
set(path "${rpath}${runpath}")
# An entry that is empty or does not begin at the root; CMake parts entries with semicolons.
if(path MATCHES "^[;:]|[;:][;:]|[;:]$|(^|[;:])[^/;:]")
  message(FATAL_ERROR "${PROGRAM} looks for its libraries in `${path}`")
endif()
