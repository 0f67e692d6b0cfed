// SPDX-License-Identifier: Apache-2.0
#include "models/store/fileheader.h"
#include "models/store/schema.h"
#include "models/store/store.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/store/folder.h"
#include "tests/support/largetopology.h"
#include "tests/support/topologybuilder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <random>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 4096;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
}

/// Runs SQL as somebody would who means ill: with every guard off.
void run(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_open(qPrintable(path), &database);
    int off = 0;
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 0, &off);
    sqlite3_exec(database, "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON",
        nullptr, nullptr, nullptr);
    char *error = nullptr;
    if (sqlite3_exec(database, sql, nullptr, nullptr, &error) != SQLITE_OK)
        qFatal("%s: %s", sql, error);
    sqlite3_close(database);
}

/// Values of any type in any column: the table is no longer STRICT while they are written.
void runWithoutTypes(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_open(qPrintable(path), &database);
    int off = 0;
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 0, &off);
    const auto exec = [&](const char *text) {
        char *error = nullptr;
        if (sqlite3_exec(database, text, nullptr, nullptr, &error) != SQLITE_OK)
            qFatal("%s: %s", text, error);
    };
    exec(
        "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;"
        "CREATE TABLE kept AS SELECT name, sql FROM sqlite_schema;"
        "UPDATE sqlite_schema SET sql = replace(replace(replace(replace(replace("
        "sql, 'STRICT, ', ''), 'STRICT', ''), 'INTEGER NOT NULL', 'BLOB'), 'TEXT NOT NULL', 'BLOB'), 'INTEGER REF', 'BLOB REF') WHERE type = 'table';"
        "PRAGMA writable_schema = RESET");
    exec(sql);
    exec(
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_schema AS s SET sql = (SELECT k.sql FROM kept k WHERE k.name = s.name) WHERE s.name <> 'kept';"
        "PRAGMA writable_schema = RESET; DROP TABLE kept");
    sqlite3_close(database);
}

/// All that a reader does. What comes out may be an error; what matters is that something comes
/// out.
QString readAll(const QString &path)
{
    const auto store = Store::open(path, Store::Access::ReadOnly);
    if (!store)
        return store.error().text();
    const auto content = (*store)->load();
    if (!content)
        return content.error().text();
    const auto steps = (*store)->stepsSince(0);
    const auto journal = (*store)->journal(0, 100);
    const auto revisions = (*store)->revisions();
    if (!steps || !journal || !revisions)
        return u"history"_s;
    return {};
}

}  // namespace

class TestHostileDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void tellsWhatAFileIs_data();
    void tellsWhatAFileIs();
    void judgesVersions();
    void refusesWhatIsNoFile();
    void survivesTruncation();
    void survivesFlippedBytes();
    void survivesSwappedPages();
    void tellsDamageToWhatRulesRead_data();
    void tellsDamageToWhatRulesRead();
    void refusesAlteredSchemas_data();
    void refusesAlteredSchemas();
    void refusesTablesThatShareAPage();
    void refusesHostileValues_data();
    void refusesHostileValues();
    void refusesHostileHistory_data();
    void refusesHostileHistory();
    void tookLittleMemory();

private:
    QString path(const QString &name = u"a.switchyard"_s) const { return m_folder->filePath(name); }

    QByteArray m_document;  ///< A small document with everything in it.
    std::unique_ptr<TestFolder> m_folder;
};

