// SPDX-License-Identifier: Apache-2.0
#pragma once

/// A page that rules come from. Titles stay in the language of the page.
struct SourcePage
{
    const char *document;
    const char *page;
    const char *address;
};

inline constexpr SourcePage multitenancyGuide {
    "eServices Multitenancy and Load Balancing Guide 8.1.4", "Configuration",
    "https://docs.genesys.com/Documentation/ES/8.1.4/User/Config"};
inline constexpr SourcePage capturePointOptions {"iWD and Interaction Server: Capture Points 8.5.1",
    "Common Features", "https://docs.genesys.com/Documentation/IWD/8.5.1/IWDCP/CommonFeatures"};

inline constexpr SourcePage applicationReference {"Configuration Server Object Reference",
    "CfgApplication",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgApplication"};
inline constexpr SourcePage switchReference {"Configuration Server Object Reference", "CfgSwitch",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgSwitch"};
inline constexpr SourcePage tenantReference {"Configuration Server Object Reference", "CfgTenant",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgTenant"};
inline constexpr SourcePage hostReference {"Configuration Server Object Reference", "CfgHost",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgHost"};
