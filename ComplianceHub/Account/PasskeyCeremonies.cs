using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>What a browser needs to make or use a passkey.</summary>
/// <param name="Ticket">What the answer must name; it works once.</param>
/// <param name="Options">The options of Web Authentication, as JSON.</param>
internal sealed record PasskeyChallenge(Guid Ticket, string Options);

/// <summary>
/// The two ceremonies of Web Authentication. What a challenge was lies on the server as a ticket for one answer: Identity's
/// own keeps it in a cookie, which can be sent again.
/// </summary>
internal sealed class PasskeyCeremonies(
    IPasskeyHandler<HubUser> handler, OneTimeTickets tickets, IOptions<IdentityPasskeyOptions> options, IHostEnvironment environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether this installation has passkeys: it must say for which domain they are. In Development it is the address's own.</summary>
    public bool AreOffered => options.Value.ServerDomain is { Length: > 0 } || environment.IsDevelopment();

    /// <summary>A challenge to make a passkey.</summary>
    public async Task<PasskeyChallenge> AskToMakeAsync(HttpContext context, HubUser person, string purpose, TicketHolder holder)
    {
        var entity = new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.DisplayName };
        var made = await handler.MakeCreationOptionsAsync(entity, context);
        return new(await tickets.IssueAsync(purpose, holder, made.AttestationState ?? "", Patience), made.CreationOptionsJson);
    }

    /// <summary>The passkey of an answer; null when it answers no open challenge, or does not say who held the device.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(HttpContext context, Guid ticket, string credential, HubUser person, string purpose, TicketHolder holder)
    {
        if (await tickets.TakeAsync(ticket, purpose, holder) is not { } challenge)
            return null;
        var result = await handler.PerformAttestationAsync(new()
        {
            HttpContext = context,
            CredentialJson = credential,
            AttestationState = challenge.Content,
        });
        return result.Succeeded && result.Passkey.IsUserVerified && result.UserEntity.Id == person.Id.ToString() ? result.Passkey : null;
    }

    /// <summary>A challenge to use a passkey: one of a person, or any that the device knows for this domain.</summary>
    public async Task<PasskeyChallenge> AskToUseAsync(HttpContext context, HubUser? person, string purpose, TicketHolder holder)
    {
        var made = await handler.MakeRequestOptionsAsync(person, context);
        return new(await tickets.IssueAsync(purpose, holder, made.AssertionState ?? "", Patience), made.RequestOptionsJson);
    }

    /// <summary>Whose passkey answered, and the passkey as it is after this use; null when it answers no open challenge.
    /// The device has verified its person, with a fingerprint, a face or a code: the challenge demands it.</summary>
    public async Task<(HubUser Person, UserPasskeyInfo Passkey)?> UsedAsync(HttpContext context, Guid ticket, string credential, string purpose, TicketHolder holder)
    {
        if (await tickets.TakeAsync(ticket, purpose, holder) is not { } challenge)
            return null;
        var result = await handler.PerformAssertionAsync(new()
        {
            HttpContext = context,
            CredentialJson = credential,
            AssertionState = challenge.Content,
        });
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }
}
