using ComplianceHub.Domain.Organisation;

namespace ComplianceHub.Features.People;

/// <summary>How far a person has come.</summary>
public enum PersonState
{
    /// <summary>Has not taken the invitation yet.</summary>
    Invited,

    /// <summary>Can sign in.</summary>
    Active,

    /// <summary>Shut by an administrator.</summary>
    Disabled,
}

/// <summary>A grant as the list shows it.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="ShopId">The shop; null for the group and an audit.</param>
/// <param name="Where">The name of the shop or the audit, or the group.</param>
/// <param name="Until">The last day; null while there is no end.</param>
/// <param name="HasEnded">That day is over.</param>
/// <param name="MayChange">Whether the reader may change or take it away.</param>
/// <param name="Version">For the lost race.</param>
public sealed record GrantRow(Guid Id, HubRole Role, Guid? ShopId, string Where, DateOnly? Until, bool HasEnded, bool MayChange, int Version);

/// <summary>A person as the list shows them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">What people see.</param>
/// <param name="Email">Their address.</param>
/// <param name="State">How far they have come.</param>
/// <param name="HasSecondFactor">Whether a code is asked for at sign-in.</param>
/// <param name="IsReader">It is the reader.</param>
/// <param name="MayManage">Whether the reader may make links for the account, or shut it.</param>
/// <param name="Grants">The grants that the reader may see.</param>
public sealed record PersonRow(
    Guid Id, string Name, string Email, PersonState State, bool HasSecondFactor, bool IsReader, bool MayManage, IReadOnlyList<GrantRow> Grants);

/// <summary>A place for which the reader may give grants.</summary>
/// <param name="ShopId">The shop; null for the group.</param>
/// <param name="Name">Its name.</param>
public sealed record GrantPlace(Guid? ShopId, string Name);

/// <summary>The people whom the reader may see, and where the reader may give grants.</summary>
/// <param name="People">By name; at most <see cref="PeopleQuery.LongestList"/>.</param>
/// <param name="Count">How many match.</param>
/// <param name="Places">The group first, then shops by name.</param>
/// <param name="HasHistory">Whether the reader may read the log of people and grants.</param>
public sealed record PeopleList(IReadOnlyList<PersonRow> People, int Count, IReadOnlyList<GrantPlace> Places, bool HasHistory);