void TestHostileDocuments::initTestCase()
{
    m_folder = std::make_unique<TestFolder>();
    auto topology = LargeTopology::working(2);
    {
        const auto created = Store::create(path(), topology, LargeTopology::baseline(topology));
        QVERIFY(created);
        const auto &store = *created;
        const Signature ada {u"Ada"_s, QDateTime::fromMSecsSinceEpoch(1, Qt::UTC)};
        Head head;
        const auto apply = [&](const Result<Step> &step) {
            QVERIFY(step);
            const auto appended = store->append(head, topology, *step, ada);
            QVERIFY(appended);
            head = *appended;
            ::apply(topology, *step);
        };
        apply(setExtra(topology, {{u"persons"_s, u"[1,2]"_s}}));
        apply(assignTenant(topology, ApplicationId(0), TenantId(0)));
        apply(removeObject(topology, TenantId(1)));
        const auto back = store->undoStep(head.undoTop);
        QVERIFY(back);
        head = store->undo(head, topology, *back, ada).value();
        QVERIFY(store->saveRevision(head, topology, {u"r"_s, false, {}, {}, {}, 0}, ada));
    }
    m_document = contentOf(path());
    QCOMPARE(readAll(path()), QString());
}

void TestHostileDocuments::init()
{
    m_folder = std::make_unique<TestFolder>();
}

void TestHostileDocuments::tellsWhatAFileIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("message");

    const auto patched = [this](qsizetype at, const QByteArray &bytes) {
        return QByteArray(m_document).replace(at, bytes.size(), bytes);
    };
    QTest::addRow("empty") << QByteArray() << Error::Code::NotOurs
                           << u"This is no Switchyard document: the file is empty."_s;
    QTest::addRow("text") << QByteArray("{\"format\":\"switchyard-topology\"}")
                          << Error::Code::NotOurs << u"This is no Switchyard document."_s;
    QTest::addRow("two bytes") << QByteArray("xy") << Error::Code::NotOurs
                               << u"This is no Switchyard document."_s;
    QTest::addRow("begun") << m_document.left(7) << Error::Code::Corrupt
                           << u"The document is damaged: the file ends too early."_s;
    QTest::addRow("half a header") << m_document.left(60) << Error::Code::Corrupt
                                   << u"The document is damaged: the file ends too early."_s;
    QTest::addRow("header alone") << m_document.left(100) << Error::Code::Corrupt
                                  << u"The document is damaged: the file ends too early."_s;
    QTest::addRow("last page missing") << m_document.chopped(pageSize) << Error::Code::Corrupt
                                       << u"The document is damaged: the file ends too early."_s;
    QTest::addRow("another program's")
        << patched(68, "\0\0\0\1"_ba) << Error::Code::NotOurs
        << u"This is no Switchyard document, but a database of another program."_s;
    QTest::addRow("newer")
        << patched(60, "\0\0\0\7"_ba) << Error::Code::Unsupported
        << u"The document was made by a newer version of Switchyard (document version 7; this program knows 2)."_s;
    QTest::addRow("no version") << patched(60, "\0\0\0\0"_ba) << Error::Code::Corrupt
                                << u"The document is damaged: it has no version."_s;
    QTest::addRow("negative version") << patched(60, "\xFF\xFF\xFF\xFF"_ba) << Error::Code::Corrupt
                                      << u"The document is damaged: it has no version."_s;
    QTest::addRow("write-ahead log")
        << patched(18, "\2\2"_ba) << Error::Code::Unsupported
        << u"Another program switched the document to write-ahead logging. Switch it back with: sqlite3 FILE \"PRAGMA journal_mode=DELETE\""_s;
    QTest::addRow("UTF-16") << patched(56, "\0\0\0\2"_ba) << Error::Code::Corrupt
                            << u"The document is damaged: its header is not a document's."_s;
    QTest::addRow("page size") << patched(16, "\0\3"_ba) << Error::Code::Corrupt
                               << u"The document is damaged: its header is not a document's."_s;
}

void TestHostileDocuments::tellsWhatAFileIs()
{
    QFETCH(QByteArray, content);
    writeContent(path(), content);
    const auto store = Store::open(path(), Store::Access::ReadWrite);
    QVERIFY(!store);
    QTEST(store.error().code, "code");
    QTEST(store.error().message, "message");
    QCOMPARE(store.error().where, path());
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(m_folder->files(), QStringList(u"a.switchyard"_s));
}

