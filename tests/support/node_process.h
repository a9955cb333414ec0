// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QStringList>

#include <csignal>

namespace timbre::test {

// The program timbre-node, serving or doing one command. Kills what it started.
class NodeProcess
{
public:
    struct Ended {
        int code = -1;
        QByteArray output;
        QByteArray errors;
    };
    static constexpr int patience = 20'000; // milliseconds; a loaded machine hashes slowly

    explicit NodeProcess(const QStringList &arguments, const QStringList &environment = {})
    {
        if (!environment.isEmpty())
            m_process.setEnvironment(QProcess::systemEnvironment() + environment);
        m_process.start(QStringLiteral(TIMBRE_NODE), arguments);
        while (!m_output.contains("/tim\n") && m_process.waitForReadyRead(patience))
            m_output += m_process.readAllStandardOutput();
    }
    ~NodeProcess()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished(patience);
        }
    }
    NodeProcess(const NodeProcess &) = delete;
    NodeProcess &operator=(const NodeProcess &) = delete;

    static QStringList serving(const QString &folder)
    {
        return {QStringLiteral("--data"), folder, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    }
    // Runs to its end with `input` on standard input.
    static Ended run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(QStringLiteral(TIMBRE_NODE), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(patience))
            process.kill();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    quint16 port() const
    {
        const qsizetype end = m_output.indexOf("/tim\n");
        const qsizetype colon = m_output.lastIndexOf(':', end);
        return end < 0 ? quint16(0) : m_output.mid(colon + 1, end - colon - 1).toUShort();
    }
    // Everything on standard output until it was ready.
    QByteArray output() const { return m_output; }
    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    // After SIGTERM.
    Ended stop()
    {
        signal(SIGTERM);
        m_process.waitForFinished(patience);
        return {m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1, m_output,
                m_errors + m_process.readAllStandardError()};
    }
    // True once standard error holds `words`.
    bool saysError(const QByteArray &words)
    {
        m_process.setReadChannel(QProcess::StandardError);
        m_errors += m_process.readAllStandardError();
        while (!m_errors.contains(words) && m_process.waitForReadyRead(patience))
            m_errors += m_process.readAllStandardError();
        return m_errors.contains(words);
    }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace timbre::test
