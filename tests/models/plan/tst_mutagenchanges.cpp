// SPDX-License-Identifier: Apache-2.0
#include "models/plan/mutagenchanges.h"
#include "models/topology/apply.h"
#include "models/topology/edits.h"
#include "tests/support/randomsteps.h"
#include "tests/support/topologybuilder.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

class MutagenChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void renaming();
    void travelling();
    void everyChangeIsSomewhere();
    void collections();
};

namespace {

using Build = std::function<void(TopologyBuilder &)>;

Topology made(const Build &build)
{
    TopologyBuilder builder;
    build(builder);
    return builder.build();
}

/// Ready to be created.
ApplicationSketch &server(TopologyBuilder &builder, QAnyStringView name, QAnyStringView type)
{
    auto &sketch = builder.application(name, type);
    sketch.record.templateName = u"T"_s;
    sketch.record.autoRestart = true;
    sketch.record.commandLine = u"run"_s;
    sketch.record.workingDirectory = u"/opt"_s;
    return sketch;
}

QString lines(const QList<ManualStep> &steps)
{
    QStringList texts;
    for (const auto &step : steps)
        texts.append((step.order == ManualStep::Order::BeforeImport ? u"before: "_s : u"after: "_s)
            + step.text);
    return texts.join(u'\n');
}

}  // namespace

Q_DECLARE_METATYPE(Build)

void MutagenChangesTest::steps_data()
{
    QTest::addColumn<Build>("before");
    QTest::addColumn<Build>("after");
    QTest::addColumn<QString>("expected");
    const Build nothing = [](TopologyBuilder &) {};

    QTest::addRow("nothing") << nothing << nothing << u""_s;
    QTest::addRow("complete server")
        << nothing << Build([](TopologyBuilder &b) { server(b, u"A", u"chatserver"); }) << u""_s;
    QTest::addRow("bare server") << nothing << Build([](TopologyBuilder &b) {
        b.application(u"A", u"chatserver");
    }) << u"before: Fill in what the application A lacks (appPrototype, autoRestart, commandLine, workDirectory) and export again, or create it by hand."_s;
    QTest::addRow("a desktop tool has no command line") << nothing << Build([](TopologyBuilder &b) {
        b.application(u"A", u"knowledgemanager");
    }) << u"before: Fill in what the application A lacks (appPrototype, autoRestart) and export again, or create it by hand."_s;
    QTest::addRow("bare host") << nothing << Build([](TopologyBuilder &b) {
        b.host(u"h");
    }) << u"before: Fill in what the host h lacks (lcaPort, osInfo) and export again, or create it by hand."_s;
    QTest::addRow("made in the order of references")
        << nothing << Build([](TopologyBuilder &b) {
               b.application(u"A", u"knowledgemanager").host(u"h").record.autoRestart = true;
               b.host(u"h").record.lcaPort = 1;
           })
        << u"before: Fill in what the host h lacks (osInfo) and export again, or create it by hand.\n"
           "before: Fill in what the application A lacks (appPrototype) and export again, or create it by hand."_s;
    QTest::addRow("removed")
        << Build([](TopologyBuilder &b) {
               b.tenant(u"Acme");
               b.multimediaSwitch(u"Acme", u"MM");
               b.application(u"A", u"chatserver");
           })
        << nothing
        << u"after: Delete the application A.\nafter: Delete the switch MM.\n"
           "after: Delete the switching office Multimedia.\nafter: Delete the tenant Acme."_s;
    QTest::addRow("replaced by another type")
        << Build([](TopologyBuilder &b) { b.application(u"A", u"chatserver"); })
        << Build([](TopologyBuilder &b) { server(b, u"A", u"emailserver"); })
        << u"before: Delete the application A."_s;
    QTest::addRow("a switch of another tenant is no replacement") << Build([](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.multimediaSwitch(u"Acme", u"MM");
    }) << Build([](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.multimediaSwitch(u"Globex", u"MM");
    }) << u"after: Delete the switch MM."_s;
    QTest::addRow("release") << Build([](TopologyBuilder &b) {
        b.application(u"A", u"chatserver").release(u"8.5");
    }) << Build([](TopologyBuilder &b) { b.application(u"A", u"chatserver").release(u"9.0"); })
                             << u"after: Set the release of the application A to 9.0."_s;
    QTest::addRow("cleared") << Build([](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.application(u"A", u"chatserver")
            .tenants({u"Acme"})
            .host(u"h")
            .option(u"s", u"k", u"v")
            .extra(u"folder", u"1");
    }) << Build([](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.application(u"A", u"chatserver");
    })
                             << u"after: Clear the field “folder” of the application A.\n"
                                "after: Clear the field “host” of the application A.\n"
                                "after: Clear the field “options” of the application A.\n"
                                "after: Clear the field “tenants” of the application A."_s;
    QTest::addRow("less is not cleared") << Build([](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.application(u"A", u"chatserver")
            .tenants({u"Acme", u"Globex"})
            .redundancy(Redundancy::Hot);
    }) << Build([](TopologyBuilder &b) {
        b.tenant(u"Acme");
        b.tenant(u"Globex");
        b.application(u"A", u"chatserver").tenants({u"Acme"});
    }) << u""_s;
    QTest::addRow("a port without number")
        << Build([](TopologyBuilder &b) { b.application(u"A", u"chatserver"); })
        << Build([](TopologyBuilder &b) { b.application(u"A", u"chatserver").port(u"default"); })
        << u"after: Set the ports of the application A."_s;
    const auto link = [](QAnyStringView type, qint64 dbid) {
        return Build([type, dbid](TopologyBuilder &b) {
            b.tenant(u"Acme");
            b.multimediaSwitch(u"Acme", u"MM").dbid(dbid);
            b.application(u"A", type).tenants({u"Acme"}).link(u"Acme", u"MM");
        });
    };
    const auto unlinked = [](QAnyStringView type, qint64 dbid) {
        return Build([type, dbid](TopologyBuilder &b) {
            b.tenant(u"Acme");
            b.multimediaSwitch(u"Acme", u"MM").dbid(dbid);
            b.application(u"A", type).tenants({u"Acme"});
        });
    };
    const auto byHand =
        u"after: Link the application A to these switches and no others: MM of Acme."_s;
    QTest::addRow("linked") << unlinked(u"tserver", 7) << link(u"tserver", 7) << u""_s;
    QTest::addRow("linked, DBID not known")
        << unlinked(u"tserver", 0) << link(u"tserver", 0) << byHand;
    QTest::addRow("linked, no T-Server")
        << unlinked(u"chatserver", 7) << link(u"chatserver", 7) << byHand;
    QTest::addRow("unlinked")
        << link(u"haproxy", 7) << unlinked(u"haproxy", 7)
        << u"after: Clear the field “linked switches” of the application A."_s;
    QTest::addRow("statements of the administrator")
        << Build([](TopologyBuilder &b) { b.application(u"A", u"webapiserver"); })
        << Build([](TopologyBuilder &b) { b.application(u"A", u"webapiserver").loadBalanced(); })
        << u""_s;
}