void TestHostileDocuments::judgesVersions()
{
    const auto header = m_document.left(databaseHeaderSize);
    const int version = schemaVersion();
    QCOMPARE(judgeHeader(header, m_document.size(), version, {}).value(), version);
    QCOMPARE(judgeHeader(header, m_document.size(), version + 1, {}).value(), version);
}

void TestHostileDocuments::refusesWhatIsNoFile()
{
    const auto codeOf = [](const QString &path) {
        const auto store = Store::open(path, Store::Access::ReadOnly);
        return store ? Error::Code::InvalidInput : store.error().code;
    };
    QCOMPARE(codeOf(path(u"none"_s)), Error::Code::NotFound);
    QCOMPARE(codeOf(m_folder->path()), Error::Code::NotOurs);
    QCOMPARE(codeOf(u"/dev/null"_s), Error::Code::NotOurs);
    QCOMPARE(::mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
    QCOMPARE(codeOf(path(u"pipe"_s)), Error::Code::NotOurs);
    QVERIFY(!Store::looksLikeDocument(path(u"pipe"_s)));
    QVERIFY(!Store::looksLikeDocument(path(u"none"_s)));
}

void TestHostileDocuments::survivesTruncation()
{
    for (qsizetype size = 0; size < m_document.size(); size += 512) {
        writeContent(path(), m_document.left(size));
        QVERIFY2(!readAll(path()).isEmpty(), qPrintable(QString::number(size)));
    }
}

void TestHostileDocuments::survivesFlippedBytes()
{
    std::mt19937 dice(1);
    int errors = 0;
    for (int i = 0; i < 800; ++i) {
        auto damaged = m_document;
        // The header and the first page decide most; and now and then a handful at once.
        for (unsigned k = 0; k < (i % 5 == 0 ? 8 : 1); ++k) {
            const auto at = qsizetype(dice() % unsigned(i % 3 == 0 ? pageSize : damaged.size()));
            damaged[at] = char(damaged[at] ^ char(1u << (dice() % 8)));
        }
        writeContent(path(), damaged);
        QElapsedTimer time;
        time.start();
        errors += !readAll(path()).isEmpty();
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(i)));
    }
    QVERIFY(errors > 100);
    QVERIFY(errors < 800);
}

void TestHostileDocuments::survivesSwappedPages()
{
    const int pages = int(m_document.size() / pageSize);
    std::mt19937 dice(2);
    for (int i = 0; i < 200; ++i) {
        auto damaged = m_document;
        const qsizetype a = 1 + dice() % unsigned(pages - 1);
        const qsizetype b = 1 + dice() % unsigned(pages - 1);
        // A page twice is what a tree with two ways to it looks like.
        if (i % 2 == 0)
            damaged.replace(b * pageSize, pageSize, m_document.mid(a * pageSize, pageSize));
        damaged.replace(a * pageSize, pageSize, m_document.mid(b * pageSize, pageSize));
        writeContent(path(), damaged);
        QElapsedTimer time;
        time.start();
        const auto message = readAll(path());
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(i)));
        Q_UNUSED(message);
    }
}

void TestHostileDocuments::tellsDamageToWhatRulesRead_data()
{
    QTest::addColumn<int>("tenants");
    QTest::addColumn<int>("rounds");
    QTest::addRow("by one connection") << 12 << 400;
    QTest::addRow("by two") << 90 << 200;
}

