// SPDX-FileCopyrightText: 2026 The Timbre authors
// SPDX-License-Identifier: MIT
#include "desktop/desk_watch.h"

#include "desktop/bus_idle_reader.h"
#include "desktop/screen_idle_reader.h"

namespace timbre::desktop {

namespace {

std::vector<std::unique_ptr<IdleReader>> allReaders()
{
    std::vector<std::unique_ptr<IdleReader>> readers;
    readers.push_back(std::make_unique<BusIdleReader>(BusIdleReader::Service::Mutter));
    readers.push_back(std::make_unique<BusIdleReader>(BusIdleReader::Service::ScreenSaver));
    readers.push_back(std::make_unique<ScreenIdleReader>());
    return readers;
}

} // namespace

DeskWatch::DeskWatch(core::Clock &clock, QObject *parent) : DeskWatch(allReaders(), clock, parent) { }

DeskWatch::DeskWatch(std::vector<std::unique_ptr<IdleReader>> readers, core::Clock &clock, QObject *parent) :
    IdleSource(parent),
    m_clock(clock),
    m_readers(std::move(readers)),
    m_limit(clock.makeTimer([this] { giveUpReader(); }))
{
    connect(&m_lock, &LockWatch::changed, this, &DeskWatch::factsChanged);
}

DeskWatch::~DeskWatch() = default;

core::DeskFacts DeskWatch::facts() const
{
    return {m_idleFor, m_readAt, m_lock.isThere(), m_lock.isLocked(), m_lock.isAsleep()};
}

void DeskWatch::poll()
{
    if (!m_started) {
        m_started = true;
        m_lock.start();
    }
    if (m_limit->isActive())
        return; // still asking
    if (m_reader >= m_readers.size()) {
        if (m_readers.empty() || m_clock.monotonic() < m_retryAt)
            return;
        m_reader = 0;
    }
    readNext();
}

void DeskWatch::readNext()
{
    m_limit->start(readTime);
    m_readers[m_reader]->read([this, reading = ++m_reading](std::optional<qint64> idleFor) {
        if (reading != m_reading)
            return;
        if (!idleFor) {
            giveUpReader();
            return;
        }
        m_limit->stop();
        m_idleFor = idleFor;
        m_readAt = m_clock.monotonic();
        Q_EMIT factsChanged();
    });
}

void DeskWatch::giveUpReader()
{
    m_limit->stop();
    ++m_reading;
    if (++m_reader < m_readers.size()) {
        readNext();
        return;
    }
    m_retryAt = m_clock.monotonic() + retryTime.count();
    if (std::exchange(m_idleFor, std::nullopt))
        Q_EMIT factsChanged();
}

} // namespace timbre::desktop
