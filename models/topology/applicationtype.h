// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <span>

/// How many tenants one instance of an application may serve.
enum class Sharing : quint8 {
    None,       ///< The guide names no rule.
    Many,       ///< One or more.
    Balanced,   ///< More than one only if the server is load balanced.
    Undecided,  ///< The guide contradicts itself (Social Messaging Server).
    One,        ///< Exactly one.
    TServer,    ///< Configuration Server itself accepts at most one.
};

/// What an application is (CfgAppType). Known types compare by id, others by the token that was
/// read.
class ApplicationType final
{
public:
    /// CfgAppType's ids of the types that rules speak of. They stand in documents: do not renumber.
    enum Id : qint16 {
        Unlisted =
            -1,  ///< A token that the enumeration doesn't have, or no type at all (a placeholder).
        TServer = 1,
        StatServer = 2,
        SolutionControlServer = 43,
        ChatServer = 59,
        CoBrowsingServer = 61,
        SmsServer = 62,
        ContactServer = 63,
        EmailServer = 64,
        HaProxy = 77,
        WebApiServer = 80,
        ClassificationServer = 90,
        TrainingServer = 91,
        InteractionServer = 111,
        CapturePoint = 163,
        SocialMessagingServer = 171,
    };

    /// No type: what a placeholder has.
    ApplicationType() = default;
    ApplicationType(Id id);  // NOLINT: an id is a type.
    /// Compares exactly (lower case). A token that the enumeration lacks is kept.
    static ApplicationType fromToken(const QString &token);
    /// The type of this number; its token is the number where the enumeration lacks it.
    static ApplicationType fromNumber(int number);
    /// All types of the enumeration, by id.
    static std::span<const ApplicationType> all();

    Id id() const { return m_id; }
    Sharing sharing() const { return m_sharing; }
    /// The enumeration's name in lower case without CFG, such as "interactionserver"; empty for no
    /// type.
    const QString &token() const { return m_token; }
    /// What administrators call it, such as "Universal Contact Server (UCS)"; the token where
    /// nobody does.
    QString displayName() const;
    bool isListed() const { return m_id != Unlisted; }
    /// A desktop program, which has neither host nor ports nor a Tenants tab of its own.
    bool isDesktopTool() const;

    bool operator==(const ApplicationType &other) const
    {
        return m_id == other.m_id && (m_id != Unlisted || m_token == other.m_token);
    }

private:
    QString m_token;
    Id m_id = Unlisted;
    Sharing m_sharing = Sharing::None;
};