/// Who reads less notices less, but only in what is left out: what is read is what was written,
/// unless nobody could tell.
void TestHostileDocuments::tellsDamageToWhatRulesRead()
{
    QFETCH(int, tenants);
    QFETCH(int, rounds);
    const auto topology = LargeTopology::working(tenants);
    QVERIFY(Store::create(path(), topology, topology));
    const auto document = contentOf(path());
    const auto load = [this](Store::Reading reading) -> std::optional<Topology> {
        const auto store = Store::open(path(), Store::Access::ReadOnly);
        auto content = store ? (*store)->loadWorking(reading)
                             : Result<Store::Content>(tl::unexpected(store.error()));
        const bool isGood =
            content && (!content->confirmation.valid() || content->confirmation.get());
        return isGood ? std::optional(std::move(content->topology)) : std::nullopt;
    };
    const auto expected = load(Store::Reading::ForRules);
    QVERIFY(expected);
    const auto pages = unsigned(document.size() / pageSize);
    std::mt19937 dice(3);
    int unnoticed = 0;
    for (int i = 0; i < rounds; ++i) {
        auto damaged = document;
        const qsizetype a = 1 + dice() % (pages - 1);
        const qsizetype b = 1 + dice() % (pages - 1);
        if (i % 2 == 0) {
            const auto at = a * pageSize + qsizetype(dice() % pageSize);
            damaged[at] = char(damaged[at] ^ char(1u << (dice() % 8)));
        } else {
            damaged.replace(a * pageSize, pageSize, document.mid(b * pageSize, pageSize));
            if (i % 4 == 1)
                damaged.replace(b * pageSize, pageSize, document.mid(a * pageSize, pageSize));
        }
        writeContent(path(), damaged);
        const auto forRules = load(Store::Reading::ForRules);
        const auto whole = load(Store::Reading::Everything);
        QVERIFY2(forRules || !whole, qPrintable(QString::number(i)));
        if (forRules && !whole) {
            ++unnoticed;
            QVERIFY2(*forRules == *expected, qPrintable(QString::number(i)));
        }
    }
    QVERIFY(unnoticed > 0);
}

void TestHostileDocuments::refusesAlteredSchemas_data()
{
    QTest::addColumn<QByteArray>("sql");

    const std::pair<const char *, const char *> rows[] = {
        {"view", "CREATE VIEW v AS SELECT * FROM tenants"},
        {"view in a table's place",
            "DROP TABLE revisions; CREATE VIEW revisions AS SELECT 1 AS number, 1 AS step, 'x' AS comment, 'x' AS author, 1 AS time, 1 AS is_deployed"},
        {"trigger", "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM tenants; END"},
        {"extra table", "CREATE TABLE more (a)"},
        {"extra column", "ALTER TABLE hosts ADD COLUMN more TEXT"},
        {"generated column",
            "ALTER TABLE hosts ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(randomblob(100000))) VIRTUAL"},
        {"partial index", "CREATE INDEX some ON hosts (name) WHERE name > 'a'"},
        {"index on an expression", "CREATE INDEX some ON hosts (upper(name))"},
        {"missing index", "DROP INDEX switches_tenant"},
        {"missing table", "DROP TABLE revisions"},
        {"renamed table", "ALTER TABLE hosts RENAME TO computers"},
        {"statistics", "ANALYZE"},
        {"virtual table", "CREATE VIRTUAL TABLE words USING fts5(a)"},
        {"a check less",
            "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (state IN (1, 2))', '') WHERE name = 'hosts'"},
        {"a default more",
            "UPDATE sqlite_schema SET sql = replace(sql, 'os_type TEXT NOT NULL', 'os_type TEXT NOT NULL DEFAULT (1)') WHERE name = 'hosts'"},
        {"not strict",
            "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'hosts'"},
        {"no SQL", "UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'hosts'"},
        {"no root page", "UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'hosts'"},
        {"root page beyond the end",
            "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'hosts'"},
    };
    for (const auto &[name, sql] : rows)
        QTest::addRow("%s", name) << QByteArray(sql);
}

void TestHostileDocuments::refusesAlteredSchemas()
{
    QFETCH(QByteArray, sql);
    writeContent(path(), m_document);
    run(path(), sql);
    for (const auto access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        const auto store = Store::open(path(), access);
        QVERIFY(!store);
        QCOMPARE(store.error().code, Error::Code::Corrupt);
        QVERIFY2(store.error().message.startsWith(u"The document is damaged"_s),
            qPrintable(store.error().message));
    }
}

