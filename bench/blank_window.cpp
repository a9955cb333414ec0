// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT

// The floor of bench_first_window: what Qt itself needs for an empty window.
#include <QApplication>
#include <QWidget>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(440, 560);
    window.show();
    return QApplication::exec();
}
