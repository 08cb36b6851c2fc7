// Dates and times of day as people write them elsewhere.
#include "dsl/core/other_notations.h"

#include <catch2/catch.hpp>

using dsl::date_meant;
using dsl::time_meant;

TEST_CASE("a date of another form is given in the form of the language") {
  for (const char* text :
       {"8/5/2027", "8-5-2027", "2027-8-5", "2027/8/5", "August 5, 2027", "Aug. 5 2027",
        "Aug 5th, 2027", "5 August 2027", "\"8/5/2027\"", "8/5/2027 until 2028-06-30"}) {
    INFO(text);
    CHECK(date_meant(text) == "2027-08-05");
  }
  for (const char* text : {"", "2027", "August 2027", "16/8/2027", "8/16/27", "2/29/2027", "soon",
                           "August", "5", "8/5/20271"}) {
    INFO(text);
    CHECK_FALSE(date_meant(text));
  }
}

TEST_CASE("a time of another form is given in the form of the language") {
  for (const char* text :
       {"8:30am", "8:30 AM", "8:30 a.m.", "8.30 am", "08:30 A.M", "\"8:30 am\""}) {
    INFO(text);
    CHECK(time_meant(text) == "8:30 am");
  }
  CHECK(time_meant("8am") == "8:00 am");
  CHECK(time_meant("12 PM") == "12:00 pm");
  CHECK(time_meant("12:15 am") == "12:15 am");
  CHECK(time_meant("noon") == "12:00 pm");
  CHECK(time_meant("midnight") == "12:00 am");
  for (const char* text : {"", "8", "8:30", "13 pm", "8:75 am", "am", "late", "8 apples"}) {
    INFO(text);
    CHECK_FALSE(time_meant(text));
  }
}
