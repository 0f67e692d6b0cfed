// SPDX-License-Identifier: Apache-2.0
#include "views/history/steptravel.h"

#include "views/common/objecttext.h"

#include <QMap>

using namespace Qt::StringLiterals;

QString othersText(const QStringList &authors, const QString &own)
{
    QMap<QString, int> counts;
    for (const auto &author : authors) {
        if (author != own)
            ++counts[author];
    }
    QStringList texts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        texts.append(StepTravel::tr("%1 by %2").arg(it.value()).arg(plainText(it.key())));
    return shortList(texts);
}

StepTravel::StepTravel(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &StepTravel::go);
}

void StepTravel::start(StepKind kind, qint64 step)
{
    if (isRunning())
        return;
    m_kind = kind;
    m_step = step;
    m_head = m_document.head();
    m_isDone = false;
    m_authors.clear();
    m_timer.start();
    Q_EMIT moved();
}

bool StepTravel::isThere() const
{
    return m_kind == StepKind::Undo ? m_document.head().undoTop < m_step
                                    : m_isDone || !m_document.canRedo();
}

void StepTravel::go()
{
    // Another step came in between: what is on top now is not what people agreed to take.
    if (isThere() || m_document.head() != m_head) {
        stop();
        return;
    }
    const auto done = m_kind == StepKind::Undo ? m_document.undo() : m_document.redo();
    if (!done) {
        stop();
        Q_EMIT failed(done.error());
        return;
    }
    m_head = m_document.head();
    m_authors.append(done->entry.author);
    m_isDone = done->entry.number == m_step;
    if (isThere())
        stop();
    else
        Q_EMIT moved();
}

void StepTravel::stop()
{
    if (!isRunning())
        return;
    m_timer.stop();
    Q_EMIT finished(text());
}

QString StepTravel::text() const
{
    if (m_authors.isEmpty())
        return {};
    const auto steps = m_kind == StepKind::Undo
        ? counted(count(), tr("Undone: 1 step"), tr("Undone: %1 steps"))
        : counted(count(), tr("Done again: 1 step"), tr("Done again: %1 steps"));
    const auto others = othersText(m_authors, m_document.author());
    return others.isEmpty() ? tr("%1.").arg(steps) : tr("%1 (%2).").arg(steps, others);
}
