# Debian packages, built by scripts/package (CPack): the desktop program, and beside it the node and the command-line
# client for machines without a desktop. install() names the component; what every package needs is installed here.
set(timbre_components desktop node cli)

find_program(GZIP gzip REQUIRED)
set(packaging ${CMAKE_CURRENT_BINARY_DIR}/packaging)
file(MAKE_DIRECTORY ${packaging})
configure_file(${PROJECT_SOURCE_DIR}/packaging/debian/changelog.in ${packaging}/changelog @ONLY)
# -n leaves out the time, so that two builds give one file.
execute_process(COMMAND ${GZIP} -9 -n -c ${packaging}/changelog OUTPUT_FILE ${packaging}/changelog.gz
  COMMAND_ERROR_IS_FATAL ANY)

# timbre_man(COMPONENT PAGE...): pages of docs/man, compressed as Debian wants them.
function(timbre_man component)
  foreach(page ${ARGN})
    string(REGEX REPLACE "^.*\\." "" section ${page})
    execute_process(COMMAND ${GZIP} -9 -n -c ${PROJECT_SOURCE_DIR}/docs/man/${page}
      OUTPUT_FILE ${packaging}/${page}.gz COMMAND_ERROR_IS_FATAL ANY)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
      ${PROJECT_SOURCE_DIR}/docs/man/${page})
    install(FILES ${packaging}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT ${component})
  endforeach()
endfunction()

# timbre_package(COMPONENT PACKAGE SECTION SUMMARY DESCRIPTION)
function(timbre_package component package section summary description)
  string(TOUPPER ${component} key)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_DESCRIPTION "${summary}\n${description}" PARENT_SCOPE)
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/debian/copyright ${packaging}/changelog.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endfunction()

timbre_package(desktop timbre net "presence-first desktop messenger for tim"
"Timbre shows who of your contacts is there and tells them how you are: one
click changes the status, and their rosters show it at once. It signs in at
any tim 2.x server or cluster, or starts a small server of its own on this
computer.")
timbre_package(node timbre-node net "small tim-compatible messaging server"
"A server for one machine or one office that speaks the protocol of tim
clients: accounts, contacts, presence, messages, rooms and streams, kept in
one SQLite file.")
timbre_package(cli timbre-cli net "command-line client for tim"
"Signs in at a tim server from scripts and terminals: tells and watches
presence, sends and reads messages, works with contacts, rooms and files.")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME timbre)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own, and CPack would put this one before it
set(CPACK_PACKAGE_VENDOR "The Timbre authors")
set(CPACK_PACKAGE_CONTACT "The Timbre authors <timbre-authors@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://github.com/timbre-im/timbre")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL ${timbre_components})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins that shlibdeps cannot see.
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins, libsecret-1-0")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "qt6-wayland, fonts-noto-color-emoji, sound-theme-freedesktop, gnome-keyring | kwalletmanager")
set(CPACK_DEBIAN_NODE_PACKAGE_DEPENDS "libqt6sql6-sqlite")
include(CPack)
