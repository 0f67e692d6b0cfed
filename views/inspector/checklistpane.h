// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/fieldpane.h"

#include <QAbstractListModel>

class QLabel;
class QLineEdit;
class QListView;

/// Everything that may be on a list, sorted, with what is on it checked.
class CheckListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// A word behind the name, such as "not allowed".
        RemarkRole = Qt::UserRole,
        /// True where the remark is a warning to who would check it.
        ForbiddenRole,
    };
    struct Entry
    {
        quint32 id;
        QString text;
        bool isChecked;
    };
    using Remark = std::function<std::pair<QString, bool>(quint32 id)>;

    CheckListModel(Remark remark, QObject *parent);

    /// Those whose text has the filter; changes rows, never resets.
    void setEntries(const QList<Entry> &entries, const QString &filter, bool isEditable);
    quint32 id(int row) const { return m_ids.at(row); }
    int rowOf(quint32 id) const { return int(m_ids.indexOf(id)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void toggled(quint32 id);

private:
    Remark m_remark;
    QList<quint32> m_ids;
    QHash<quint32, Entry> m_entries;
    bool m_isEditable = false;
};

/// A set-like field as a list to check, with a sentence about the entry that is looked at.
class CheckListPane : public FieldPane
{
    Q_OBJECT

public:
    bool hasLabel() const override { return false; }
    bool isWide() const override { return true; }
    void refresh() override;
    void takeFocus() override;

protected:
    CheckListPane(Document &document, Field field, QWidget *parent);

    virtual QList<CheckListModel::Entry> entries() const = 0;
    virtual std::pair<QString, bool> remark(quint32 id) const = 0;
    virtual Result<Step> toggleStep(const Topology &topology, quint32 id) const = 0;
    /// What a click would do.
    virtual QString sentence(quint32 id) const = 0;
    bool isChecked(quint32 id) const;

private:
    void toggle(quint32 id);
    void describe();

    CheckListModel *m_model;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_sentence;
    std::optional<quint32> m_hovered;
};

class TenantsPane final : public CheckListPane
{
    Q_OBJECT

public:
    TenantsPane(Document &document, QWidget *parent);

protected:
    QList<CheckListModel::Entry> entries() const override;
    std::pair<QString, bool> remark(quint32 id) const override;
    Result<Step> toggleStep(const Topology &topology, quint32 id) const override;
    QString sentence(quint32 id) const override;
};

class SwitchesPane final : public CheckListPane
{
    Q_OBJECT

public:
    SwitchesPane(Document &document, QWidget *parent);

protected:
    QList<CheckListModel::Entry> entries() const override;
    std::pair<QString, bool> remark(quint32 id) const override;
    Result<Step> toggleStep(const Topology &topology, quint32 id) const override;
    QString sentence(quint32 id) const override;
};
