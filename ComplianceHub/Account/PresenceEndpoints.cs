using ComplianceHub.Components;
using ComplianceHub.Data;

namespace ComplianceHub.Account;

/// <summary>
/// What scripts of our pages ask about passkeys and presence. A form of another site cannot send JSON, nor does it get
/// the session's cookie along (SameSite), so these need no form token.
/// </summary>
internal static class PresenceEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPresence(this WebApplication app)
    {
        app.MapPost(AccountUrls.PasskeyChallenge, async (HttpContext context, PasskeyWorkflow passkeys) =>
        {
            if (!passkeys.AreOffered)
                return Results.NotFound();
            var (challenge, problem) = await passkeys.AskAsync(context);
            return Results.Ok(new { challenge?.Ticket, challenge?.Options, Problem = problem });
        }).AllowAnonymous();
        app.MapPost(HubUrls.WaysToProvePresence, async (HttpContext context, PresenceAnswer question, PresenceWorkflow workflow) =>
        {
            if (!IsPurpose(question.Purpose))
                return Results.BadRequest();
            var (needsCode, passkey) = await workflow.WaysAsync(context, question.Purpose);
            return Results.Ok(new { NeedsCode = needsCode, passkey?.Ticket, passkey?.Options });
        });
        app.MapPost(HubUrls.ProvePresence, async (HttpContext context, PresenceAnswer answer, PresenceWorkflow workflow) =>
        {
            if (!IsPurpose(answer.Purpose))
                return Results.BadRequest();
            var (ticket, problem) = await workflow.ProveAsync(context, answer);
            return Results.Ok(new { Ticket = ticket, Problem = problem });
        });
    }

    private static bool IsPurpose(string? purpose) => purpose is { Length: > 0 and <= ProofsOfPresence.LongestPurpose };
}
