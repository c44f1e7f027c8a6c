using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;

namespace ComplianceHub.Domain.Audits;

/// <summary>
/// The review of one or several shops that a manager puts their name under. What it says rests on frozen shops, not on
/// the registers, and each of its steps is a method here: there is no other way from one state to the next.
/// </summary>
public sealed class Audit : IVersioned, IValidatableObject
{
    /// <summary>Shops that one audit covers at most: each is frozen, decided on and printed.</summary>
    public const int MostShops = 50;

    /// <inheritdoc />
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>What people call it: "Annual privacy audit 2026".</summary>
    [Editable(true), Required(ErrorMessage = "Give the audit a title."), StringLength(120, ErrorMessage = "Use at most 120 characters.")]
    public string Title { get; set; } = "";

    /// <summary>The shops it covers.</summary>
    [Editable(true), References(typeof(Organisation.Shop))]
    public List<Guid> ShopIds { get; set; } = [];

    /// <summary>The ids of the regulations it covers, such as GDPR.</summary>
    [Editable(true)]
    public List<string> Regulations { get; set; } = [];

    /// <summary>The first day of the period under audit.</summary>
    [Editable(true)]
    public DateOnly PeriodFrom { get; set; }

    /// <summary>The last day of the period under audit.</summary>
    [Editable(true)]
    public DateOnly PeriodUntil { get; set; }

    /// <summary>The person who prepares it; they can never sign it.</summary>
    public Guid PreparedBy { get; set; }

    /// <summary>The person who audits: decides on each requirement.</summary>
    [Editable(true)]
    public Guid? AuditorId { get; set; }

    /// <summary>The manager who will sign it.</summary>
    [Editable(true)]
    public Guid? SignerId { get; set; }

    /// <summary>How far it has come.</summary>
    public AuditState State { get; set; }

    /// <summary>When its shops were frozen; null in draft.</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>Why it was returned or taken back last; null while it was not since it was handed in.</summary>
    [StringLength(1000, ErrorMessage = "Use at most 1,000 characters.")]
    public string? ReturnedBecause { get; set; }

    /// <summary>The signed audit that was frozen later and takes its place; null while it is the latest of its shops and regulations.</summary>
    public Guid? SupersededBy { get; set; }

    /// <summary>Enters fieldwork: from now on its scope is fixed and its shops are frozen.</summary>
    /// <param name="at">When the shops were frozen.</param>
    /// <exception cref="DomainException">It is no draft, or something is missing.</exception>
    public void BeginFieldwork(DateTimeOffset at)
    {
        DemandState(AuditState.Draft, "Only a draft can enter fieldwork.");
        RecordValidation.Demand(this);
        DemandPeople();
        (State, FrozenAt) = (AuditState.Fieldwork, at);
    }

    /// <summary>Hands it to the manager.</summary>
    /// <param name="items">Its requirements with their decisions.</param>
    /// <exception cref="DomainException">It is not in fieldwork, a requirement is not decided, or the signer decided on one.</exception>
    public void HandIn(IReadOnlyCollection<AuditItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        DemandState(AuditState.Fieldwork, "Only an audit in fieldwork can be handed in for sign-off.");
        if (items.Count(item => !item.IsDecided) is > 0 and var open)
            throw new DomainException($"{open} of {items.Count} requirements are not decided. Decide each, and close the questions, before handing in.");
        DemandIndependent(items);
        (State, ReturnedBecause) = (AuditState.AwaitingSignOff, null);
    }

