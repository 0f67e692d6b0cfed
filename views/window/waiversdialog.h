// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"
#include "models/rules/waivers.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

/// All waivers of the document, those first that need a look: whose finding is gone, and whose date
/// is over. Live.
///
/// The document must outlive the dialog.
class WaiversDialog final : public QDialog
{
    Q_OBJECT

public:
    WaiversDialog(Document &document, QWidget *parent);

Q_SIGNALS:
    void changeRequested(const Waiver &waiver);

private:
    void fill();
    void updateButtons();
    std::optional<Waiver> chosen() const;
    void withdraw();

    Document &m_document;
    QList<Waiver> m_rows;
    QLabel *m_summary;
    QTreeWidget *m_list;
    QLabel *m_failure;
    QPushButton *m_change;
    QPushButton *m_withdraw;
};