void TestHostileDocuments::refusesTablesThatShareAPage()
{
    writeContent(path(), m_document);
    run(path(),
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'hosts') WHERE name = 'tenants'");
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(!store);
    QCOMPARE(store.error().message, u"The document is damaged: two of its tables share a page."_s);
}

void TestHostileDocuments::refusesHostileValues_data()
{
    QTest::addColumn<QByteArray>("sql");

    for (const char *sql :
        {"UPDATE tenants SET state = 3 WHERE id = 1", "UPDATE tenants SET state = 'x' WHERE id = 1",
            "UPDATE tenants SET state = NULL WHERE id = 1",
            "UPDATE tenants SET name = x'00ff' WHERE id = 1",
            "UPDATE tenants SET name = CAST(x'ff' AS TEXT) WHERE id = 1",
            "UPDATE tenants SET name = CAST(x'eda080' AS TEXT) WHERE id = 1",
            "UPDATE tenants SET name = 5 WHERE id = 1",
            "UPDATE tenants SET dbid = 1.5 WHERE id = 1",
            "UPDATE tenants SET parent_id = 77 WHERE id = 1",
            "UPDATE tenants SET parent_id = -1 WHERE id = 1",
            "UPDATE tenants SET is_placeholder = 2 WHERE id = 1",
            "UPDATE tenants SET extra = '[' WHERE id = 1",
            "UPDATE tenants SET extra = '[\"b\",\"1\",\"a\",\"1\"]' WHERE id = 1",
            "UPDATE tenants SET extra = '[\"a\",\"{\"]' WHERE id = 1",
            "UPDATE tenants SET id = 4294967294 WHERE id = 1",
            "UPDATE tenants SET id = -5 WHERE id = 1",
            "UPDATE tenants SET id = 9223372036854775807 WHERE id = 1",
            "UPDATE document SET next_host = 4294967295; UPDATE hosts SET id = 4294967294 WHERE id = 1",
            "UPDATE document SET next_application = 2", "DELETE FROM tenants WHERE id = 0",
            "UPDATE tenants SET name = 'Other' WHERE id = 0",
            "UPDATE tenants SET dbid = 2 WHERE id = 0",
            "UPDATE tenants SET parent_id = 1 WHERE id = 0", "UPDATE switches SET tenant_id = 99",
            "UPDATE switches SET switching_office_id = NULL",
            "UPDATE switches SET switching_office_id = 88", "UPDATE hosts SET lca_port = 'x'",
            "UPDATE applications SET redundancy = 4", "UPDATE applications SET component = -1",
            "UPDATE applications SET auto_restart = 2", "UPDATE applications SET host_id = 99999",
            "UPDATE applications SET backup_id = 99999", "UPDATE applications SET type = NULL",
            "UPDATE applications SET startup_timeout = 0.5",
            "UPDATE application_tenants SET tenant_id = 99 WHERE application_id = 0",
            "INSERT INTO application_tenants VALUES (99999, 1)",
            "INSERT INTO application_tenants VALUES (-1, 1)",
            "INSERT INTO application_tenants VALUES ('x', 1)",
            "INSERT INTO application_connections VALUES (0, 99999, '', '', NULL, NULL, '', NULL)",
            "UPDATE application_connections SET local_timeout = 'soon'",
            "UPDATE application_ports SET number = 'x'",
            "INSERT INTO application_switches VALUES (0, 999)",
            "UPDATE application_options SET value = NULL WHERE key <> ''",
            "INSERT INTO application_options VALUES (0, 0, 'a', '', NULL), (0, 0, 'a', 'k', 'v')",
            "INSERT INTO application_options VALUES (0, 2, 'a', 'b', 'c')",
            "UPDATE application_options SET value = x'00'", "DELETE FROM document",
            "UPDATE document SET head = -1", "UPDATE document SET undo_top = 99",
            "UPDATE document SET next_tenant = -1", "DELETE FROM settings",
            "UPDATE settings SET environment = 2",
            "UPDATE settings SET social_messaging_tenants = 'x'",
            "UPDATE document_extra SET json = '{'", "UPDATE document_extra SET part = 1",
            "INSERT INTO baseline_images VALUES (0, 5, 0, '{')",
            "INSERT INTO baseline_images VALUES (7, 0, 0, NULL)",
            "INSERT INTO baseline_images VALUES (0, 1, 1, '{}')",
            "INSERT OR REPLACE INTO baseline_images VALUES (0, 1, 0, '{\"kind\":0,\"id\":2}')",
            "INSERT OR REPLACE INTO baseline_images VALUES (0, 2, 0, '{\"kind\":0,\"id\":2,\"parent\":50}')",
            "INSERT OR REPLACE INTO baseline_images VALUES (0, 0, 0, NULL)",
            "INSERT OR REPLACE INTO baseline_images VALUES (0, 1, 0, NULL)",
            "INSERT INTO baseline_images VALUES (0, 4294967294, 0, '{\"kind\":0,\"id\":4294967294}')"})
        QTest::addRow("%s", sql) << QByteArray(sql);
}

