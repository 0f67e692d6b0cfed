// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

class QWidget;

/// Waits for the thread, and shows that there is something to wait for once it takes longer than a
/// second. False if people didn't want to wait any longer.
bool waitWithProgress(QThread &thread, const QString &text, QWidget *window);

/// Does work that touches nothing of the window in a thread of its own. None if people didn't want
/// to wait: then the result is thrown away once it is there.
template <class T>
std::optional<T> doLongWork(const QString &text, QWidget *window, std::function<T()> work)
{
    auto result = std::make_shared<std::optional<T>>();
    auto *thread = QThread::create([result, work = std::move(work)] { result->emplace(work()); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    if (!waitWithProgress(*thread, text, window))
        return {};
    return std::move(*result);
}

/// Likewise, and the window goes on meanwhile: the result is handed over in the window's thread,
/// unless the context is gone by then.
template <class T>
void startLongWork(QObject *context, std::function<T()> work, std::function<void(T)> take)
{
    auto result = std::make_shared<std::optional<T>>();
    auto *thread = QThread::create([result, work = std::move(work)] { result->emplace(work()); });
    QObject::connect(thread, &QThread::finished, context,
        [result, take = std::move(take)] { take(std::move(**result)); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    // The program must not end under it.
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, thread, [thread] { thread->wait(); });
    thread->start();
}
