// SPDX-License-Identifier: Apache-2.0
#include "tests/support/largetopology.h"
#include "tests/support/temporarydocument.h"
#include "tests/support/topologybuilder.h"
#include "views/canvas/picturefile.h"
#include "views/canvas/picturesheets.h"
#include "views/common/palettes.h"

#include <QGuiApplication>
#include <QImageReader>
#include <QTest>
#include <QThread>
#include <QTransform>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct PlacedText
{
    QString text;
    QPointF at;
};

/// The texts of an SVG, and where they begin. Fails the test where it is no XML.
QList<PlacedText> textsOf(const QByteArray &svg)
{
    QList<PlacedText> texts;
    QXmlStreamReader xml(svg);
    QTransform transform;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (const auto matrix = attributes.value("transform"_L1).toString(); !matrix.isEmpty()) {
            const auto n = matrix.mid(7).chopped(1).split(u',');
            transform = QTransform(n[0].toDouble(), n[1].toDouble(), n[2].toDouble(),
                n[3].toDouble(), n[4].toDouble(), n[5].toDouble());
        }
        if (xml.name() == "text"_L1) {
            const QPointF at(
                attributes.value("x"_L1).toDouble(), attributes.value("y"_L1).toDouble());
            texts.append({xml.readElementText(), transform.map(at)});
        }
    }
    if (xml.hasError())
        qFatal("%s", qPrintable(xml.errorString()));
    return texts;
}

QStringList words(const QByteArray &svg)
{
    QStringList words;
    for (const auto &text : textsOf(svg))
        words.append(text.text);
    return words;
}

Picture::Style style(const QString &title = u"site"_s)
{
    Picture::Style style;
    style.title = title;
    style.font = QFont(u"DejaVu Sans"_s);
    return style;
}

QByteArray written(const Topology &topology, PictureFormat format, const QString &title = u"site"_s)
{
    const auto file = writePicture({topology, topology, {}}, format, style(title));
    if (!file)
        qFatal("%s", qPrintable(file.error().text()));
    return file->bytes;
}

Topology named(const QString &name)
{
    TopologyBuilder b;
    b.tenant(name).dbid(101);
    b.tenant(u"Globex").dbid(102);
    b.application(name, u"chatserver").tenants({name, u"Globex"}).release(name).host(name);
    b.application(name + u"2"_s, u"emailserver").tenants({name});
    b.multimediaSwitch(name, name);
    return b.build();
}

}  // namespace

class PictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }
    void everyNameStandsInItsPlace();
    void tenantsStandAboveTheirLanes();
    void anyTopology_data();
    void anyTopology();
    void titleIsText();
    void sameTwice();
    void sameInAnotherThread();
    void wearsNoTheme();
    void legendHasWhatIsThere();
    void partOfIt();
    void tooLargeForPixels();
    void tooLargeForDrawings();
    void sheetsCoverEverything();
    void oneSheetIfItFits();
    void sheetsAreCutBetweenRows();
    void formats_data();
    void formats();
};

void PictureTest::everyNameStandsInItsPlace()
{
    const TemporaryDocument document;
    const auto &topology = document.topology();
    const auto texts = textsOf(written(topology, PictureFormat::Svg));
    const Scene scene(topology);
    const auto origin = Picture::place({scene.bounds()}).topLeft();
    const auto check = [&](ObjectId object) {
        const auto place = scene.rect(object).translated(origin);
        const auto name = topology.name(object);
        const auto found = std::find_if(texts.begin(), texts.end(),
            [&](const PlacedText &text) { return text.text == name && place.contains(text.at); });
        QVERIFY2(found != texts.end(), qPrintable(name));
    };
    for (const auto &application : topology.applications())
        check(application.id);
    for (const auto &each : topology.switches())
        check(each.id);
}

void PictureTest::tenantsStandAboveTheirLanes()
{
    const TemporaryDocument document;
    const auto &topology = document.topology();
    const auto texts = textsOf(written(topology, PictureFormat::Svg));
    const Scene scene(topology);
    const auto place = Picture::place({scene.bounds()});
    int found = 0;
    for (int lane = 0; lane < scene.lanes().count(); ++lane) {
        const auto name = topology.tenant(scene.lanes().tenant(lane)).name;
        for (const auto &text : texts)
            found += text.text == name && text.at.y() < place.top()
                && text.at.x() > place.left() + scene.lanes().left(lane)
                && text.at.x() < place.left() + scene.lanes().left(lane + 1);
    }
    QCOMPARE(found, scene.lanes().count() - 1);  // Environment is folded.
}

