// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "views/review/exportwish.h"

struct Configuration;
class Prompts;
class ReviewPage;

/// Makes the files that a review asks for: asks where to, works off the window's thread, and tells
/// what came of it.
class ReviewDesk final : public QObject
{
    Q_OBJECT

public:
    ReviewDesk(Prompts &prompts, QObject *parent);

    /// From now on, for as long as the page lives; the document must outlive it.
    void serve(Document &document, ReviewPage &page);

Q_SIGNALS:
    void told(const QString &text);

private:
    void exportConfiguration(Document &document, ReviewPage &page, const ExportWish &wish);
    void savePaper(Document &document, ReviewPage &page, const PaperWish &wish);

    Prompts &m_prompts;
    int m_ticket = 0;  // Of the work that somebody waits for.
};
