using System.Collections.Frozen;

namespace ComplianceHub.Compliance.Law;

/// <summary>The European Economic Area: the 27 Member States of the Union, Iceland, Liechtenstein and Norway.</summary>
public static class Eea
{
    private static readonly FrozenSet<string> Members = FrozenSet.ToFrozenSet(
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "IS", "LI", "NO",
    ]);

    /// <summary>The members' country codes.</summary>
    public static IReadOnlyCollection<string> Countries => Members;

    /// <summary>Whether a country is a member.</summary>
    public static bool Contains(string country) => Members.Contains(country);
}
