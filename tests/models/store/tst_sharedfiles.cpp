// SPDX-License-Identifier: Apache-2.0
#include "models/store/store.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/models/store/childprocess.h"
#include "tests/models/store/folder.h"
#include "tests/support/topologybuilder.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const Signature ada {u"Ada"_s, QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC)};

/// Root may write everything; a test of permissions goes on as nobody.
bool dropRights()
{
    constexpr uid_t nobody = 65534;
    return ::geteuid() != 0 || ::setuid(nobody) == 0;
}

/// A connection as any other program makes it.
class Database
{
public:
    explicit Database(const QString &path) { sqlite3_open(qPrintable(path), &m_database); }
    ~Database() { sqlite3_close(m_database); }
    int run(const char *sql) { return sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr); }

private:
    sqlite3 *m_database = nullptr;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Topology someTopology()
{
    TopologyBuilder b;
    b.tenant(u"Acme");
    b.application(u"SMS_1", u"istransportserver");
    return b.build();
}

/// Appends one edit to the document at this path; the error, or nothing.
std::optional<Error> edit(const QString &path, const QString &name = u"edited"_s)
{
    const auto store = Store::open(path, Store::Access::ReadWrite);
    if (!store)
        return store.error();
    (*store)->setPatience(std::chrono::milliseconds(20));
    const auto content = (*store)->load();
    if (!content)
        return content.error();
    const auto step = setField(content->topology, ApplicationId(0), Field::Name, name);
    const auto head = (*store)->append(content->head, content->topology, *step, ada);
    return head ? std::nullopt : std::optional(head.error());
}

QString nameIn(const QString &path)
{
    const auto store = Store::open(path, Store::Access::ReadOnly);
    if (!store)
        return store.error().text();
    const auto content = (*store)->load();
    return content ? content->topology.application(ApplicationId(0)).name : content.error().text();
}

/// Makes the document at "path" one whose last writer ended in the middle of a commit: half the
/// pages written, the journal still there.
void interruptWrite(const QString &path)
{
    ChildProcess writer([&](const ChildProcess::Line &) -> int {
        Database database(path);
        database.run(
            "PRAGMA cache_size = 2; BEGIN IMMEDIATE; UPDATE applications SET name = 'half';"
            "CREATE TABLE filler (a); INSERT INTO filler WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
            " FROM n WHERE i < 500) SELECT zeroblob(1000) FROM n");
        ::_exit(QFile::exists(path + u"-journal"_s) ? 0 : 1);  // Without a commit or a rollback.
    });
    if (writer.wait() != 0)
        qFatal("no journal was left");
}

}  // namespace

class TestSharedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsWhoHoldsTheFile();
    void readsWhileAnotherWrites();
    void looksWithoutWaiting();
    void keepsItsLocks_data();
    void keepsItsLocks();
    void recoversAnInterruptedWrite();
    void recoversWhileOpenForReading();
    void recoversWhereNothingCanBeWritten();
    void leavesAJournalInUseAlone();
    void discardsTheJournalToo();
    void refusesAForeignJournal();
    void leavesForeignDatabasesAlone();
    void opensReadOnlyFiles_data();
    void opensReadOnlyFiles();
    void refusesToWriteAMovedFile();
    void createsNeverOverAFile();
    void createsWhereItMay();
    void copiesToANewFile();
    void copiesOverADocumentInUse();
    void copiesOverOtherFiles();
    void refusesCopies();

private:
    QString path(const QString &name = u"a.switchyard"_s) const { return m_folder->filePath(name); }
    void createDocument(const QString &name = u"a.switchyard"_s)
    {
        const auto created = Store::create(path(name), someTopology(), {});
        QVERIFY2(created, qPrintable(created ? QString() : created.error().text()));
    }
    std::unique_ptr<TestFolder> m_folder;
};

void TestSharedFiles::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_folder = std::make_unique<TestFolder>();
}

void TestSharedFiles::tellsWhoHoldsTheFile()
{
    createDocument();
    ChildProcess other([&](const ChildProcess::Line &line) {
        Database database(path());
        database.run("BEGIN IMMEDIATE");
        line.say('r');
        return int(line.hear());
    });
    QCOMPARE(other.line().hear(), 'r');
    const auto error = edit(path());
    QVERIFY(error);
    QCOMPARE(error->code, Error::Code::Busy);
    // /proc/comm cuts names at 15 characters.
    QCOMPARE(error->message,
        u"Another program holds the file: tst_sharedfiles, process %1."_s.arg(other.id()));
    other.kill();
    other.wait();
    QVERIFY(!edit(path()));
    QCOMPARE(nameIn(path()), u"edited"_s);
}

