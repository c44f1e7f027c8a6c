using ComplianceHub.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>How long an invitation may wait.</summary>
internal sealed class InvitationTokenOptions : DataProtectionTokenProviderOptions
{
    /// <summary>A week: people are on leave.</summary>
    public InvitationTokenOptions() => (Name, TokenLifespan) = (AccountTokens.InvitationProvider, TimeSpan.FromDays(7));
}

/// <summary>Tokens of invitations. They hold the person's security stamp, which the first password changes: each works once.</summary>
internal sealed class InvitationTokens(
    IDataProtectionProvider protection, IOptions<InvitationTokenOptions> options, ILogger<DataProtectorTokenProvider<HubUser>> log)
    : DataProtectorTokenProvider<HubUser>(protection, options, log);