void MutagenChangesTest::steps()
{
    QFETCH(Build, before);
    QFETCH(Build, after);
    QFETCH(QString, expected);
    QCOMPARE(lines(manualSteps(made(before), made(after), Matching::ByName)), expected);
}

void MutagenChangesTest::renaming()
{
    TopologyBuilder builder;
    builder.tenant(u"Acme");
    builder.application(u"A", u"chatserver").tenants({u"Acme"});
    const auto before = builder.build();
    auto after = before;
    const auto tenant = tenantNamed(after, u"Acme");
    const auto edit = setField(after, tenant, Field::Name, u"Apex"_s);
    QVERIFY(edit);
    ::apply(after, *edit);
    const auto changes = MutagenChanges::between(before, after, Matching::ById);
    QCOMPARE(lines(changes.steps), u"before: Rename the tenant Acme to Apex."_s);
    QCOMPARE(changes.steps[0].object, u"Tenant Acme"_s);
    QCOMPARE(changes.objects.size(), 0);
}

void MutagenChangesTest::travelling()
{
    const auto before = made([](TopologyBuilder &b) {
        b.application(u"A", u"chatserver").host(u"h").release(u"8.5").extra(u"folder", u"1");
        b.application(u"B", u"chatserver");
    });
    const auto after = made([](TopologyBuilder &b) {
        b.application(u"A", u"chatserver").host(u"i").release(u"9").extra(u"folder", u"2");
        b.application(u"B", u"chatserver");
        server(b, u"C", u"chatserver").port(u"", 1);
    });
    const auto changes = MutagenChanges::between(before, after, Matching::ByName);
    QCOMPARE(changes.objects.size(), 2);
    QCOMPARE(after.name(changes.objects[0].object), u"A"_s);
    QVERIFY(!changes.objects[0].isNew);
    QCOMPARE(changes.objects[0].fields, FieldSet().set(size_t(Field::Host)));
    QCOMPARE(changes.objects[0].keys, QStringList {u"folder"_s});
    QCOMPARE(after.name(changes.objects[1].object), u"C"_s);
    QVERIFY(changes.objects[1].isNew);
    QCOMPARE(changes.objects[1].fields, FieldSet().set().reset(size_t(Field::Ports)));
}

// Nothing that changed is lost: it travels, or somebody is told to do it.
void MutagenChangesTest::everyChangeIsSomewhere()
{
    RandomSteps random(20);
    Topology before;
    for (int i = 0; i < 60; ++i)
        ::apply(before, random.next(before));
    auto after = before;
    for (int i = 0; i < 400; ++i) {
        ::apply(after, random.next(after));
        const auto changes = MutagenChanges::between(before, after, Matching::ById);
        for (const auto &difference : differences(before, after, Matching::ById)) {
            const auto object = difference.after.value_or(*difference.before);
            const auto travels = std::find_if(changes.objects.begin(), changes.objects.end(),
                [&](const TravellingObject &t) { return t.object == object; });
            const auto isTold = [&](const QString &field) {
                return std::any_of(
                    changes.steps.begin(), changes.steps.end(), [&](const ManualStep &step) {
                        return step.id == object && step.field == field;
                    });
            };
            const bool isThere = travels != changes.objects.end() && difference.after;
            if (difference.change != ObjectDifference::Change::Modified) {
                QVERIFY(isThere != isTold({}));
                continue;
            }
            for (const auto &reason : difference.reasons) {
                const auto field = fieldFromName(object.kind, reason.field);
                const bool isWritten = isThere
                    && (field ? travels->fields.test(size_t(*field))
                              : travels->keys.contains(reason.field));
                QVERIFY2(isWritten != isTold(reason.field), qPrintable(reason.field));
            }
        }
    }
}

void MutagenChangesTest::collections()
{
    const auto with = [](const Extra &extra) {
        TopologyBuilder builder;
        builder.extra = extra;
        return builder.build();
    };
    const auto before = with({{u"dns"_s, u"[1.0]"_s}, {u"persons"_s, u"[1]"_s}});
    const auto after =
        with({{u"dns"_s, u"[1]"_s}, {u"persons"_s, u"[2]"_s}, {u"scripts"_s, u"[]"_s}});
    QCOMPARE(MutagenChanges::between(before, after, Matching::ById).collections,
        (QStringList {u"persons"_s, u"scripts"_s}));
}

QTEST_APPLESS_MAIN(MutagenChangesTest)
#include "tst_mutagenchanges.moc"
