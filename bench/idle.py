#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Timbre authors
# SPDX-License-Identifier: MIT
"""idle.py TIMBRE TIMBRE-NODE TIMBRE-CLI [--contacts N] [--online N] [--seconds S]

What the desktop program costs while nothing happens: signed in at a real node with N contacts, some of them online,
its window first shown, then hidden (minimised). Prints wake-ups per second and the share of one core, beside the goal.
Wants Xvfb, openbox and xdotool. Wake-ups are voluntary context switches of all threads: how often one of them slept and
was woken. Ends with 1 if the hidden window misses the goal.
"""

import argparse
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

GOAL_PERCENT = 0.3  # of one core, hidden
PASSWORD = "correct horse"


def cost_of(pid):
    """Seconds of CPU and voluntary context switches since the program began."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    wakes = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                wakes += int(line.split()[1])
    return ticks / os.sysconf("SC_CLK_TCK"), wakes


def run_time_of(pid):
    """Nanoseconds on a core, finer than the ticks above."""
    return sum(int((task / "schedstat").read_text().split()[0])
               for task in pathlib.Path(f"/proc/{pid}/task").iterdir())


def measure(pid, seconds, what):
    run, (_, wakes) = run_time_of(pid), cost_of(pid)
    begin = time.monotonic()
    time.sleep(seconds)
    took = time.monotonic() - begin
    percent = (run_time_of(pid) - run) / 1e9 / took * 100
    rate = (cost_of(pid)[1] - wakes) / took
    print(f"{what:<16} {rate:8.2f} wake-ups/s   {percent:7.3f} % of a core   "
          f"(goal < {GOAL_PERCENT} %: {percent / GOAL_PERCENT:.2f} of it)", flush=True)
    return percent


def befriend(database, me, friends, wanted):
    """Writes the rest of the contacts straight into the node's database: accounts without a life of their own."""
    with sqlite3.connect(database) as connection:
        (hash_of_me,) = connection.execute("SELECT hash FROM account WHERE node = ?", (me,)).fetchone()
        nodes = list(friends)
        for number in range(wanted - len(friends)):
            node = f"Idle{number:07d}".replace("0", "z")
            nodes.append(node)
            connection.execute("INSERT INTO account(node, name, domain, hash, createtime) VALUES (?, ?, '', ?, 0)",
                               (node, f"contact {number}", hash_of_me))
        for node in nodes:
            connection.execute("INSERT OR REPLACE INTO relation(a, b, a_stance, b_stance) VALUES (?, ?, 1, 1)",
                               (min(me, node), max(me, node)))


def start_node(program, folder):
    node = subprocess.Popen([program, "--listen", "127.0.0.1:0", "--data", folder], stdout=subprocess.PIPE, text=True)
    return node, node.stdout.readline().split()[-1]


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("timbre")
    parser.add_argument("node")
    parser.add_argument("cli")
    parser.add_argument("--contacts", type=int, default=1000)
    parser.add_argument("--online", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--settle", type=float, default=90, help="the repeated first broadcast is over by then")
    chosen = parser.parse_args()

    processes = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder
        os.environ["HOME"] = folder
        environment = dict(os.environ, TIMBRE_PASSWORD=PASSWORD)
        try:
            read, write = os.pipe()
            processes.append(subprocess.Popen(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                pass_fds=[write], stderr=subprocess.DEVNULL))
            os.close(write)
            with os.fdopen(read) as numbers:
                environment["DISPLAY"] = ":" + numbers.readline().strip()
            processes.append(subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL))

            def cli(server, name, *words, **more):
                return [chosen.cli, "--server", server, "--account", name, *words]

            node, server = start_node(chosen.node, folder + "/node")
            names = ["me"] + [f"friend{number}" for number in range(chosen.online)]
            nodes = [subprocess.check_output(cli(server, name, "register"), env=environment, text=True).split()[-1]
                     for name in names]
            stop(node)
            database = next(path for path in pathlib.Path(folder, "node").glob("*.db"))
            befriend(database, nodes[0], nodes[1:], chosen.contacts)
            node, server = start_node(chosen.node, folder + "/node")
            processes.append(node)
            for name in names[1:]:
                processes.append(subprocess.Popen(cli(server, name, "status", "chat", "--stay"), env=environment,
                                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            password = pathlib.Path(folder, "password")
            password.write_text(PASSWORD + "\n")
            password.chmod(0o600)
            timbre = subprocess.Popen([chosen.timbre, "--profile", folder + "/profile", "--sign-in", server, "--user",
                                       "me", "--password-file", str(password)],
                                      env=dict(environment, QT_QPA_PLATFORM="xcb"))
            processes.append(timbre)
            window = subprocess.check_output(
                ["xdotool", "search", "--sync", "--onlyvisible", "--name", "me — Timbre"],
                env=environment, text=True, timeout=60).split()[0]
            time.sleep(chosen.settle)
            contacts = sum(
                sqlite3.connect(path).execute("SELECT count(*) FROM contacts").fetchone()[0]
                for path in pathlib.Path(folder, "profile", "accounts").glob("*/profile.db"))
            print(f"{contacts} contacts, {chosen.online} of them online; {chosen.seconds:.0f} s each", flush=True)
            measure(timbre.pid, chosen.seconds, "window shown")
            subprocess.check_call(["xdotool", "windowminimize", "--sync", window], env=environment)
            time.sleep(2)
            hidden = measure(timbre.pid, chosen.seconds, "window hidden")
            return 0 if hidden < GOAL_PERCENT and contacts == chosen.contacts else 1
        finally:
            for process in reversed(processes):
                stop(process)


if __name__ == "__main__":
    sys.exit(main())
