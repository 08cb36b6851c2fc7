// Checks one design with the library: check RULES.rules DESIGN.json
#include <fstream>
#include <iostream>
#include <iterator>

#include <leeway/checker.h>

namespace {

std::string read_whole(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "check RULES.rules DESIGN.json\n";
    return 64;
  }
  std::string errors;
  const auto checker =
      leeway::Checker::load({{argv[1], read_whole(argv[1])}}, {"2026-09-01", ""}, errors);
  if (!checker) {
    std::cerr << errors;
    return 3;
  }
  std::cout << checker->check(read_whole(argv[2])) << '\n';
  return 0;
}
