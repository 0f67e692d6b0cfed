// SPDX-License-Identifier: Apache-2.0
#include "views/window/documentsession.h"

#include "models/document/sample.h"
#include "models/store/upgrade.h"
#include "views/common/objecttext.h"
#include "views/common/prompts.h"
#include "views/window/longwork.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

QString documentFilter()
{
    return DocumentSession::tr("Switchyard documents (*.switchyard);;All files (*)");
}

}  // namespace

DocumentSession::DocumentSession(QSettings &settings, Prompts &prompts, QWidget *window)
    : QObject(window)
    , m_prompts(prompts)
    , m_window(window)
    , m_recent(settings)
{
}

DocumentSession::~DocumentSession() = default;

bool DocumentSession::open(const QString &path)
{
    if (m_document && QFileInfo(path) == QFileInfo(m_document->path()))
        return true;
    using Opened = Result<std::unique_ptr<Document>>;
    auto *here = QThread::currentThread();
    auto opened = doLongWork<Opened>(tr("Opening %1 …").arg(plainText(QFileInfo(path).fileName())),
        m_window, [path, here]() -> Opened {
            auto document = Document::open(path);
            if (document)
                (*document)->moveToThread(here);
            return document;
        });
    return opened && take(std::move(*opened), path);
}

bool DocumentSession::create(const QString &path)
{
    return take(Document::create(path), path);
}

bool DocumentSession::createSample(const QString &path)
{
    return take(::createSample(path), path);
}

bool DocumentSession::take(Result<std::unique_ptr<Document>> document, const QString &path)
{
    if (!document) {
        if (document.error().code == Error::Code::NotFound)
            m_recent.remove(path);
        Q_EMIT failed(document.error());
        return false;
    }
    close();
    m_document = std::move(*document);
    m_recent.add(m_document->path());
    m_recent.setLast(m_document->path());
    Q_EMIT opened(m_document.get());
    if (m_document->isOfOlderVersion())
        Q_EMIT upgradeOffered(
            tr("This document is of an older version: it can be read, and not be changed."));
    else if (!m_document->notice().isEmpty())
        Q_EMIT told(m_document->notice());
    return true;
}

void DocumentSession::close()
{
    if (!m_document)
        return;
    Q_EMIT aboutToClose();
    m_document.reset();
    m_recent.setLast({});
    Q_EMIT closed();
}

void DocumentSession::upgrade()
{
    if (!m_document)
        return;
    const auto path = m_document->path();
    close();
    const auto upgraded = doLongWork<Result<UpgradedDocument>>(
        tr("Upgrading %1 …").arg(plainText(QFileInfo(path).fileName())), m_window,
        [path] { return upgradeDocument(path); });
    open(path);
    if (upgraded && !*upgraded)
        Q_EMIT failed(upgraded->error());
    else if (upgraded && !(*upgraded)->backup.isEmpty())
        Q_EMIT told(tr("Upgraded. The document as it was is kept as %1.")
                        .arg(plainText(QFileInfo((*upgraded)->backup).fileName())));
}

void DocumentSession::createByPrompt()
{
    const auto path =
        m_prompts.saveFile(tr("New document"), u"site.switchyard"_s, documentFilter());
    if (!path.isEmpty())
        create(path);
}

void DocumentSession::createSampleByPrompt()
{
    const auto path = m_prompts.saveFile(
        tr("Where to put a copy of the sample"), u"harbour.switchyard"_s, documentFilter());
    if (!path.isEmpty())
        createSample(path);
}

void DocumentSession::openByPrompt()
{
    const auto path = m_prompts.openFile(tr("Open document"), documentFilter());
    if (!path.isEmpty())
        open(path);
}

void DocumentSession::saveCopyByPrompt()
{
    if (!m_document)
        return;
    const QFileInfo file(m_document->path());
    const auto path = m_prompts.saveFile(
        tr("Save a copy"), tr("%1 copy.switchyard").arg(file.completeBaseName()), documentFilter());
    if (path.isEmpty())
        return;
    const auto saved = m_document->saveCopy(path);
    if (saved)
        Q_EMIT told(tr("Saved a copy as %1.").arg(plainText(QFileInfo(path).fileName())));
    else
        Q_EMIT failed(saved.error());
}
