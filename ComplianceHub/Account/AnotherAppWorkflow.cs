using ComplianceHub.Data;
using Microsoft.AspNetCore.Identity;

namespace ComplianceHub.Account;

/// <summary>The key of an app that is to take over.</summary>
/// <param name="Ticket">What the next step must name.</param>
/// <param name="Key">The key and its picture.</param>
internal sealed record NextApp(Guid Ticket, AuthenticatorKey Key);

/// <summary>Puts another authenticator app in the place of the one that the signed-in person has, without a moment in which
/// they have none. The old one works until the new one has shown a right code.</summary>
internal sealed class AnotherAppWorkflow(
    UserManager<HubUser> people, SignInManager<HubUser> signIn, Reauthentication again, OneTimeTickets tickets,
    SignInWorkflow log, TimeProvider time)
{
    private const string Purpose = "another-app";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The key for the new app, once the person has shown who they are.</summary>
    /// <returns>The key; or what is wrong.</returns>
    public async Task<(NextApp? Next, string? Problem)> StartAsync(HttpContext context, string password, string code)
    {
        var person = await PersonAsync(context);
        if (!person.TwoFactorEnabled)
            return (null, "You have no authenticator app yet. Set one up on the page “Second factor”.");
        return await again.ByAllFactorsAsync(context, password, code) is { } refused
            ? (null, refused)
            : (await KeepAsync(context, person, people.GenerateNewAuthenticatorKey()), null);
    }

    /// <summary>Lets the new app take over, once it has shown a right code; the other sessions end.</summary>
    /// <returns>The key once more when the code was wrong; and what is wrong, or null when all is well.</returns>
    public async Task<(NextApp? Next, string? Problem)> FinishAsync(HttpContext context, Guid ticket, string code)
    {
        var person = await PersonAsync(context);
        if (!person.TwoFactorEnabled || await tickets.TakeAsync(ticket, Purpose, Holder(context, person)) is not { Content: var secret })
            return (null, "Too much time has passed since the key was shown. Start again.");
        if (OneTimeAuthenticator.StepOf(secret, code, time.GetUtcNow()) is not { } step)
            return (await KeepAsync(context, person, secret), "The code is not that of the new app. Wait for its next one; check the clock of the phone if that is wrong too.");
        await people.SetAuthenticationTokenAsync(person, HubUserStore.Provider, HubUserStore.AuthenticatorKey, secret);
        await OneTimeAuthenticator.TryUseAsync(people, person, step);
        await people.UpdateSecurityStampAsync(person);
        await log.LogAsync("replaced authenticator", person);
        await signIn.RefreshSignInAsync(person);
        return (null, null);
    }

    private async Task<NextApp> KeepAsync(HttpContext context, HubUser person, string secret) =>
        new(await tickets.IssueAsync(Purpose, Holder(context, person), secret, Patience), AuthenticatorKey.Of(secret, person.Email!));

    private static TicketHolder Holder(HttpContext context, HubUser person) => new(person.Id, CurrentActor.SessionOf(context.User));

    private async Task<HubUser> PersonAsync(HttpContext context) =>
        await people.GetUserAsync(context.User) ?? throw new AccessDeniedException("You are signed out. Sign in again.");
}
