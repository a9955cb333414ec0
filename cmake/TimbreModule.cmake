# timbre_module(NAME SOURCES ... [FORMS ...] LINK ... [PRIVATE_LINK ...])
# makes the static library timbre_NAME with the alias timbre::NAME and the include root src/. LINK is the
# module's line in the table of docs/ARCHITECTURE.md: what is not named there cannot be included.
# Sources and forms are remembered for lupdate.
function(timbre_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;FORMS;LINK;PRIVATE_LINK" ${ARGN})
  add_library(timbre_${name} STATIC ${ARG_SOURCES})
  add_library(timbre::${name} ALIAS timbre_${name})
  target_include_directories(timbre_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(timbre_${name} PUBLIC ${ARG_LINK} PRIVATE timbre_flags ${ARG_PRIVATE_LINK})
  list(TRANSFORM ARG_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  list(TRANSFORM ARG_FORMS PREPEND ${PROJECT_SOURCE_DIR}/forms/)
  set_property(GLOBAL APPEND PROPERTY TIMBRE_TR_SOURCES ${ARG_SOURCES} ${ARG_FORMS})
  if(ARG_FORMS)
    target_sources(timbre_${name} PRIVATE ${ARG_FORMS})
    set_target_properties(timbre_${name} PROPERTIES
      AUTOUIC ON AUTOUIC_SEARCH_PATHS ${PROJECT_SOURCE_DIR}/forms)
  endif()
endfunction()

# timbre_test(TIER/NAME LINK ...): tests/TIER/tst_NAME.cpp as the ctest case TIER/NAME, headless.
# LAUNCHER is a command that starts it, such as dbus-run-session. Every test gets its own empty home, so that nothing of the developer's data is read or written.
function(timbre_test path)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;SOURCES;LAUNCHER" ${ARGN})
  get_filename_component(tier ${path} DIRECTORY)
  get_filename_component(name ${path} NAME)
  set(target tst_${tier}_${name})
  add_executable(${target} ${PROJECT_SOURCE_DIR}/tests/${tier}/tst_${name}.cpp ${ARG_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE ${ARG_LINK} Qt6::Test timbre_flags)
  target_compile_definitions(${target} PRIVATE
    TIMBRE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TIMBRE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  add_test(NAME ${path} COMMAND ${ARG_LAUNCHER} $<TARGET_FILE:${target}>)
  if(NOT TARGET tests_${tier})
    add_custom_target(tests_${tier}) # all of a tier, for those who need no more
  endif()
  add_dependencies(tests_${tier} ${target})
  set(home ${PROJECT_BINARY_DIR}/test-home/${path})
  file(MAKE_DIRECTORY ${home}/run)
  file(CHMOD ${home}/run DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  set_tests_properties(${path} PROPERTIES LABELS ${tier} TIMEOUT ${ARG_TIMEOUT} ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;HOME=${home};XDG_RUNTIME_DIR=${home}/run;XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_CACHE_HOME=${home}/cache;DBUS_SESSION_BUS_ADDRESS=disabled:;QT_FATAL_CRITICALS=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp")
endfunction()