void TestSharedFiles::readsWhileAnotherWrites()
{
    createDocument();
    ChildProcess other([&](const ChildProcess::Line &line) {
        Database database(path());
        database.run("BEGIN IMMEDIATE; UPDATE applications SET name = 'theirs'");
        line.say('r');
        line.hear();
        line.say(database.run("COMMIT") == SQLITE_OK ? 'c' : 'b');
        return 0;
    });
    QCOMPARE(other.line().hear(), 'r');
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(store);
    QCOMPARE((*store)->notice(), QString());
    QCOMPARE((*store)->load()->topology.application(ApplicationId(0)).name, u"SMS_1"_s);
    other.line().say('g');
    QCOMPARE(other.line().hear(), 'c');
    QCOMPARE((*store)->load()->topology.application(ApplicationId(0)).name, u"theirs"_s);
}

void TestSharedFiles::looksWithoutWaiting()
{
    createDocument();
    ChildProcess other([&](const ChildProcess::Line &line) {
        line.hear();
        Database database(path());
        database.run("BEGIN EXCLUSIVE");
        line.say('r');
        return int(line.hear());
    });
    const auto store = Store::open(path(), Store::Access::ReadWrite);
    QVERIFY(store);
    QVERIFY((*store)->load());
    other.line().say('g');
    QCOMPARE(other.line().hear(), 'r');
    (*store)->setPatience(std::chrono::hours(1));
    QVERIFY(!(*store)->changedSinceLastLook());
    QCOMPARE((*store)->currentHead().error().code, Error::Code::Busy);
}

void TestSharedFiles::keepsItsLocks_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<bool>("kept");

    QTest::addRow("looksLikeDocument") << 0 << true;
    QTest::addRow("a second store") << 1 << true;
    QTest::addRow("a second store of a damaged view") << 2 << true;
    // That the test can fail: this is the trap.
    QTest::addRow("a plain read") << 3 << false;
}

void TestSharedFiles::keepsItsLocks()
{
    QFETCH(int, how);
    createDocument();
    ChildProcess other([&](const ChildProcess::Line &line) {
        line.hear();
        Database database(path());
        line.say(database.run("BEGIN IMMEDIATE") == SQLITE_OK ? 'w' : 'b');
        return 0;
    });
    Database ours(path());
    QCOMPARE(ours.run("BEGIN IMMEDIATE; UPDATE applications SET name = 'ours'"), SQLITE_OK);
    switch (how) {
    case 0:
        QVERIFY(Store::looksLikeDocument(path()));
        break;
    case 1:
        QCOMPARE(nameIn(path()), u"SMS_1"_s);
        QCOMPARE(edit(path())->code, Error::Code::Busy);
        break;
    case 2: {
        const auto reader = Store::open(path(), Store::Access::ReadOnly);
        QVERIFY(reader);
        QVERIFY(!Store::create(path(), {}, {}));
        QVERIFY(!(*reader)->saveCopy(path()));
        QVERIFY((*reader)->checkIntegrity());
        break;
    }
    default:
        contentOf(path());
    }
    other.line().say('g');
    QTEST(other.line().hear() == 'b', "kept");
}

void TestSharedFiles::recoversAnInterruptedWrite()
{
    createDocument();
    const auto before = contentOf(path());
    for (const auto access : {Store::Access::ReadOnly, Store::Access::ReadWrite}) {
        interruptWrite(path());
        QVERIFY(contentOf(path()) != before);
        const auto store = Store::open(path(), access);
        QVERIFY2(store, qPrintable(store ? QString() : store.error().text()));
        QCOMPARE((*store)->notice(),
            u"A program ended in the middle of an edit. What it left half done was taken back."_s);
        QVERIFY((*store)->load()->topology == someTopology());
        QCOMPARE(m_folder->files(), QStringList(u"a.switchyard"_s));
    }
    QVERIFY(contentOf(path()) == before);
    QVERIFY(!edit(path()));
}

