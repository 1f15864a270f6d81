# assay_add_rules(TARGET RULES FILE-OR-FOLDER... [STATIC | SHARED | MODULE] [SYMBOL NAME])
#
# A library TARGET of the compiled tables of these rules; assay.h declares its rule set as assay_rules. With SYMBOL it has
# another name, `extern const struct assay_ruleset NAME;`, so that a program can hold several.
#   STATIC  (default) links Assay::assay_static to what links TARGET
#   SHARED  links Assay::assay to what links TARGET
#   MODULE  TARGET.so, for `assay --ruleset` and dlopen
#
# Folders are read for *.assay, recursively. A changed, new or removed rule file compiles the rules again; an error in them
# fails the build and leaves the old tables. Tables that did not change are not touched, so nothing else is built again.
#
# All tables are one C file. Their number depends on what the rules say, and a build system wants to know its outputs before
# it reads a rule: so nothing has to be configured again, and no list can be stale. The C compiler takes 0.1 s for 30 tables.
function(assay_add_rules target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "STATIC;SHARED;MODULE" "SYMBOL" "RULES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "assay_add_rules(${target}): what is '${arg_UNPARSED_ARGUMENTS}'? Say RULES before files and folders")
  endif()
  if(NOT arg_RULES)
    message(FATAL_ERROR "assay_add_rules(${target}): which rules? Say RULES and name files or folders")
  endif()
  set(kinds "${arg_STATIC};${arg_SHARED};${arg_MODULE}")
  list(FILTER kinds INCLUDE REGEX TRUE)
  list(LENGTH kinds kinds)
  if(kinds GREATER 1)
    message(FATAL_ERROR "assay_add_rules(${target}): STATIC, SHARED or MODULE, but one of them alone")
  endif()
  if(arg_MODULE AND arg_SYMBOL)
    message(FATAL_ERROR "assay_add_rules(${target}): a MODULE is looked up as assay_rules; it has no SYMBOL")
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "C" IN_LIST languages)
    message(FATAL_ERROR "assay_add_rules(${target}): the tables are C; add C to the LANGUAGES of the project")
  endif()

  set(rules)
  foreach(path IN LISTS arg_RULES)
    get_filename_component(path "${path}" ABSOLUTE)
    if(NOT EXISTS "${path}")
      message(FATAL_ERROR "assay_add_rules(${target}): there is no ${path}")
    endif()
    list(APPEND rules "${path}")
  endforeach()

  # Make goes by times alone: so the rules have a stamp, the tables keep their time, and a target of its own stands between.
  # Ninja wants to know that the tables are made, too.
  set(stem "${CMAKE_CURRENT_BINARY_DIR}/${target}")
  set(byproducts)
  set(symbol)
  if(arg_SYMBOL)
    set(symbol --symbol ${arg_SYMBOL})
  endif()
  if(CMAKE_GENERATOR MATCHES "Ninja")
    set(byproducts BYPRODUCTS "${stem}.c")
  endif()
  add_custom_command(
    OUTPUT "${stem}.stamp" ${byproducts}
    COMMAND Assay::assayc compile ${rules} --single "${stem}.c" ${symbol} --depfile "${stem}.d" --stamp "${stem}.stamp"
    DEPENDS "$<TARGET_FILE:Assay::assayc>"
    DEPFILE "${stem}.d"
    COMMENT "Compiling the rules of ${target}"
    VERBATIM)
  add_custom_target(${target}-rules DEPENDS "${stem}.stamp")
  set_source_files_properties("${stem}.c" PROPERTIES GENERATED TRUE)

  if(arg_SHARED)
    add_library(${target} SHARED "${stem}.c")
    target_link_libraries(${target} INTERFACE Assay::assay)
  elseif(arg_MODULE)
    add_library(${target} MODULE "${stem}.c")
    set_target_properties(${target} PROPERTIES PREFIX "")
  else()
    add_library(${target} STATIC "${stem}.c")
    target_link_libraries(${target} INTERFACE Assay::assay_static)
  endif()
  add_dependencies(${target} ${target}-rules)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON)
  target_include_directories(${target} PRIVATE "$<TARGET_PROPERTY:Assay::assay,INTERFACE_INCLUDE_DIRECTORIES>")
endfunction()
