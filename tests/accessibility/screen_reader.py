# SPDX-FileCopyrightText: 2026 The Timbre authors
# SPDX-License-Identifier: MIT
"""What a screen reader can see and do: windows as trees of names, roles, texts and actions, over AT-SPI.

No coordinate, no picture, no key: what cannot be reached here cannot be reached by people who hear their screen.
Debian's own Python is meant (gir1.2-atspi-2.0), below dbus-run-session.
"""

import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("TIMBRE_PATIENCE", "30"))  # seconds; a sanitizer build on a busy machine

# What people press, type into or choose from, and which therefore must have a name.
OPERABLE = {
    "push button", "toggle button", "radio button", "check box", "menu item", "check menu item", "radio menu item",
    "text", "password text", "combo box", "spin button", "slider", "list", "list item", "tree", "tree item",
    "table cell", "page tab", "link", "menu", "dialog",
}


class Missing(AssertionError):
    """Something a person was to find is not there."""


def start_display():
    """A private X server on a free display; returns its process."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as numbers:
        os.environ["DISPLAY"] = ":" + numbers.readline().strip()
    return server


def wait_for(look, what, patience=PATIENCE):
    """The first truthy value of look(); it is asked again and again until it has one."""
    limit = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:  # went away while we looked at it
            found = None
        if found:
            return found
        if time.monotonic() > limit:
            raise Missing(what() if callable(what) else what)
        time.sleep(0.05)


def steadily(look):
    """What look() says, asked again if something went away while it looked."""
    for _ in range(100):
        try:
            return look()
        except GLib.Error:
            time.sleep(0.05)
    return look()


class Program:
    """One program on the accessibility bus, told from others by its process id."""

    def __init__(self, pid):
        self.pid = pid

    def root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.pid:
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def everything(self):
        """All that is shown now, depth first."""
        root = self.root()
        if root:
            for i in range(root.get_child_count()):
                yield from shown_below(root.get_child_at_index(i))

    def find(self, role, name, inside=None):
        """The thing of this role whose name fulfils name(), or is it. Waits for it."""
        fits = name if callable(name) else lambda text: text == name

        def look():
            things = shown_below(inside) if inside else self.everything()
            return next((thing for thing in things if thing.get_role_name() == role and fits(thing.get_name())), None)

        return wait_for(look, lambda: f"no {role} {'that fits' if callable(name) else repr(name)}; there are:\n"
                        + "\n".join(self.lines()))

    def press(self, role, name, inside=None):
        """Does what the thing offers first: press or toggle. Waits until it offers one."""
        thing = self.find(role, name, inside)

        def action():
            offers = [thing.get_action_name(i) for i in range(thing.get_n_actions())]
            return next(((offers.index(wanted),) for wanted in ("Press", "Toggle") if wanted in offers), None)

        (index,) = wait_for(action, lambda: f"{role} {thing.get_name()!r} can be found, but not pressed")
        thing.do_action(index)

    def type(self, name, text, role="text"):
        field = self.find(role, name)
        if not field.get_editable_text_iface().set_text_contents(text):
            raise Missing(f"{role} {name!r} takes no text")

    def rows(self, name):
        """The rows of a list, as they are read aloud."""
        def look():
            roster = self.find("list", name)
            rows = [roster.get_child_at_index(i) for i in range(roster.get_child_count())]
            return [spoken(row.get_name()) for row in rows if row]

        return steadily(look)

    def nameless(self):
        """What can be operated and has no name: each as the way that leads to it."""
        def look():
            return [path_of(thing) for thing in self.everything()
                    if thing.get_role_name() in OPERABLE and not thing.get_name()
                    and thing.get_state_set().contains(Atspi.StateType.ENABLED)]

        return steadily(look)

    def lines(self):
        return steadily(lambda: [f"  {thing.get_role_name()} {thing.get_name()!r}" for thing in self.everything()])


def spoken(text):
    """Without the marks that keep names of other scripts apart, which nobody hears."""
    return "".join(letter for letter in text if letter not in "\u2066\u2067\u2068\u2069")


def shown_below(thing):
    if thing is None or not thing.get_state_set().contains(Atspi.StateType.VISIBLE):
        return
    if thing.get_state_set().contains(Atspi.StateType.SHOWING) or thing.get_role_name() in ("frame", "dialog"):
        yield thing
    for i in range(thing.get_child_count()):
        yield from shown_below(thing.get_child_at_index(i))


def path_of(thing):
    parts = []
    while thing is not None and thing.get_role_name() != "application":
        parts.append(f"{thing.get_role_name()} {thing.get_name()!r}")
        thing = thing.get_parent()
    return " < ".join(parts)
