// SPDX-License-Identifier: Apache-2.0
#include "views/common/typedrawing.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

struct Drawn
{
    QLatin1String drawing;
    std::initializer_list<QLatin1String> tokens;
};

const Drawn drawings[] {
    // Types that have names.
    {"callcontrol"_L1, {"gvpccp"_L1}},
    {"capture"_L1, {"capturepoint"_L1}},
    {"chat"_L1, {"chatserver"_L1}},
    {"classification"_L1, {"classificationserver"_L1}},
    {"cobrowsing"_L1, {"cobrowsingserver"_L1}},
    {"configuration"_L1, {"configurationserver"_L1}},
    {"contact"_L1, {"contactserver"_L1}},
    {"contactmanager"_L1, {"contactservermanager"_L1}},
    {"email"_L1, {"emailserver"_L1}},
    {"generic"_L1, {"genericserver"_L1}},
    {"interaction"_L1, {"interactionserver"_L1}},
    {"knowledge"_L1, {"knowledgemanager"_L1}},
    {"mediaplatform"_L1, {"gvpmcp"_L1}},
    {"messages"_L1, {"messageserver"_L1}},
    {"mrcp"_L1, {"vpmrcpproxy"_L1}},
    {"proxy"_L1, {"haproxy"_L1}},
    {"resources"_L1, {"gvpresourcemgr"_L1}},
    {"sms"_L1, {"istransportserver"_L1}},
    {"snmp"_L1, {"snmpagent"_L1}},
    {"social"_L1, {"socialms"_L1}},
    {"statistics"_L1, {"statserver"_L1}},
    {"supplementary"_L1, {"gvpasg"_L1}},
    {"telephony"_L1, {"tserver"_L1}},
    {"thirdparty"_L1, {"thirdpartyserver"_L1, "thirdpartyapp"_L1}},
    {"training"_L1, {"trainingserver"_L1}},
    {"workmanager"_L1, {"iwdmanager"_L1}},
    {"worknode"_L1, {"iwdruntimenode"_L1}},
    // Families; some have a member with a name.
    {"agent"_L1,
        {"agentview"_L1, "agentdesktop"_L1, "ccview"_L1, "interactionworkspace"_L1,
            "agentdesktopdeliveryserver"_L1, "gcnclient"_L1, "gcnthinserver"_L1,
            "desktopnetserver"_L1, "customerview"_L1}},
    {"balancer"_L1, {"loadbalancer"_L1, "applicationcluster"_L1, "loaddistributionserver"_L1}},
    {"billing"_L1, {"billingserver"_L1, "billingclient"_L1, "detailbiller"_L1, "summarybiller"_L1}},
    {"callback"_L1, {"callbackserver"_L1, "universalcallbackserver"_L1}},
    {"content"_L1, {"contentanalyzer"_L1, "responsemanager"_L1, "kworkerportal"_L1}},
    {"control"_L1,
        {"scs"_L1, "sci"_L1, "lme"_L1, "backupcontrolclient"_L1, "genesysadministrator"_L1}},
    {"database"_L1, {"dbserver"_L1, "database"_L1, "realdbserver"_L1}},
    {"etl"_L1, {"vsssystem"_L1, "etlproxy"_L1, "vssserver"_L1, "vssshared"_L1, "vssconsolecfg"_L1}},
    {"gateway"_L1,
        {"nacd"_L1, "netvector"_L1, "medialink"_L1, "voipcontroller"_L1, "voipdevice"_L1,
            "voipstreammanager"_L1, "voipdmxserver"_L1, "gproxy"_L1, "sipcommunicationserver"_L1,
            "gvpipcommunicationserver"_L1, "gvpsipsessionmanager"_L1, "gvpmediagateway"_L1,
            "gvpsoftswitch"_L1, "gvph323sessionmanager"_L1, "gvpscpgateway"_L1,
            "gvppstnconnector"_L1}},
    {"integration"_L1,
        {"cpdserverproxy"_L1, "xlinkcontroller"_L1, "lcsadapter"_L1, "siebel7confsynchcomponent"_L1,
            "siebel7campsynchcomponent"_L1, "integrationserver"_L1, "gvpciscoqueueadapter"_L1,
            "gvpgenesysqueueadapter"_L1, "gvpcticonnector"_L1, "resourceaccesspoint"_L1,
            "essextensibleservices"_L1, "cstaconnector"_L1}},
    {"ivr"_L1,
        {"voicetreatmentserver"_L1, "voicetreatmentmanager"_L1, "ivrinterfaceserver"_L1,
            "iserver"_L1, "ivrdt"_L1, "ivrdriver"_L1, "ivrlibrary"_L1, "gvpiserver"_L1}},
    {"outbound"_L1,
        {"sdialer"_L1, "listmanager"_L1, "cmserver"_L1, "cmclient"_L1, "gvpobnmanager"_L1}},
    {"reporting"_L1,
        {"gvpreportingsever"_L1, "gvpreporter"_L1, "callconcentrator"_L1, "dartserver"_L1,
            "dartclient"_L1, "infomartstatcollector"_L1, "infomartstatconfigurator"_L1,
            "ccanalizerdatamart"_L1, "advisors"_L1}},
    {"router"_L1, {"routerserver"_L1, "externalrouter"_L1, "virtualrp"_L1, "calldirector"_L1}},
    {"rules"_L1,
        {"rulesespserver"_L1, "businessrulesexecutionserver"_L1, "businessrulesgui"_L1,
            "vppolicyserver"_L1, "gvppolicymanager"_L1}},
    {"strategy"_L1,
        {"strategybuilder"_L1, "strategyloader"_L1, "strategysimulator"_L1, "strategyscheduler"_L1,
            "interactionroutingdesigner"_L1, "orchestrationserver"_L1,
            "automatedworkflowengine"_L1}},
    {"web"_L1,
        {"webapiserver"_L1, "webinteractionrequestsserver"_L1, "webstatserver"_L1,
            "webinteractionserver"_L1, "weboptionroutepoint"_L1, "webclient"_L1, "gis"_L1}},
};

QHash<QString, QLatin1String> drawingsByToken()
{
    QHash<QString, QLatin1String> hash;
    for (const auto &drawn : drawings) {
        for (const auto token : drawn.tokens)
            hash.insert(token, drawn.drawing);
    }
    return hash;
}

}  // namespace

QLatin1String typeDrawing(const ApplicationType &type)
{
    static const auto known = drawingsByToken();
    const auto &token = type.token();
    if (const auto at = known.find(token); at != known.end())
        return *at;
    // The voice platform's and workforce management's parts are too many to name.
    if (token.startsWith("gvp"_L1))
        return "voice"_L1;
    if (token.startsWith("wfm"_L1))
        return "workforce"_L1;
    return type.isDesktopTool() ? "desktop"_L1 : "server"_L1;
}
