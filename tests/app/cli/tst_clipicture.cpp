// SPDX-License-Identifier: Apache-2.0
#include "tests/app/cli/cli.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QStringList formats {u"svg"_s, u"png"_s};

/// The texts of an SVG; none where it is no XML.
QStringList textsOf(const QByteArray &svg)
{
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "text"_L1)
            texts.append(xml.readElementText());
    }
    return xml.hasError() ? QStringList() : texts;
}

Run picture(const QString &file, const QString &format, const QString &target)
{
    return cli({u"export"_s, file, u"--format"_s, format, u"--output"_s, target});
}

}  // namespace

class TestCliPicture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAsItsFormatDoes_data();
    void beginsAsItsFormatDoes();
    void hasEveryName();
    void errorsDoNotMatter();
    void documentShowsItsPlan();
    void fromStandardInput();
    void namesLikeOptions();
    void sameTwice_data();
    void sameTwice();
    void whereverItIsStarted();
    void overAnExistingFile();
    void malformedInput_data();
    void malformedInput();
    void targetThatCannotBeWritten_data();
    void targetThatCannotBeWritten();
    void documentIsNoTarget();
    void documentIsUnchanged();
    void otherCommandsLoadNoGui();

private:
    const QString m_sample = sample(u"harbour.topology.json"_s);
    const Folder m_folder;
};

void TestCliPicture::beginsAsItsFormatDoes_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::addRow("svg") << u"svg"_s << QByteArray("<?xml ") << QByteArray("</svg>");
    QTest::addRow("png") << u"png"_s << QByteArray("\x89PNG\r\n\x1A\n", 8)
                         << QByteArray("IEND\xAE\x42\x60\x82");
}

void TestCliPicture::beginsAsItsFormatDoes()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    const auto name = u"begin."_s + format;
    const auto run = picture(m_sample, format, m_folder.path(name));
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray());
    const auto bytes = m_folder.content(name);
    QVERIFY(bytes.startsWith(begin));
    QVERIFY(bytes.trimmed().endsWith(end));
    QVERIFY(bytes.size() > 10'000);
    const auto toOutput = picture(m_sample, format, u"-"_s);
    QCOMPARE(toOutput.exitCode, 0);
    QVERIFY(toOutput.out.startsWith(begin));
}

void TestCliPicture::hasEveryName()
{
    const auto texts = textsOf(picture(m_sample, u"svg"_s, u"-"_s).out);
    QVERIFY(texts.contains(u"harbour.topology.json"_s));
    QFile file(m_sample);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto names = QJsonDocument::fromJson(file.readAll()).object();
    int checked = 0;
    for (const auto &kind : {u"applications"_s, u"tenants"_s, u"switches"_s}) {
        for (const auto &object : names.value(kind).toArray()) {
            const auto name = object.toObject().value(u"name"_s).toString();
            // Nothing stands in Environment: its lane is folded.
            QVERIFY2(texts.contains(name) || name == u"Environment"_s, qPrintable(name));
            ++checked;
        }
    }
    QVERIFY(checked > 50);
}

// Reports and pictures are never refused; whether errors are allowed is no question.
void TestCliPicture::errorsDoNotMatter()
{
    QCOMPARE(cli({u"validate"_s, m_sample}).exitCode, 1);
    for (const auto &format : formats)
        QCOMPARE(picture(m_sample, format, u"-"_s).exitCode, 0);
    QCOMPARE(cli({u"export"_s, m_sample, u"--format"_s, u"svg"_s, u"--output"_s, u"-"_s,
                     u"--allow-errors"_s})
                 .exitCode,
        0);
}

