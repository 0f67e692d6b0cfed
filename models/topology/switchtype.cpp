// SPDX-License-Identifier: Apache-2.0
#include "models/topology/switchtype.h"

const QStringList &switchTypeTokens()
{
    // By CfgSwitchType's number: the place in the list is the number.
    static const QStringList tokens = QString(
        QLatin1String(
            "noswitch nortelmeridian rockwellspectrum rockwellgalaxy norteldms100 lucentdefinityg3 "
            "aspectcallcenter rolm9751cbx intecomibx80 ericssonmd110 lucent5ess madge "
            "nec fujitsu harrisvoiceframe gateway01 siemenshicom150 siemenshicom300 "
            "philipssophois3000 matramc6500 siemenshicom150h ericssonacp1000 siemensgecisdx alcatela4400dhs3 "
            "genericswitch delcoacd hitachicx8000 lgstarex mitelsx2000 nortelmeridiancallcenter "
            "siemenshicom150e siemensrealtisdx tadirancoral voipsmcpswitch virtualswitchiif internetgateway "
            "att800icpgateway sprintsiterpgateway bellcanadaatfgateway alcatelscpgateway bellatlanticiscpgateway concert800gateway "
            "alcateldtagscpgateway kpnnetworkgateway alcateltiscpgateway alcatelbtscpgateway 3511protocolinterface datavoicedharma "
            "huaweicc08 lucentindexsdx siemenshicom300h siemenshipath4000 alcatela4200 tenovisintegral33 "
            "telera ngsn genspec voiceportal kwgateway siemenshicom300real "
            "genspecxml opsi ciscocm multimediaswitch verizoniscpgateway alcatel5020opsi "
            "avayaipoffice mitelmn3300 samsungippcxiap siemenshipath3000 eonequeue tenovisi55 "
            "sipswitch digitroaxs20 gvpdidgroup sipnetworkswitch necsv7000 radvisionicontact "
            "avayatsapi huaweingn ciscoucce broadsoftbroadworks"))
                                          .split(QLatin1Char(' '));
    return tokens;
}

int switchTypeNumber(const QString &token)
{
    return int(switchTypeTokens().indexOf(token));
}
