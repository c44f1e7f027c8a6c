using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Organisation;

/// <summary>Where a grant holds.</summary>
public enum GrantScope
{
    /// <summary>The group with all its shops.</summary>
    Group,

    /// <summary>One shop.</summary>
    Shop,

    /// <summary>One audit.</summary>
    Audit,
}

/// <summary>A role that a person holds for the group, a shop or an audit, until it ends.</summary>
public sealed class Grant : IVersioned
{
    /// <summary>Made by us (UUID version 7).</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The person.</summary>
    public Guid UserId { get; set; }

    /// <summary>What the person may do.</summary>
    public HubRole Role { get; set; }

    /// <summary>Where it holds.</summary>
    public GrantScope Scope { get; set; }

    /// <summary>The shop, when <see cref="Scope"/> is a shop.</summary>
    [References(typeof(Shop))]
    public Guid? ShopId { get; set; }

    /// <summary>The audit, when <see cref="Scope"/> is an audit.</summary>
    public Guid? AuditId { get; set; }

    /// <summary>The first day on which the grant holds, by the same calendar; null when it holds at once.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day on which the grant holds, in the shop's time zone, or in UTC for the group and an audit; null while it has no end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Who gave it; null when the program did at set-up.</summary>
    public Guid? GivenBy { get; set; }

    /// <summary>Rises with every save; a save with an old number is a lost race.</summary>
    [ConcurrencyCheck]
    public int Version { get; set; }

    /// <summary>Whether the grant holds on a day: also on its first and its last one.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && !HasEndedOn(day);

    /// <summary>Whether its last day is over.</summary>
    public bool HasEndedOn(DateOnly day) => Until < day;
}
