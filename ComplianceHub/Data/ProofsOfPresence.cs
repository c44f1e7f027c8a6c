using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>That the signed-in person showed, just now, that it is they who sit there.</summary>
/// <param name="How">"Password and authenticator code", "Passkey, verified on the device" or "Password".</param>
/// <param name="At">When they did.</param>
public sealed record ProofOfPresence(string How, DateTimeOffset At);

/// <summary>
/// Proofs of presence: given out by the account's endpoints, taken by the workflow that needs one, such as the sign-off of
/// an audit. Each is for one purpose, one person and one session, works once, and for two minutes.
/// </summary>
public sealed class ProofsOfPresence(OneTimeTickets tickets, CurrentActor actor)
{
    /// <summary>Longest purpose, in characters.</summary>
    public const int LongestPurpose = 150;

    private const string Kind = "presence:";

    /// <summary>How long a proof waits to be used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(2);

    /// <summary>Gives a proof to somebody who has just shown who they are.</summary>
    /// <param name="holder">The person and the session.</param>
    /// <param name="purpose">What it is for: "sign-audit:" and the audit's id.</param>
    /// <param name="how">How they showed it.</param>
    /// <param name="ct">Cancels it.</param>
    /// <returns>The ticket to hand to the workflow.</returns>
    public Task<Guid> IssueAsync(TicketHolder holder, string purpose, string how, CancellationToken ct = default) =>
        tickets.IssueAsync(Kind + purpose, holder, how, Life, ct);

    /// <summary>Takes the proof of the person who acts in this scope.</summary>
    /// <param name="ticket">What the page got.</param>
    /// <param name="purpose">What it must be for; the caller builds it from what is about to be done, never from the page.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="DomainException">There is no such proof: used already, over, or for something or somebody else.</exception>
    public async Task<ProofOfPresence> RedeemAsync(Guid ticket, string purpose, CancellationToken ct = default)
    {
        var person = (await actor.FindAsync())?.UserId;
        var session = await actor.FindSessionAsync();
        // A command or a job has nobody in front of it.
        if (person is not null && session is not null
            && await tickets.TakeAsync(ticket, Kind + purpose, new TicketHolder(person, session), ct) is { } proof)
            return new ProofOfPresence(proof.Content, proof.MadeAt);
        throw new DomainException("Show again that it is you: what you gave was used already, or is older than two minutes.");
    }
}