void TestHostileDocuments::refusesHostileValues()
{
    QFETCH(QByteArray, sql);
    writeContent(path(), m_document);
    runWithoutTypes(path(), sql);
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY2(store, qPrintable(store ? QString() : store.error().text()));
    QElapsedTimer time;
    time.start();
    const auto content = (*store)->load();
    QVERIFY(time.elapsed() < 2000);
    QVERIFY(!content);
    QCOMPARE(content.error().code, Error::Code::Corrupt);
    QVERIFY(!content.error().message.isEmpty());
    // The check tells as much, and does not stumble.
    const auto problems = (*store)->checkIntegrity();
    QVERIFY(!problems || !problems->isEmpty());
}

void TestHostileDocuments::refusesHostileHistory_data()
{
    QTest::addColumn<QByteArray>("sql");

    for (const char *sql : {"UPDATE steps SET edits = 'x' WHERE number = 2",
             "DELETE FROM steps WHERE number = 2", "UPDATE steps SET kind = 9 WHERE number = 2",
             "UPDATE steps SET target = 99 WHERE number = 4",
             "UPDATE steps SET target = 4 WHERE number = 4",
             "UPDATE steps SET time = 'now' WHERE number = 1",
             "UPDATE steps SET title = x'ff' WHERE number = 1",
             "INSERT INTO step_parts VALUES (2, 2, 'x')",
             "INSERT INTO step_parts VALUES (2, 1, '{\"assign\":[1,2]}')",
             "UPDATE document SET head = 9223372036854775806", "UPDATE revisions SET number = 0",
             "UPDATE revisions SET comment = 5"})
        QTest::addRow("%s", sql) << QByteArray(sql);
}

void TestHostileDocuments::refusesHostileHistory()
{
    QFETCH(QByteArray, sql);
    writeContent(path(), m_document);
    runWithoutTypes(path(), sql);
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(store);
    const auto problems = (*store)->checkIntegrity();
    QVERIFY(problems);
    QVERIFY(!problems->isEmpty());
    (*store)->stepsSince(0);
    (*store)->undoStep(2);
    (*store)->journal(0, 100);
}

void TestHostileDocuments::tookLittleMemory()
{
    // Over all of the files above. The address sanitizer's shadow and quarantine are no memory of
    // ours, and more than what is measured.
#ifndef __SANITIZE_ADDRESS__
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    QVERIFY2(usage.ru_maxrss < 200 * 1024, qPrintable(QString::number(usage.ru_maxrss)));
#endif
}

QTEST_APPLESS_MAIN(TestHostileDocuments)
#include "tst_hostiledocuments.moc"