void TestSharedFiles::recoversWhileOpenForReading()
{
    createDocument();
    // The writer is there before us, because it is forked.
    ChildProcess writer([&](const ChildProcess::Line &line) {
        line.hear();
        interruptWrite(path());
        line.say('d');
        return 0;
    });
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(store);
    writer.line().say('g');
    QCOMPARE(writer.line().hear(), 'd');
    const auto content = (*store)->load();
    QVERIFY2(content, qPrintable(content ? QString() : content.error().text()));
    QVERIFY(content->topology == someTopology());
    QVERIFY(!(*store)->notice().isEmpty());
}

void TestSharedFiles::recoversWhereNothingCanBeWritten()
{
    createDocument();
    interruptWrite(path());
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x4444)));
    QVERIFY(QFile::setPermissions(path(u"a.switchyard-journal"_s), QFile::Permissions(0x4444)));
    QVERIFY(::chmod(qPrintable(m_folder->path()), 0555) == 0);
    const auto before = contentOf(path());
    ChildProcess reader([&](const ChildProcess::Line &) {
        if (!dropRights())
            return 9;
        const auto store = Store::open(path(), Store::Access::ReadWrite);
        if (!store || !(*store)->isReadOnly())
            return 1;
        const auto content = (*store)->load();
        if (!content || content->topology != someTopology())
            return 2;
        if (!(*store)->notice().startsWith(
                u"A program ended in the middle of an edit. What it left half done was taken back in a copy"_s))
            return 3;
        return (*store)->path() == path() ? 0 : 4;
    });
    QCOMPARE(reader.wait(), 0);
    QVERIFY(contentOf(path()) == before);
    QCOMPARE(m_folder->files().size(), 2);
    ::chmod(qPrintable(m_folder->path()), 0700);
}

void TestSharedFiles::leavesAJournalInUseAlone()
{
    createDocument();
    ChildProcess writer([&](const ChildProcess::Line &line) {
        Database database(path());
        // Writes pages before the commit, so that there is a journal and an exclusive lock, then
        // goes back to waiting.
        database.run("BEGIN IMMEDIATE; UPDATE applications SET name = 'theirs'");
        line.say('r');
        line.hear();
        line.say(database.run("COMMIT") == SQLITE_OK ? 'c' : 'b');
        return 0;
    });
    QCOMPARE(writer.line().hear(), 'r');
    QVERIFY(QFile::exists(path(u"a.switchyard-journal"_s)));
    QCOMPARE(nameIn(path()), u"SMS_1"_s);
    writer.line().say('g');
    QCOMPARE(writer.line().hear(), 'c');
    QCOMPARE(nameIn(path()), u"theirs"_s);
}

void TestSharedFiles::discardsTheJournalToo()
{
    // A disk that is full leaves a journal to be played back by who comes next.
    createDocument();
    interruptWrite(path());
    Store::discard(path());
    QCOMPARE(m_folder->files(), QStringList());
    createDocument();
}

void TestSharedFiles::refusesAForeignJournal()
{
    // SQLite would delete the file that such a journal names.
    createDocument();
    interruptWrite(path());
    const auto victim = path(u"victim"_s);
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("dear") == 4);
    file.close();
    QFile journal(path(u"a.switchyard-journal"_s));
    QVERIFY(journal.open(QIODevice::Append));
    const auto name = victim.toUtf8();
    const auto big = [](quint32 value) {
        QByteArray bytes(4, 0);
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    quint32 sum = 0;
    for (const char c : name)
        sum += quint32(c);
    journal.write(big(0x40000000 / 4096 + 1) + name + big(quint32(name.size())) + big(sum)
        + QByteArray::fromHex("d9d505f920a163d7"));
    journal.close();
    const auto store = Store::open(path(), Store::Access::ReadWrite);
    QVERIFY(!store);
    QCOMPARE(store.error().message, u"The journal beside the document is not Switchyard's."_s);
    QVERIFY(QFile::exists(victim));
    QVERIFY(QFile::exists(journal.fileName()));
}

void TestSharedFiles::leavesForeignDatabasesAlone()
{
    // Whatever is wrong with another program's database is not ours to mend.
    {
        Database database(path());
        database.run("CREATE TABLE applications (name); INSERT INTO applications VALUES ('x')");
    }
    interruptWrite(path());
    const auto before = contentOf(path());
    QCOMPARE(Store::open(path(), Store::Access::ReadWrite).error().code, Error::Code::NotOurs);
    QVERIFY(contentOf(path()) == before);
    QVERIFY(QFile::exists(path(u"a.switchyard-journal"_s)));
}