    /// <summary>Gives it back to fieldwork: the manager who does not sign it as it is, or whoever prepares it, because the
    /// manager cannot sign any more.</summary>
    /// <param name="reason">Why, for the auditor.</param>
    /// <exception cref="DomainException">It does not await sign-off, or no reason is given.</exception>
    public void Return(string? reason)
    {
        DemandState(AuditState.AwaitingSignOff, "Only an audit that awaits sign-off can be returned.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new DomainException("Say why it goes back to fieldwork.");
        (State, ReturnedBecause) = (AuditState.Fieldwork, reason.Trim());
    }

    /// <summary>Gives the parts of auditor and signer to others, because somebody left. Who decided what stays.</summary>
    /// <param name="auditor">Who decides from now on.</param>
    /// <param name="signer">The manager who will sign.</param>
    /// <exception cref="DomainException">It is not in fieldwork, a part is given to nobody, or to somebody who may not take it.</exception>
    public void Reassign(Guid? auditor, Guid? signer)
    {
        DemandState(AuditState.Fieldwork, "The people of an audit can be exchanged only during fieldwork.");
        (AuditorId, SignerId) = (auditor, signer);
        DemandPeople();
        RecordValidation.Demand(this);
    }

    /// <summary>Signs it.</summary>
    /// <param name="signer">The person who signs, from their session.</param>
    /// <exception cref="DomainException">It does not await sign-off, or somebody else is to sign.</exception>
    public void Sign(Guid signer)
    {
        DemandState(AuditState.AwaitingSignOff, State == AuditState.Signed ? "This audit is signed already." : "Only an audit that awaits sign-off can be signed.");
        if (signer == PreparedBy)
            throw new DomainException("Whoever prepared an audit cannot sign it.");
        if (signer != SignerId)
            throw new DomainException("Only the manager who is named in the audit can sign it.");
        State = AuditState.Signed;
    }

    /// <summary>Sees to it that nobody signs what they decided, also when somebody else is the auditor by now.</summary>
    /// <param name="items">Its requirements with their decisions.</param>
    /// <exception cref="DomainException">The signer decided on one.</exception>
    public void DemandIndependent(IReadOnlyCollection<AuditItem> items)
    {
        if (SignerId is { } signer && items.Any(item => item.DecidedBy == signer))
            throw new DomainException("The manager who is to sign has decided on a requirement of this audit. Name another manager.");
    }

    /// <summary>Notes that a later signed audit takes its place.</summary>
    /// <exception cref="DomainException">It is not signed, or superseded already.</exception>
    public void Supersede(Guid laterAudit)
    {
        DemandState(AuditState.Signed, "Only a signed audit can be superseded.");
        if (SupersededBy is not null)
            throw new DomainException("This audit is superseded already.");
        SupersededBy = laterAudit;
    }

    /// <summary>The audits in which the next step is a person's: the auditor's in fieldwork, the manager's at sign-off.</summary>
    public static Expression<Func<Audit, bool>> WaitsFor(Guid person) => audit =>
        (audit.State == AuditState.Fieldwork && audit.AuditorId == person) || (audit.State == AuditState.AwaitingSignOff && audit.SignerId == person);

    /// <summary>Whether a later audit covers everything that this one covers.</summary>
    public bool IsCoveredBy(Audit later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return ShopIds.All(later.ShopIds.Contains) && Regulations.All(later.Regulations.Contains);
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ShopIds.Count == 0)
            yield return new("Choose at least one shop.", [nameof(ShopIds)]);
        if (ShopIds.Count > MostShops)
            yield return new($"Choose at most {MostShops} shops.", [nameof(ShopIds)]);
        if (Regulations.Count == 0)
            yield return new("Choose at least one regulation.", [nameof(Regulations)]);
        if (PeriodFrom == default || PeriodUntil == default)
            yield return new("Enter the first and the last day of the period.", [nameof(PeriodFrom)]);
        else if (PeriodUntil < PeriodFrom)
            yield return new("The period ends before it begins.", [nameof(PeriodUntil)]);
        if (SignerId is not null && SignerId == PreparedBy)
            yield return new("Whoever prepares an audit cannot sign it. Choose somebody else.", [nameof(SignerId)]);
        if (SignerId is not null && SignerId == AuditorId)
            yield return new("Whoever audits cannot sign. Choose somebody else.", [nameof(SignerId)]);
        if (AuditorId is not null && AuditorId == PreparedBy)
            yield return new("Whoever prepares an audit cannot audit it. Choose somebody else.", [nameof(AuditorId)]);
    }

    private void DemandPeople()
    {
        if (AuditorId is null)
            throw new DomainException("Choose who audits: fieldwork needs an auditor.");
        if (SignerId is null)
            throw new DomainException("Choose the manager who will sign: fieldwork needs one.");
    }

    private void DemandState(AuditState wanted, string sentence)
    {
        if (State != wanted)
            throw new DomainException(sentence);
    }
}
