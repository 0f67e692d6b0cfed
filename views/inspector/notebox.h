// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/mark.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

/// A quiet block in the tone of a mark: its icon, a sentence, and in small where that is stated.
class NoteBox final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteBox(QWidget *parent);

    /// The title may be empty. The address, if there is one, stands behind the source as a link.
    void show(Mark mark, const QString &title, const QString &sentence, const QString &source,
        const QString &address = {});
    QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Mark m_mark = Mark::Advice;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_source;
    QVBoxLayout *m_texts;
    QWidget *m_link = nullptr;
};
