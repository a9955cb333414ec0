// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#pragma once

#include "node/node.h"
#include "support/test_certificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

namespace timbre::test {

// A real node behind a certificate that nobody vouches for, which can be changed while it runs.
class TlsNode
{
public:
    explicit TlsNode(const TestCertificate &certificate)
    {
        install(certificate);
        node::NodeConfig config;
        config.dataFolder = m_folder.filePath(QStringLiteral("node"));
        config.certificate = m_folder.filePath(QStringLiteral("cert.pem"));
        config.certificateKey = m_folder.filePath(QStringLiteral("key.pem"));
        auto started = node::Node::start(config);
        if (started)
            m_node = std::move(*started);
    }

    bool isRunning() const { return m_node != nullptr; }
    QUrl url() const { return QUrl(m_node->url()); }
    bool change(const TestCertificate &certificate)
    {
        install(certificate);
        return m_node->reloadCertificate().hasValue();
    }

private:
    void install(const TestCertificate &certificate)
    {
        write(QStringLiteral("cert.pem"), certificate.certificate);
        write(QStringLiteral("key.pem"), certificate.key);
    }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the certificate");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<node::Node> m_node;
};

} // namespace timbre::test
