// The entry point of the unit and property tests, kept apart because it compiles slowly.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
