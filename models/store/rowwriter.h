// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/edit.h"

#include <array>
#include <string>
#include <string_view>

namespace SQLite {
class Statement;
}
class Statements;

/// Binds the values of one statement in turn. Texts are kept until the statement has run.
class Binder final
{
public:
    Binder &start(SQLite::Statement &statement);
    Binder &operator<<(qint64 value);
    Binder &operator<<(const std::optional<qint64> &value);
    Binder &operator<<(const QString &text);
    Binder &operator<<(std::string_view utf8);
    Binder &operator<<(const Extra &extra);
    Binder &null();
    template <class Tag>
    Binder &operator<<(Id<Tag> id)
    {
        return *this << qint64(id.value());
    }
    template <class Tag>
    Binder &operator<<(const std::optional<Id<Tag>> &id)
    {
        return id ? *this << *id : null();
    }
    /// Runs it; how many rows it changed. Throws SQLite::Exception.
    int run();

    /// False once a text came that a document can't hold (a lone surrogate, malformed extra data).
    bool isGood() const { return m_isGood; }
    void forgetErrors() { m_isGood = true; }

private:
    SQLite::Statement *m_statement = nullptr;
    int m_index = 0;
    size_t m_textCount = 0;
    std::array<std::string, 12> m_texts;
    bool m_isGood = true;
};

/// Writes the rows of the working copy: SQL next to the fields it maps. Throws SQLite::Exception.
class RowWriter final
{
public:
    explicit RowWriter(Statements &statements)
        : m_statements(statements)
    {
    }

    /// False if a row is not as the edit says that it is, or a text can't be held: then the
    /// transaction must be rolled back.
    [[nodiscard]] bool apply(const Edit &edit);
    [[nodiscard]] bool insert(const Record &record);
    [[nodiscard]] bool writeSettings(const Settings &settings);
    [[nodiscard]] bool writeExtra(const Extra &before, const Extra &after);
    void writeWaiver(const WaiverKey &key, const std::optional<Waiver> &waiver);
    void writePlace(ObjectId object, std::optional<qint64> place);
    void writeSiteAnswer(const SetSiteAnswer &edit);
    void writePending(ApplicationId application, std::optional<qint64> revision);

    Binder &bind(const char *sql);

private:
    void insert(const Tenant &tenant);
    void insert(const SwitchingOffice &office);
    void insert(const Switch &object);
    void insert(const Host &host);
    void insert(const Application &application);
    void insertScalars(const char *sql, const Application &application);
    void remove(ObjectId object);
    void removeLists(ApplicationId application);
    void replace(const Record &after);
    void setField(const SetField &edit);
    void writeTenant(ApplicationId application, TenantId tenant);
    void writeConnection(ApplicationId application, const Connection &connection);
    void writeSwitch(ApplicationId application, SwitchId linked);
    void writePorts(ApplicationId application, const QList<Port> &ports);
    void writeOptions(ApplicationId application, int scope, const Options &options);
    /// Exactly one row must change.
    void expectOne(int changed) { m_isAsExpected &= changed == 1; }
    bool takeOutcome();

    Statements &m_statements;
    Binder m_binder;
    bool m_isAsExpected = true;
};