void PictureTest::anyTopology_data()
{
    QTest::addColumn<Topology>("topology");
    TopologyBuilder lone;
    lone.tenant(u"Acme");
    TopologyBuilder placeholders;
    placeholders.application(u"A", u"chatserver").tenants({u"Nobody", u"No one"}).connect(u"B");
    QTest::addRow("nothing") << Topology();
    QTest::addRow("a tenant, no server") << lone.build();
    QTest::addRow("placeholders") << placeholders.build();
    QTest::addRow("very long names") << named(QString(50'000, u'W'));
    QTest::addRow("right to left") << named(u"خادم الدردشة"_s);
    QTest::addRow("both directions") << named(u"Chat שרת 1"_s);
    QTest::addRow("marks that turn the direction") << named(u"a\u202Eb\u2066c"_s);
    QTest::addRow("markup") << named(u"</text><b>&amp;\"'"_s);
    QTest::addRow("control characters") << named(u"a\nb\u0001"_s);
    QTest::addRow("beyond the first plane") << named(u"𝔘𝔫𝔦 🙂"_s);
    QTest::addRow("half a character") << named(QString(QChar(0xD83D)));
    QTest::addRow("blank") << named(u" "_s);
    QTest::addRow("many tenants") << LargeTopology::working(30);
}

// Whatever the topology, each format can be read again.
void PictureTest::anyTopology()
{
    QFETCH(Topology, topology);
    const auto svg = written(topology, PictureFormat::Svg);
    QVERIFY(words(svg).contains(u"site"_s));
    QVERIFY(svg.isValidUtf8());
    const auto image = QImage::fromData(written(topology, PictureFormat::Png), "png");
    QVERIFY(image.width() >= 560);
    const auto pdf = written(topology, PictureFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
}

void PictureTest::titleIsText()
{
    const auto svg = written(named(u"Acme"_s), PictureFormat::Svg, u"<a & b>.json"_s);
    QVERIFY(words(svg).contains(u"<a & b>.json"_s));
    QVERIFY(svg.contains("<title>&lt;a &amp; b&gt;.json</title>"));
    QCOMPARE(svg.count("<title>"), 1);
    QVERIFY(svg.contains("<desc>2 tenants · 2 applications"));
}

void PictureTest::sameTwice()
{
    const TemporaryDocument document;
    for (const auto format : {PictureFormat::Svg, PictureFormat::Png})
        QCOMPARE(written(document.topology(), format), written(document.topology(), format));
}

void PictureTest::sameInAnotherThread()
{
    const TemporaryDocument document;
    const PictureSource source {document.topology(), document->baseline(), {}};
    for (const auto format : {PictureFormat::Svg, PictureFormat::Png}) {
        const auto here = writePicture(source, format, style());
        QByteArray there;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { there = writePicture(source, format, style())->bytes; }));
        thread->start();
        QVERIFY(thread->wait());
        QVERIFY(here->bytes == there);
    }
}

void PictureTest::wearsNoTheme()
{
    const TemporaryDocument document;
    const auto light = written(document.topology(), PictureFormat::Svg);
    const auto before = QGuiApplication::palette();
    QGuiApplication::setPalette(darkPalette());
    const auto dark = written(document.topology(), PictureFormat::Svg);
    QGuiApplication::setPalette(before);
    QVERIFY(light == dark);
}

void PictureTest::legendHasWhatIsThere()
{
    const TemporaryDocument document;
    const auto unchanged = words(written(document.topology(), PictureFormat::Svg));
    QVERIFY(unchanged.contains(u"Error"_s));
    QVERIFY(!unchanged.contains(u"Restart"_s));
    const auto changed =
        writePicture({document.topology(), document->baseline(), {}}, PictureFormat::Svg, style());
    QVERIFY(words(changed->bytes).contains(u"Restart"_s));
    TopologyBuilder b;
    b.tenant(u"Acme");
    QVERIFY(!words(written(b.build(), PictureFormat::Svg)).contains(u"Switch"_s));
}

void PictureTest::partOfIt()
{
    const auto topology = LargeTopology::working(20);
    const auto part = withPicture({topology, topology, {}}, style(), [&](Picture &picture) {
        const auto &lanes = picture.scene().lanes();
        const PictureSheet sheet {
            QRectF(QPointF(lanes.left(3) + 10, 0), QPointF(lanes.left(6) - 10, 400))};
        return writePicture(picture, PictureFormat::Svg, sheet)->bytes;
    });
    const auto found = words(part);
    const auto name = [&](int lane) {
        return topology.tenant(Scene(topology).lanes().tenant(lane)).name;
    };
    QVERIFY(found.contains(name(3)));
    QVERIFY(found.contains(name(5)));
    QVERIFY(!found.contains(name(8)));
    QVERIFY(
        found.contains(u"20 tenants · %1 applications · %2"_s.arg(topology.applications().size())
                           .arg(found.filter(u"20 tenants"_s).constFirst().section(u" · "_s, 2))));
}

void PictureTest::tooLargeForPixels()
{
    const auto topology = LargeTopology::working(150);
    const auto png = writePicture({topology, topology, {}}, PictureFormat::Png, style());
    QVERIFY(png.has_value());
    QVERIFY2(png->note.contains(u"shrunk"), qPrintable(png->note));
    QImageReader::setAllocationLimit(0);
    const auto image = QImage::fromData(png->bytes, "png");
    QVERIFY(image.width() <= 16'000);
    QVERIFY(image.width() > 14'000);
    const auto small =
        writePicture({named(u"A"_s), named(u"A"_s), {}}, PictureFormat::Png, style());
    QVERIFY2(small->note.isEmpty(), qPrintable(small->note));
}

void PictureTest::tooLargeForDrawings()
{
    const auto topology = LargeTopology::working(2);
    withPicture({topology, topology, {}}, style(), [&](Picture &picture) {
        const auto svg = writePicture(picture, PictureFormat::Svg, {QRectF(0, 0, 2e6, 2e4)});
        QVERIFY2(svg->note.contains(u"shrunk to 9 %"), qPrintable(svg->note));
        QVERIFY(!words(svg->bytes).contains(u"Chat_0"_s));
        const auto usual = writePicture(picture, PictureFormat::Svg, {QRectF(0, 0, 2e4, 2e4)});
        QVERIFY(usual->note.isEmpty());
        QVERIFY(words(usual->bytes).contains(u"Chat_0"_s));
    });
}

void PictureTest::sheetsCoverEverything()
{
    const auto topology = LargeTopology::working(40);
    withPicture({topology, topology, {}}, style(), [&](Picture &picture) {
        const auto bounds = picture.scene().bounds();
        const auto sheets = sheetsFor(picture, bounds, {1200, 900});
        QVERIFY(sheets.size() > 4);
        double area = 0;
        for (const auto &sheet : sheets) {
            QCOMPARE(sheet.number, int(&sheet - &sheets.first()) + 1);
            QCOMPARE(sheet.count, int(sheets.size()));
            QVERIFY(bounds.contains(sheet.part));
            QVERIFY(Picture::place(sheet).width() <= picture.room({1200, 900}).width() + 1);
            QVERIFY(Picture::place(sheet).height() <= picture.room({1200, 900}).height() + 1);
            for (const auto &other : sheets)
                QVERIFY(&other == &sheet || !other.part.intersects(sheet.part));
            area += sheet.part.width() * sheet.part.height();
        }
        QVERIFY(qFuzzyCompare(area, bounds.width() * bounds.height()));
    });
}

void PictureTest::oneSheetIfItFits()
{
    const TemporaryDocument document;
    withPicture({document.topology(), document.topology(), {}}, style(), [&](Picture &picture) {
        const auto bounds = picture.scene().bounds();
        const auto all = sheetsFor(picture, bounds, picture.size({bounds}));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.constFirst().zoom, 1);
        const auto smaller = sheetsFor(picture, bounds, picture.size({bounds}) * 0.8);
        QCOMPARE(smaller.size(), 1);
        QVERIFY(smaller.constFirst().zoom < 0.8);
    });
}

// No card or bus is cut in two, but for buses of more lanes than a sheet has.
void PictureTest::sheetsAreCutBetweenRows()
{
    const auto topology = LargeTopology::working(40);
    withPicture({topology, topology, {}}, style(), [&](Picture &picture) {
        const auto &scene = picture.scene();
        for (const auto &sheet : sheetsFor(picture, scene.bounds(), {1200, 900})) {
            for (const auto &application : topology.applications()) {
                const auto rect = scene.rect(application.id);
                if (scene.node(application.id).shape == Scene::Shape::Side
                    || !rect.intersects(sheet.part))
                    continue;
                QVERIFY(rect.top() >= sheet.part.top() && rect.bottom() <= sheet.part.bottom());
                QVERIFY(scene.node(application.id).shape == Scene::Shape::Bus
                    || sheet.part.contains(rect));
            }
        }
    });
}

void PictureTest::formats_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("format");
    QTest::addRow("svg") << u"/a/b.svg"_s << int(PictureFormat::Svg);
    QTest::addRow("png") << u"b.PNG"_s << int(PictureFormat::Png);
    QTest::addRow("pdf") << u"a.svg.pdf"_s << int(PictureFormat::Pdf);
    QTest::addRow("another") << u"a.jpg"_s << -1;
    QTest::addRow("none") << u"svg"_s << -1;
}

void PictureTest::formats()
{
    QFETCH(QString, path);
    const auto format = pictureFormat(path);
    QTEST(format ? int(*format) : -1, "format");
}

QTEST_MAIN(PictureTest)
#include "tst_picture.moc"