void TestSharedFiles::opensReadOnlyFiles_data()
{
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<QString>("reason");

    QTest::addRow("file") << 0444 << 0777 << u"You have no permission to write the file."_s;
    QTest::addRow("folder")
        << 0666 << 0555
        << u"You have no permission to write the file's folder, where each edit is secured."_s;
    QTest::addRow("neither") << 0666 << 0777 << QString();
}

void TestSharedFiles::opensReadOnlyFiles()
{
    QFETCH(int, fileMode);
    QFETCH(int, folderMode);
    QFETCH(QString, reason);
    createDocument();
    ::chmod(qPrintable(path()), mode_t(fileMode));
    ::chmod(qPrintable(m_folder->path()), mode_t(folderMode));
    const auto before = contentOf(path());
    // Root may write everything.
    ChildProcess user([&](const ChildProcess::Line &) {
        if (!dropRights())
            return 9;
        const auto store = Store::open(path(), Store::Access::ReadWrite);
        if (!store)
            return 1;
        if ((*store)->isReadOnly() == reason.isEmpty() || (*store)->notice() != reason)
            return 2;
        const auto error = edit(path());
        if (reason.isEmpty())
            return error ? 3 : 0;
        return error && error->code == Error::Code::ReadOnly && error->message == reason ? 0 : 4;
    });
    QCOMPARE(user.wait(), 0);
    QCOMPARE(contentOf(path()) == before, !reason.isEmpty());
    ::chmod(qPrintable(m_folder->path()), 0700);

    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(store);
    QVERIFY((*store)->isReadOnly());
    QCOMPARE((*store)->notice(), QString());
    QCOMPARE((*store)->append({}, someTopology(), {u"x"_s, {SetSettings {}}}, ada).error().message,
        u"The document was opened for reading only."_s);
}

void TestSharedFiles::refusesToWriteAMovedFile()
{
    createDocument();
    const auto store = Store::open(path(), Store::Access::ReadWrite);
    QVERIFY(store);
    const auto content = (*store)->load();
    QVERIFY(content);
    QVERIFY(QFile::rename(path(), path(u"b.switchyard"_s)));
    const auto head = (*store)->append(content->head, content->topology,
        *setField(content->topology, ApplicationId(0), Field::Name, u"lost"_s), ada);
    QVERIFY(!head);
    QCOMPARE(head.error().message, u"The file was moved or replaced while it was open."_s);
    QCOMPARE(nameIn(path(u"b.switchyard"_s)), u"SMS_1"_s);
    QCOMPARE(m_folder->files(), QStringList(u"b.switchyard"_s));
}

void TestSharedFiles::createsNeverOverAFile()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    const auto created = Store::create(path(), {}, {});
    QVERIFY(!created);
    QCOMPARE(created.error().code, Error::Code::Conflict);
    QCOMPARE(created.error().message, u"There is already a file of this name."_s);
    QCOMPARE(contentOf(path()), "mine"_ba);
    // A link to nowhere is a name as well.
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"link"_s)));
    QCOMPARE(Store::create(path(u"link"_s), {}, {}).error().code, Error::Code::Conflict);
    // The journal that an older document of this name left behind would be played into the new one.
    QVERIFY(QFile::copy(path(), path(u"b.switchyard-journal"_s)));
    const auto orphan = Store::create(path(u"b.switchyard"_s), {}, {});
    QCOMPARE(orphan.error().message,
        u"The journal of another document lies in the way: %1"_s.arg(
            path(u"b.switchyard-journal"_s)));
    QCOMPARE(m_folder->files(), QStringList({u"a.switchyard"_s, u"b.switchyard-journal"_s}));
}

void TestSharedFiles::createsWhereItMay()
{
    QCOMPARE(
        Store::create(path(u"none/a.switchyard"_s), {}, {}).error().code, Error::Code::NotFound);
    ::chmod(qPrintable(m_folder->path()), 0555);
    ChildProcess user([&](const ChildProcess::Line &) {
        if (!dropRights())
            return 9;
        const auto created = Store::create(path(), {}, {});
        return !created && created.error().code == Error::Code::ReadOnly ? 0 : 1;
    });
    QCOMPARE(user.wait(), 0);
    ::chmod(qPrintable(m_folder->path()), 0700);
    QCOMPARE(Store::create(u"/dev/full"_s, {}, {}).error().code, Error::Code::Conflict);
    // Names that SQLite could take for something else.
    for (const auto &name : {u"file:a?mode=memory.switchyard"_s, u":memory:"_s,
             u"größe 😀.switchyard"_s, u"-journal"_s, QString(250, u'x')}) {
        createDocument(name);
        QCOMPARE(nameIn(path(name)), u"SMS_1"_s);
    }
    const auto mask = ::umask(027);
    createDocument(u"masked"_s);
    ::umask(mask);
    struct stat status = {};
    ::stat(qPrintable(path(u"masked"_s)), &status);
    QCOMPARE(int(status.st_mode & 0777), 0640);
}

