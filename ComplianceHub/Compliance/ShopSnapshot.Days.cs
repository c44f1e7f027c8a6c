using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance;

/// <summary>
/// How rules look at dates. All of them ask <see cref="Reached"/>, so the snapshot knows the next day on which an
/// answer changes: until then a stored result stays true.
/// </summary>
public sealed partial record ShopSnapshot
{
    /// <summary>The next day on which a date that the rules have asked about changes its answer; null when none does.</summary>
    public DateOnly? NextChange => Index.NextChange;

    /// <summary>Whether the day looked at is this day or later.</summary>
    public bool Reached(DateOnly day)
    {
        if (AsOf >= day)
            return true;
        Index.Watch(day);
        return false;
    }

    /// <summary>Whether a last day is over: from the day after it.</summary>
    public bool IsOver(DateOnly? lastDay) => lastDay is { } day && ReachedAfter(day, 1);

    /// <summary>Whether more than so many calendar months have passed since a day.</summary>
    public bool IsOlderThan(DateOnly day, int months) =>
        day.Year + (months / 12) + 1 < DateOnly.MaxValue.Year && ReachedAfter(day.AddMonths(months), 1);

    /// <summary>Whether more than so many days have passed since a day.</summary>
    public bool IsOlderThanDays(DateOnly day, int days) => ReachedAfter(day, days + 1);

    /// <summary>Whether a last day is at most so many days ahead.</summary>
    public bool EndsWithin(DateOnly lastDay, int days) =>
        lastDay.DayNumber <= days || Reached(lastDay.AddDays(-days));

    // People write 31 December 9999 for "without end": the day after it never comes, and must not throw.
    private bool ReachedAfter(DateOnly day, int days) =>
        DateOnly.MaxValue.DayNumber - day.DayNumber >= days && Reached(day.AddDays(days));

    /// <summary>The amount of the law with this code that holds on the day looked at; null when none is known.</summary>
    public LegalParameter? Parameter(string code)
    {
        if (LegalParameters.NextChange(code, AsOf) is { } change)
            Index.Watch(change);
        return LegalParameters.On(code, AsOf);
    }

    /// <summary>The adequacy decision for a country, or an importer, that is in force; null when there is none.</summary>
    public AdequacyDecision? Adequacy(string country, string importer) =>
        AdequacyDecisions.For(country, importer).FirstOrDefault(decision => Reached(decision.From) && !IsOver(decision.To));

    /// <summary>Whether an agreement is signed, on file, begun and not ended (catalogue 1.2, inForce).</summary>
    public bool IsInForce(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement is { Signed: true, EvidenceId: not null, EffectiveFrom: { } from } && Reached(from) && !IsOver(agreement.EffectiveTo);
    }

    /// <summary>Whether data flow: begun and not ended.</summary>
    public bool IsActive(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return (disclosure.Since is not { } since || Reached(since)) && !IsOver(disclosure.Until);
    }

    /// <summary>Whether a notice is public: published on a day that has come, at an address.</summary>
    public bool IsPublished(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.PublishedOn is { } published && !string.IsNullOrWhiteSpace(notice.Url) && Reached(published);
    }

    /// <summary>Whether a duty is held: appointed and not ended.</summary>
    public bool Holds(ResponsiblePerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return (person.AppointedOn is not { } appointed || Reached(appointed)) && !IsOver(person.EndsOn);
    }
}
