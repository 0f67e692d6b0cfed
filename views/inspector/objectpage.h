// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/document.h"

#include <QScrollArea>

class FaultNotes;
class FieldPane;
class NoteBox;
class PlaceholderBanner;
class QLabel;
class ReferrerLinks;
class Section;
class Selection;

/// All fields of one kind of object, in groups; shows one object at a time. Made once for each
/// kind.
class ObjectPage final : public QScrollArea
{
    Q_OBJECT

public:
    ObjectPage(Document &document, Selection &selection, Kind kind, QWidget *parent);

    /// The object must exist, and be of the page's kind.
    void showObject(ObjectId object);
    /// Takes over what changed in the document.
    void refresh();
    /// Unfolds the field's group, scrolls to the field and gives it the focus.
    void revealField(Field field);

private:
    struct Entry
    {
        FieldPane *pane;
        FaultNotes *notes;
        Section *section;
    };
    void makeHead();
    void makeSections(Kind kind);
    void showHead();
    void showPlan();

    Document &m_document;
    std::optional<ObjectId> m_object;
    QWidget *m_page;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_type;
    QLabel *m_change;
    PlaceholderBanner *m_banner;
    QList<Entry> m_entries;
    ReferrerLinks *m_referrers;
    NoteBox *m_plan;
};