void TestSharedFiles::copiesToANewFile()
{
    createDocument();
    QVERIFY(!edit(path()));
    ::chmod(qPrintable(path()), 0600);
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(store);
    QVERIFY((*store)->saveCopy(path(u"copy.switchyard"_s)));
    QCOMPARE(m_folder->files(), QStringList({u"a.switchyard"_s, u"copy.switchyard"_s}));
    QCOMPARE(nameIn(path(u"copy.switchyard"_s)), u"edited"_s);
    QCOMPARE(Store::open(path(u"copy.switchyard"_s), Store::Access::ReadOnly)
                 .value()
                 ->journal(0, 9)
                 ->size(),
        1);
    struct stat status = {};
    ::stat(qPrintable(path(u"copy.switchyard"_s)), &status);
    QCOMPARE(int(status.st_mode & 0777), 0600);
    QVERIFY(!edit(path(u"copy.switchyard"_s), u"other"_s));
    QCOMPARE(nameIn(path()), u"edited"_s);
}

void TestSharedFiles::copiesOverADocumentInUse()
{
    createDocument();
    createDocument(u"b.switchyard"_s);
    QVERIFY(!edit(path(u"b.switchyard"_s), u"old"_s));
    const auto source = Store::open(path(), Store::Access::ReadOnly);
    const auto user = Store::open(path(u"b.switchyard"_s), Store::Access::ReadWrite);
    QVERIFY(source && user);
    QCOMPARE((*user)->load()->topology.application(ApplicationId(0)).name, u"old"_s);
    struct stat before = {};
    ::stat(qPrintable(path(u"b.switchyard"_s)), &before);
    QVERIFY((*source)->saveCopy(path(u"b.switchyard"_s)));
    // The same file, so that who has it open sees the new content.
    struct stat after = {};
    ::stat(qPrintable(path(u"b.switchyard"_s)), &after);
    QCOMPARE(after.st_ino, before.st_ino);
    QVERIFY((*user)->changedSinceLastLook());
    QCOMPARE((*user)->load()->topology.application(ApplicationId(0)).name, u"SMS_1"_s);
    QVERIFY((*user)->stepsSince(1).error().code == Error::Code::Corrupt);
}

void TestSharedFiles::copiesOverOtherFiles()
{
    createDocument();
    const auto store = Store::open(path(), Store::Access::ReadOnly);
    QVERIFY(store);
    for (const auto &content : {""_ba, "text"_ba}) {
        QFile file(path(u"b"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            && file.write(content) == content.size());
        file.close();
        const auto copied = (*store)->saveCopy(path(u"b"_s));
        QVERIFY2(copied, qPrintable(copied ? QString() : copied.error().text()));
        QCOMPARE(nameIn(path(u"b"_s)), u"SMS_1"_s);
    }
}

void TestSharedFiles::refusesCopies()
{
    createDocument();
    const auto store = Store::open(path(), Store::Access::ReadWrite);
    QVERIFY(store);
    const auto itself = u"A document can't be copied onto itself."_s;
    QCOMPARE((*store)->saveCopy(path()).error().message, itself);
    QVERIFY(QFile::link(path(), path(u"link"_s)));
    QCOMPARE((*store)->saveCopy(path(u"link"_s)).error().message, itself);
    QCOMPARE(::link(qPrintable(path()), qPrintable(path(u"second"_s))), 0);
    QCOMPARE((*store)->saveCopy(path(u"second"_s)).error().message, itself);
    QVERIFY(!(*store)->saveCopy(m_folder->path()));
    QCOMPARE((*store)->saveCopy(u"/dev/full"_s).error().code, Error::Code::NotOurs);
    QCOMPARE((*store)->saveCopy(path(u"none/b"_s)).error().code, Error::Code::NotFound);
    QCOMPARE(nameIn(path()), u"SMS_1"_s);
}

QTEST_APPLESS_MAIN(TestSharedFiles)
#include "tst_sharedfiles.moc"
