#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Timbre authors
# SPDX-License-Identifier: MIT
"""roster_aloud.py TIMBRE TIMBRE-NODE TIMBRE-CLI [--hanging]: somebody who hears the screen uses Timbre for the first time.

Creates an account at a real node, sets Busy with a mood, adds a contact and reads the roster aloud, by names and
actions only. Then asks the other side what it saw. Ends with 1 at the first thing that cannot be found or has no name.
With --hanging the desktop's keychain, notifications, portal and idle time are there and never answer.
"""

import os
import signal
import subprocess
import sys
import tempfile

import screen_reader
from screen_reader import Missing, Program, wait_for

PASSWORD = "correct horse"
MOOD = "In a meeting"
HANGING = """
import dbus, time
bus = dbus.SessionBus()
for name in ("org.freedesktop.secrets", "org.freedesktop.Notifications", "org.freedesktop.portal.Desktop",
             "org.gnome.Mutter.IdleMonitor", "org.freedesktop.ScreenSaver"):
    bus.request_name(name)
print("there", flush=True)
time.sleep(3600)
"""


class Person:
    """A friend at the command line."""

    def __init__(self, cli, server, name):
        self.words = [cli, "--server", server, "--account", name]
        self.environment = dict(os.environ, TIMBRE_PASSWORD=PASSWORD)

    def do(self, *words):
        done = subprocess.run([*self.words, *words], env=self.environment, text=True, capture_output=True, timeout=60)
        return done.stdout if done.returncode == 0 else None

    def start(self, *words):
        return subprocess.Popen([*self.words, *words], env=self.environment, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)


def check_names(timbre, where):
    nameless = timbre.nameless()
    if nameless:
        raise Missing(f"{where}: without a name:\n" + "\n".join("  " + path for path in nameless))
    print(f"  ({where}: everything has a name)")


def run(timbre_program, node_program, cli, hanging, folder, processes):
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    node = subprocess.Popen([node_program, "--listen", "127.0.0.1:0", "--data", folder + "/node"],
                            stdout=subprocess.PIPE, text=True)
    processes.append(node)
    server = node.stdout.readline().split()[-1]
    bob = Person(cli, server, "bob")
    if bob.do("register") is None:
        raise Missing("bob could not register")

    if hanging:
        processes.append(subprocess.Popen([sys.executable, "-c", HANGING], stdout=subprocess.PIPE, text=True))
        if processes[-1].stdout.readline() != "there\n":
            raise Missing("the services that never answer could not be started (python3-dbus)")

    program = subprocess.Popen([timbre_program, "--profile", folder + "/profile", "--language", "en"],
                               env=environment)
    processes.append(program)
    timbre = Program(program.pid)

    print("The first window:")
    timbre.find("push button", "Create account")
    check_names(timbre, "the three choices")
    timbre.press("push button", "Create account")
    timbre.find("text", "Server address")
    check_names(timbre, "the form")
    timbre.type("Server address", server)
    timbre.type("Name", "anna")
    timbre.type("Password", PASSWORD, role="password text")
    if not hanging:
        timbre.press("check box", "Remember the password")
    timbre.press("push button", "Create account")
    timbre.find("push button", "My status: Chat")
    check_names(timbre, "the main window")

    print("Busy, with a mood:")
    timbre.press("push button", "My status: Chat")
    timbre.find("menu item", "Busy")
    check_names(timbre, "the status menu")
    timbre.press("menu item", "Busy")
    timbre.find("push button", "My status: Busy")
    timbre.press("push button", "Set a mood")
    timbre.type("Mood", MOOD)
    check_names(timbre, "the mood editor")
    timbre.press("push button", "Apply the mood")
    timbre.find("push button", "My mood: " + MOOD)

    print("A contact:")
    timbre.press("push button", "Add contact")
    timbre.type("Account or id", "bob")
    timbre.type("Message", "It is Anna")
    check_names(timbre, "the dialog that adds contacts")
    timbre.press("push button", "Send request")
    wait_for(lambda: any(row.startswith("bob") for row in timbre.rows("Contacts")), "bob is not in the roster")
    wait_for(lambda: bob.do("contact", "accept", "anna") is not None,
             lambda: "bob was not asked; there are:\n" + "\n".join(timbre.lines()))

    processes.append(bob.start("status", "away", "--mood", "Walking the dog", "--stay"))

    print("The roster, read aloud:")

    def bobs_row():
        return next((row for row in timbre.rows("Contacts") if row.startswith("bob")), "")

    wait_for(lambda: "Away" in bobs_row() and "Walking the dog" in bobs_row(),
             lambda: "bob is not read as away with his mood; the rows are:\n  " + "\n  ".join(timbre.rows("Contacts")))
    wait_for(lambda: not timbre.rows("Contacts")[0].startswith("Offline"), "bob stands among those who are offline")
    for row in timbre.rows("Contacts"):
        print("  »" + row + "«")
    check_names(timbre, "the roster")

    seen = wait_for(lambda: next((line for line in (bob.do("roster") or "").splitlines() if MOOD in line), None),
                    "bob does not see anna's mood")
    if "busy" not in seen.lower():
        raise Missing(f"bob does not see that anna is busy, but {seen!r}")
    print("Bob sees:\n  " + " ".join(seen.split()))

    print("Changes told aloud:")
    timbre.press("push button", "Menu")
    check_names(timbre, "the menu")
    timbre.press("menu item", "Tell changes to screen readers")
    timbre.find("notification", "Changes are told from now on")

    print("Every other window:")
    timbre.press("push button", "Menu")
    timbre.press("menu item", "About Timbre")
    window = timbre.find("dialog", "About Timbre")
    check_names(timbre, "the window about Timbre")
    timbre.press("push button", "Close", inside=window)
    timbre.press("push button", "My status: Busy")
    timbre.press("menu item", lambda name: name.startswith("Weekly schedule"))
    window = timbre.find("dialog", lambda name: "schedule" in name.lower())
    check_names(timbre, "the weekly schedule")
    timbre.press("push button", "Cancel", inside=window)
    timbre.press("push button", "Menu")
    timbre.press("menu item", "Settings")
    timbre.find("dialog", "Settings")
    check_names(timbre, "the settings")

    timbre.press("push button", "Menu")
    timbre.press("menu item", "Quit")
    program.wait(timeout=screen_reader.PATIENCE)
    if program.returncode != 0:
        raise Missing(f"Timbre ended with {program.returncode}")


def main():
    hanging = sys.argv[4:] == ["--hanging"]
    if len(sys.argv) != 4 and not hanging:
        sys.exit("usage: roster_aloud.py TIMBRE TIMBRE-NODE TIMBRE-CLI [--hanging]")
    processes = [screen_reader.start_display()]
    try:
        with tempfile.TemporaryDirectory() as folder:
            try:
                run(*sys.argv[1:4], hanging, folder, processes)
            finally:
                for process in reversed(processes[1:]):
                    if process.poll() is None:
                        process.send_signal(signal.SIGTERM)
                        try:
                            process.wait(timeout=10)
                        except subprocess.TimeoutExpired:
                            process.kill()
                            process.wait()
    except Missing as problem:
        print(f"MISSING: {problem}", file=sys.stderr)
        return 1
    finally:
        processes[0].terminate()
        processes[0].wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