void TestCliPicture::documentShowsItsPlan()
{
    const auto document = m_folder.path(u"plan.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto texts = textsOf(picture(document, u"svg"_s, u"-"_s).out);
    QVERIFY(texts.contains(u"Restart"_s));
    QVERIFY(!textsOf(picture(m_sample, u"svg"_s, u"-"_s).out).contains(u"Restart"_s));
}

void TestCliPicture::fromStandardInput()
{
    const auto run = cli({u"export"_s, u"-"_s, u"--format"_s, u"svg"_s, u"--output"_s, u"-"_s},
        topologyWith(application("Chat_1", "chatserver", "\"Acme\",\"Globex\"")));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(textsOf(run.out).contains(u"Chat_1"_s));
}

// The arguments are handed on to another program, which must not read them otherwise.
void TestCliPicture::namesLikeOptions()
{
    m_folder.file(u"--help"_s, topologyWith(application("Chat_1", "chatserver", "\"Acme\"")));
    QProcess process;
    process.setWorkingDirectory(m_folder.path({}));
    process.start(cliProgram(),
        {u"export"_s, u"--format=svg"_s, u"--output=-x y.svg"_s, u"--"_s, u"--help"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(textsOf(m_folder.content(u"-x y.svg"_s)).contains(u"Chat_1"_s));
}

void TestCliPicture::sameTwice_data()
{
    QTest::addColumn<QString>("format");
    QTest::addRow("svg") << u"svg"_s;
    QTest::addRow("png") << u"png"_s;
}

void TestCliPicture::sameTwice()
{
    QFETCH(QString, format);
    QVERIFY(picture(m_sample, format, u"-"_s).out == picture(m_sample, format, u"-"_s).out);
}

// No display, no home, no locale, and a platform that does not exist.
void TestCliPicture::whereverItIsStarted()
{
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment;
        environment.insert(u"LC_ALL"_s, u"C"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"nowhere"_s);
        environment.insert(u"QT_QPA_PLATFORMTHEME"_s, u"gtk3"_s);
        return environment;
    }());
    process.start(
        cliProgram(), {u"export"_s, m_sample, u"--format"_s, u"svg"_s, u"--output"_s, u"-"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput() == picture(m_sample, u"svg"_s, u"-"_s).out);
}

void TestCliPicture::overAnExistingFile()
{
    const auto target = m_folder.file(u"old.svg"_s, "old");
    QCOMPARE(picture(m_sample, u"svg"_s, target).exitCode, 0);
    QVERIFY(m_folder.content(u"old.svg"_s).startsWith("<?xml"));
}

void TestCliPicture::malformedInput_data()
{
    QTest::addColumn<QString>("file");
    QTest::addRow("missing") << u"/nowhere/a"_s;
    QTest::addRow("a folder") << u"/"_s;
    QTest::addRow("no topology") << m_folder.file(u"a.json"_s, "{");
}

void TestCliPicture::malformedInput()
{
    QFETCH(QString, file);
    for (const auto &format : formats) {
        const auto run = picture(file, format, m_folder.path(u"none"_s));
        QCOMPARE(run.exitCode, 3);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(!m_folder.contains(u"none"_s));
    }
}

void TestCliPicture::targetThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("target");
    QTest::addRow("no such folder") << u"/nowhere/a.svg"_s;
    QTest::addRow("a folder") << u"/tmp"_s;
    QTest::addRow("a device") << u"/dev/null"_s;
    QTest::addRow("nothing") << u""_s;
}

void TestCliPicture::targetThatCannotBeWritten()
{
    QFETCH(QString, target);
    const auto run = picture(m_sample, u"svg"_s, target);
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(run.err.contains(target.toUtf8()));
}

void TestCliPicture::documentIsNoTarget()
{
    const auto document = m_folder.path(u"target.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto before = m_folder.content(u"target.switchyard"_s);
    for (const auto &format : formats)
        QCOMPARE(picture(m_sample, format, document).exitCode, 4);
    QVERIFY(m_folder.content(u"target.switchyard"_s) == before);
}

void TestCliPicture::documentIsUnchanged()
{
    const auto document = m_folder.path(u"same.switchyard"_s);
    QCOMPARE(cli({u"new"_s, document, u"--sample"_s}).exitCode, 0);
    const auto before = m_folder.content(u"same.switchyard"_s);
    QCOMPARE(picture(document, u"png"_s, m_folder.path(u"same.png"_s)).exitCode, 0);
    QVERIFY(m_folder.content(u"same.switchyard"_s) == before);
}

// Loading it would take them longer than their own work.
void TestCliPicture::otherCommandsLoadNoGui()
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.start(cliProgram(), {u"rules"_s});
    QVERIFY(process.waitForFinished());
    const auto libraries = process.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    QVERIFY(!libraries.contains("libQt6Gui"));
}

QTEST_GUILESS_MAIN(TestCliPicture)
#include "tst_clipicture.moc"
