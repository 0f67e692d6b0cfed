// SPDX-License-Identifier: Apache-2.0
#include "models/document/document.h"
#include "models/topology/edits.h"
#include "tests/support/topologybuilder.h"
#include "views/common/desktopmotion.h"
#include "views/common/elideddelegate.h"
#include "views/common/emptystate.h"
#include "views/common/gestures.h"
#include "views/common/icons.h"
#include "views/common/mark.h"
#include "views/common/notices.h"
#include "views/common/objecttext.h"
#include "views/common/palettes.h"
#include "views/common/plainlabel.h"
#include "views/common/selection.h"
#include "views/common/theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace {

/// A window as far as notices are concerned.
class Board final : public QWidget, public NoticeBoard
{
public:
    void post(const Notice &notice) override { notices.append(notice); }
    QList<Notice> notices;
};

const QList<Tone> tones {Tone::Error, Tone::Warning, Tone::Advice, Tone::Restart, Tone::Immediate,
    Tone::NotStated, Tone::Added, Tone::Removed, Tone::Changed, Tone::Muted, Tone::Accent};
const QList<Mark> marks {Mark::Error, Mark::Warning, Mark::Advice, Mark::Restart, Mark::Immediate,
    Mark::NotStated, Mark::Start, Mark::Stop, Mark::Changed, Mark::Waived, Mark::Pending};

/// Whether anything was painted, and in what colour most.
QColor inkOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const auto image =
        icon.pixmap(QSize(32, 32), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

}  // namespace

class CommonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin)"_s)); }

    // --- Texts ---

    void plainTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");

        QTest::addRow("as it is") << u"SMS_1 & <b>"_s << u"SMS_1 & <b>"_s;
        QTest::addRow("beyond 16 bits") << u"a\U0001F600b"_s << u"a\U0001F600b"_s;
        QTest::addRow("right to left override") << u"a\u202Eb"_s << u"a\\u202Eb"_s;
        QTest::addRow("isolate") << u"\u2067x"_s << u"\\u2067x"_s;
        QTest::addRow("zero width") << u"a\u200Bb"_s << u"a\\u200Bb"_s;
        QTest::addRow("line break") << u"a\nb"_s << u"a\\nb"_s;
        QTest::addRow("tab") << u"a\tb"_s << u"a\\tb"_s;
        QTest::addRow("bell") << u"a\u0007b"_s << u"a\\u0007b"_s;
        QTest::addRow("line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
        QTest::addRow("lone surrogate") << QString(u"a"_s + QChar(0xD800)) << u"a\\uD800"_s;
        QTest::addRow("tag") << QString::fromUcs4(U"\U000E0041") << u"\\uE0041"_s;
    }
    void plainTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(plainText(text), shown);
    }

    void namesThatCannotBeSeen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("empty") << QString();
        QTest::addRow("blanks") << u"  "_s;
        QTest::addRow("ideographic space") << u"\u3000"_s;
    }
    void namesThatCannotBeSeen()
    {
        QFETCH(QString, name);
        QCOMPARE(nameText(name), u"(no name)"_s);
    }

    void toolTipsAreNoRichText()
    {
        QCOMPARE(toolTipText(u"a < b\n<img src=x>"),
            u"<p style='white-space:pre-wrap'>a &lt; b<br>&lt;img src=x&gt;</p>"_s);
        QCOMPARE(toolTipText(u""), QString());
    }

    void ampersandsAreNoMnemonics() { QCOMPARE(mnemonicText(u"R&D"), u"R&&D"_s); }

    void longListsAreCut()
    {
        const QStringList six {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
        QCOMPARE(shortList(six), u"a, b, c, d, e, f"_s);
        QCOMPARE(shortList(six + QStringList {u"g"_s}), u"a, b, c, d, e and 2 more"_s);
    }

    void objectsSayWhatTheyAre()
    {
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.multimediaSwitch(u"Acme", u"MM");
        b.application(u"SMS_1", u"istransportserver").connect(u"Nobody");
        const auto topology = b.build();
        QCOMPARE(objectDescription(topology, applicationNamed(topology, u"SMS_1")),
            u"SMS_1, SMS Server"_s);
        QCOMPARE(
            objectLabel(topology, applicationNamed(topology, u"Nobody")), u"Nobody (undefined)"_s);
        QCOMPARE(objectDescription(topology, switchNamed(topology, u"Acme", u"MM")),
            u"MM, switch of Acme"_s);
    }

    void labelsShowMarkupAsItIs()
    {
        const std::unique_ptr<QLabel> label(plainLabel(u"<b>x</b>"_s));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), u"<b>x</b>"_s);
    }

    /// A sentence that begins with an Arabic name keeps its order.
    void sentencesRunAsTheProgramDoes()
    {
        const std::unique_ptr<QLabel> label(plainLabel({}, nullptr, LabelKind::Paragraph));
        label->setText(u"\u062E\u0627\u062F\u0645 serves 2 tenants."_s);
        label->grab();
        const auto *document = label->findChild<QTextDocument *>();
        QVERIFY(document);
        QCOMPARE(document->defaultTextOption().textDirection(), Qt::LeftToRight);
    }

    /// What selects while rows change is told to follow once they have.
    void nothingIsSelectedWhileHeld()
    {
        Selection selection;
        const ObjectId first(TenantId(1));
        selection.select(first);
        QSignalSpy changes(&selection, &Selection::changed);
        selection.hold();
        selection.select(ObjectId(TenantId(2)));
        QCOMPARE(selection.current(), first);
        QCOMPARE(changes.count(), 0);
        selection.release();
        QCOMPARE(changes.count(), 1);
        selection.release();
        QCOMPARE(changes.count(), 1);
    }

    // --- Colours ---

    void tonesAreReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addRow("light") << lightPalette();
        QTest::addRow("dark") << darkPalette();
    }
    void tonesAreReadable()
    {
        QFETCH(QPalette, palette);
        constexpr double readable = 4.5;
        const auto grounds = {
            QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Highlight};
        for (const auto ground : grounds) {
            for (const auto tone : tones) {
                const auto ratio = contrast(toneColour(palette, tone), palette.color(ground));
                QVERIFY2(ratio >= readable,
                    qPrintable(u"tone %1 on %2: %3"_s.arg(int(tone)).arg(int(ground)).arg(ratio)));
            }
            QVERIFY(contrast(palette.color(QPalette::Text), palette.color(ground)) >= readable);
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(ground))
                >= readable);
        }
        for (const auto tone : tones) {
            QVERIFY(contrast(toneColour(palette, tone), toneBackground(palette, tone)) >= readable);
            QVERIFY(
                contrast(palette.color(QPalette::Text), toneBackground(palette, tone)) >= readable);
        }
        QVERIFY(
            contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight))
            >= readable);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase))
            >= readable);
        QVERIFY(
            contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) >= readable);
        QVERIFY(contrast(Qt::white, QColor(0x2f, 0x6f, 0xed)) >= readable);
    }

    void marksHaveGlyphWordAndDrawing()
    {
        QSet<QString> glyphs;
        for (const auto mark : marks) {
            glyphs.insert(markGlyph(mark));
            QVERIFY(!markWord(mark).isEmpty());
            QVERIFY2(inkOf(markIcon(mark)).isValid(), qPrintable(markWord(mark)));
        }
        QCOMPARE(glyphs.size(), marks.size());
        QCOMPARE(markLabel(Mark::Error), u"✖ Error"_s);
        QCOMPARE(markLabel(Mark::Pending), u"↻! Pending"_s);
        QCOMPARE(markOf(Action::Restart), Mark::Restart);
        QCOMPARE(markOf(FindingsSummary {0, 2, 1}), std::optional(Mark::Warning));
        QCOMPARE(markOf(FindingsSummary {}), std::optional<Mark>());
    }

    void iconsFollowTheTheme()
    {
        const auto before = QGuiApplication::palette();
        const auto icon = markIcon(Mark::Error);
        QApplication::setPalette(lightPalette());
        QCOMPARE(inkOf(icon), toneColour(lightPalette(), Tone::Error));
        QApplication::setPalette(darkPalette());
        QCOMPARE(inkOf(icon), toneColour(darkPalette(), Tone::Error));
        QVERIFY(inkOf(icon, QIcon::Disabled) != inkOf(icon));
        QApplication::setPalette(before);
    }

    void iconsAreSharpOnFineScreens()
    {
        const auto pixmap = markIcon(Mark::Warning).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void everyTypeHasADrawing()
    {
        for (const auto &type : ApplicationType::all())
            QVERIFY2(inkOf(typeIcon(type)).isValid(), qPrintable(type.token()));
        for (const auto kind :
            {Kind::Tenant, Kind::SwitchingOffice, Kind::Switch, Kind::Host, Kind::Application})
            QVERIFY(inkOf(kindIcon(kind)).isValid());
        QVERIFY(!programIcon().isNull());
    }

    void everyNamedTypeHasADrawingOfItsOwn()
    {
        const auto image = [](const QIcon &icon) {
            return icon.pixmap(QSize(32, 32), 1.0).toImage();
        };
        QList<QImage> known {image(kindIcon(Kind::Application))};
        for (const auto &type : ApplicationType::all()) {
            if (type.displayName() == type.token())
                continue;
            QVERIFY2(!known.contains(image(typeIcon(type))), qPrintable(type.token()));
            known.append(image(typeIcon(type)));
        }
    }

    void desktopsSayThatNothingShouldMove_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<std::optional<bool>>("said");
        const auto add = [](const char *name, const QString &group, const QString &key,
                             const QVariant &value, std::optional<bool> said) {
            QTest::addRow("%s", name) << group << key << value << said;
        };
        const auto appearance = u"org.freedesktop.appearance"_s;
        const auto gnome = u"org.gnome.desktop.interface"_s;
        const auto kde = u"org.kde.kdeglobals.KDE"_s;
        add("reduced", appearance, u"reduced-motion"_s, 1U, true);
        add("no preference", appearance, u"reduced-motion"_s, 0U, false);
        add("wrapped", appearance, u"reduced-motion"_s,
            QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusVariant(1U)))), true);
        add("GNOME without", gnome, u"enable-animations"_s, false, true);
        add("GNOME with", gnome, u"enable-animations"_s, true, false);
        add("KDE instant", kde, u"AnimationDurationFactor"_s, u"0"_s, true);
        add("KDE slow", kde, u"AnimationDurationFactor"_s, u"1.5"_s, false);
        add("KDE strange", kde, u"AnimationDurationFactor"_s, u"fast"_s, false);
        add("another key", appearance, u"color-scheme"_s, 1U, {});
        add("another group", u"org.example"_s, u"reduced-motion"_s, 1U, {});
    }

    void desktopsSayThatNothingShouldMove()
    {
        QFETCH(const QString, group);
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        QFETCH(const std::optional<bool>, said);
        QCOMPARE(DesktopMotion::saysReduced(group, key, value), said);
    }

    void themesHaveTokens()
    {
        for (const auto choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
            QCOMPARE(Theme::fromToken(QString(Theme::token(choice))), std::optional(choice));
        QCOMPARE(Theme::fromToken(u"blue"), std::optional<ThemeChoice>());
    }

    void aThemeDressesTheApplication()
    {
        Theme theme;
        theme.setChoice(ThemeChoice::Dark);
        QVERIFY(isDark(QGuiApplication::palette()));
        theme.setChoice(ThemeChoice::Light);
        QVERIFY(!isDark(QGuiApplication::palette()));
    }

    void withoutAPortalTheSystemIsLight()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        Theme theme;
        theme.setChoice(ThemeChoice::System);
        QVERIFY(!isDark(QGuiApplication::palette()));
    }

    // --- Selection ---

    void selectingTheSameSaysNothing()
    {
        Selection selection;
        QSignalSpy changed(&selection, &Selection::changed);
        selection.select(TenantId(3));
        selection.select(TenantId(3));
        QCOMPARE(changed.size(), 1);
        selection.select(TenantId(3), Field::Name);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(selection.field(), std::optional(Field::Name));
        selection.select({TenantId(3), ApplicationId(1)});
        QCOMPARE(selection.current(), std::optional<ObjectId>(ApplicationId(1)));
        selection.clear();
        QCOMPARE(selection.current(), std::optional<ObjectId>());
    }

    void revealingSelects()
    {
        Selection selection;
        QSignalSpy revealed(&selection, &Selection::revealed);
        selection.reveal(ApplicationId(7), Field::Tenants);
        QCOMPARE(selection.current(), std::optional<ObjectId>(ApplicationId(7)));
        QCOMPARE(revealed.size(), 1);
    }

    // --- Notices, gestures ---

    void noticesGoToTheNearestBoard()
    {
        Board board;
        auto *panel = new QWidget(&board);
        auto *inner = new QWidget(panel);
        postNotice(inner, {u"done"_s, {}, {}, {}});
        QCOMPARE(board.notices.size(), 1);
        QCOMPARE(board.notices.constFirst().text, u"done"_s);
        const QWidget alone;
        postNotice(&alone, {u"nobody hears"_s, {}, {}, {}});

        QVERIFY(!succeeded(Result<int>(failure(Error::Code::Busy, u"Busy."_s)), inner));
        QCOMPARE(board.notices.constLast().text, u"Busy."_s);
        QCOMPARE(board.notices.constLast().mark, std::optional(Mark::Error));
    }

    void removingIsToldAndUndone()
    {
        QTemporaryDir folder;
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.multimediaSwitch(u"Acme", u"MM");
        b.application(u"SMS_1", u"istransportserver").tenants({u"Acme"});
        b.application(u"SMS_2", u"istransportserver").tenants({u"Acme"});
        const auto before = b.build();
        auto document = Document::create(folder.filePath(u"a.switchyard"_s), {}, before);
        QVERIFY(document.has_value());
        Board board;
        removeObjects(**document, {tenantNamed(before, u"Acme")}, &board);
        QVERIFY(!(*document)->topology().findTenant(u"Acme"));
        QCOMPARE(board.notices.size(), 1);
        QCOMPARE(board.notices.constFirst().text,
            u"Removed Acme, 1 object of its own and 2 references."_s);
        QCOMPARE(board.notices.constFirst().actionText, u"Undo"_s);
        board.notices.constFirst().action();
        QCOMPARE((*document)->topology(), before);

        // Once something else was done, the link must not take that back.
        const auto undone = (*document)->head();
        board.notices.constFirst().action();
        QCOMPARE((*document)->head(), undone);
    }

    void environmentIsNotRemoved()
    {
        QTemporaryDir folder;
        TopologyBuilder b;
        b.tenant(u"Acme");
        b.application(u"A", u"chatserver").tenants({u"Nobody"});
        const auto topology = b.build();
        auto document = Document::create(folder.filePath(u"a.switchyard"_s), {}, topology);
        QVERIFY(document.has_value());
        QVERIFY(canRemove(**document, tenantNamed(topology, u"Acme")));
        QVERIFY(!canRemove(**document, Topology::environment));
        QVERIFY(!canRemove(**document, tenantNamed(topology, u"Nobody")));
        Board board;
        removeObjects(**document, {Topology::environment}, &board);
        QCOMPARE(board.notices.size(), 1);
        QCOMPARE(board.notices.constFirst().mark, std::optional(Mark::Error));
        QCOMPARE((*document)->topology(), topology);
    }

    void aCopyIsSelected()
    {
        QTemporaryDir folder;
        TopologyBuilder b;
        b.application(u"SMS_1", u"istransportserver");
        auto document = Document::create(folder.filePath(u"a.switchyard"_s), {}, b.build());
        QVERIFY(document.has_value());
        Selection selection;
        const QWidget place;
        duplicateObject(
            **document, selection, applicationNamed((*document)->topology(), u"SMS_1"), &place);
        QVERIFY(selection.current().has_value());
        QCOMPARE((*document)->topology().name(*selection.current()), u"SMS_2"_s);
    }

    // --- Widgets ---

    void anEmptyStateOffersItsActions()
    {
        EmptyState empty(u"Nothing here"_s, u"Add something."_s);
        QAction action(u"Add"_s);
        action.setObjectName(u"addAction"_s);
        QSignalSpy triggered(&action, &QAction::triggered);
        empty.addAction(&action);
        auto *button = empty.findChild<QPushButton *>(u"addActionButton"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
    }
};

QTEST_MAIN(CommonTest)
#include "tst_common.moc"
