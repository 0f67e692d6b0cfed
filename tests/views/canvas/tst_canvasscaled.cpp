// SPDX-License-Identifier: Apache-2.0
#include "tests/views/canvas/canvaspanel.h"

#include <QPainter>

using namespace Qt::StringLiterals;

/// What is right at 100 % has to be at 200 %: the program runs with twice the pixels here.
class TestCanvasScaled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksKeepTheirSize_data();
    void marksKeepTheirSize();
    void clicksHitWhatIsSeen();
};

void TestCanvasScaled::marksKeepTheirSize_data()
{
    QTest::addColumn<int>("ratio");

    QTest::addRow("screen") << 2;
    QTest::addRow("file") << 1;
}

void TestCanvasScaled::marksKeepTheirSize()
{
    QFETCH(const int, ratio);
    const TemporaryDocument document;
    CanvasPanel panel(document);
    QCOMPARE(panel.page.devicePixelRatioF(), 2.0);
    QImage image(QSize(40, 40) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    panel.canvas.painter().drawMark(painter, {20, 20}, 12, Mark::Error);
    painter.end();
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 0)
                ink |= QRect(x, y, 1, 1);
        }
    }
    const QRect place(14 * ratio, 14 * ratio, 12 * ratio, 12 * ratio);
    QVERIFY(place.contains(ink));
    QVERIFY(ink.width() > 6 * ratio);
}

void TestCanvasScaled::clicksHitWhatIsSeen()
{
    const TemporaryDocument document;
    CanvasPanel panel(document);
    panel.click(panel.port(u"SMS_1", u"Delta Energy"));
    QCOMPARE(panel.served(u"SMS_1"), u"Aurora Bank, Cobalt Telecom"_s);
}

int main(int argc, char **argv)
{
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    TestCanvasScaled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_canvasscaled.moc"
