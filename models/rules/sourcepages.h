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

inline constexpr SourcePage chatChannel {"Genesys Web Engagement: Deployment Guide", "Chat Channel",
    "https://docs.genesys.com/Documentation/GWE/latest/Deployment/ChatChannel"};
inline constexpr SourcePage highAvailability {"eServices Administrator's Guide 8.1.4",
    "Deploying High Availability",
    "https://docs.genesys.com/Documentation/ES/8.1.4/Admin/DeployHA"};
inline constexpr SourcePage chatHighAvailability {"Chat Server Administration Guide 8.5.2",
    "Deploying High Availability Chat Server",
    "https://docs.genesys.com/Documentation/ESChat/8.5.2/Admin/DeployHA"};
inline constexpr SourcePage contactServerInstances {"eServices Contact Server User's Guide",
    "Multiple UCS Instances in Single Tenant",
    "https://docs.genesys.com/Documentation/CS/latest/User/MultipleUCSInstancesinSingleTenant"};
inline constexpr SourcePage loadBalancing {"eServices Multitenancy and Load Balancing Guide 8.1.4",
    "Load Balancing", "https://docs.genesys.com/Documentation:ES:User:LoadBalance:8.1.4"};
inline constexpr SourcePage webApiGuide {"eServices Multitenancy and Load Balancing Guide 8.1.4",
    "Web API Server", "https://docs.genesys.com/Documentation/ES/8.1.4/User/WebAPI"};
inline constexpr SourcePage emailServerGuide {"E-mail Server Administration Guide 8.5.1", "Welcome",
    "https://docs.genesys.com/Documentation:ESEmail:Admin:Welcome:8.5.1"};
inline constexpr SourcePage socialChannel {"Social Media Solution Guide", "Channel Options",
    "https://docs.genesys.com/Documentation/ES/latest/SMSolution/channel-anyname"};

inline constexpr SourcePage applicationReference {"Configuration Server Object Reference",
    "CfgApplication",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgApplication"};
inline constexpr SourcePage switchReference {"Configuration Server Object Reference", "CfgSwitch",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgSwitch"};
inline constexpr SourcePage tenantReference {"Configuration Server Object Reference", "CfgTenant",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgTenant"};
inline constexpr SourcePage hostReference {"Configuration Server Object Reference", "CfgHost",
    "https://docs.genesys.com/Documentation/PSDK/latest/ConfigLayerRef/CfgHost"};
