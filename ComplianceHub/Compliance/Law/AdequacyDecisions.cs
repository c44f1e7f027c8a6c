namespace ComplianceHub.Compliance.Law;

/// <summary>Which importers of a country an adequacy decision covers.</summary>
public enum AdequacyScope
{
    /// <summary>All of them.</summary>
    Everybody,

    /// <summary>Those that a law of the country or a list of sectors names.</summary>
    CoveredImporters,

    /// <summary>Participants of the EU-US Data Privacy Framework.</summary>
    DataPrivacyFramework,
}

/// <summary>A decision of the Commission that a country protects personal data adequately (Art. 45(3) GDPR).</summary>
/// <param name="Place">The country's code, or the name of an international organisation.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while no end is known.</param>
/// <param name="Scope">Which importers it covers.</param>
/// <param name="Covered">Who is covered, in words.</param>
/// <param name="Source">The decision.</param>
public sealed record AdequacyDecision(string Place, DateOnly From, DateOnly? To, AdequacyScope Scope, string Covered, string Source);

/// <summary>The adequacy decisions of catalogue 9.4, state of November 2026.</summary>
public static class AdequacyDecisions
{
    /// <summary>All of them, by name of the place.</summary>
    public static IReadOnlyList<AdequacyDecision> All { get; } =
    [
        Whole("AD", new(2010, 10, 19), "Decision 2010/625/EU"),
        Whole("AR", new(2003, 6, 30), "Decision 2003/490/EC"),
        new("BR", new(2026, 1, 27), null, AdequacyScope.Everybody, "public and private sector", "Decision of January 2026, review after four years"),
        new("CA", new(2001, 12, 20), null, AdequacyScope.CoveredImporters, "commercial organisations subject to PIPEDA", "Decision 2002/2/EC"),
        new("European Patent Organisation", new(2025, 7, 15), null, AdequacyScope.Everybody, "the organisation", "Decision of 15 July 2025"),
        Whole("FO", new(2010, 3, 5), "Decision 2010/146/EU"),
        Whole("GG", new(2003, 11, 21), "Decision 2003/821/EC"),
        Whole("IL", new(2011, 1, 31), "Decision 2011/61/EU"),
        Whole("IM", new(2004, 4, 28), "Decision 2004/411/EC"),
        new("JP", new(2019, 1, 23), null, AdequacyScope.CoveredImporters, "businesses under the APPI", "Decision (EU) 2019/419"),
        Whole("JE", new(2008, 5, 8), "Decision 2008/393/EC"),
        Whole("NZ", new(2012, 12, 19), "Decision 2013/65/EU"),
        new("KR", new(2021, 12, 17), null, AdequacyScope.CoveredImporters, "importers under the PIPA", "Decision (EU) 2022/254"),
        Whole("CH", new(2000, 7, 26), "Decision 2000/518/EC"),
        new("GB", new(2021, 6, 28), new(2031, 12, 27), AdequacyScope.Everybody, "all importers", "Decision (EU) 2021/1772, renewed on 19 December 2025"),
        new("US", new(2023, 7, 10), null, AdequacyScope.DataPrivacyFramework, "participants of the Data Privacy Framework", "Decision (EU) 2023/1795"),
        Whole("UY", new(2012, 8, 21), "Decision 2012/484/EU"),
    ];

    /// <summary>The decisions for a country, or for an importer that is an international organisation, in force or not.</summary>
    public static IEnumerable<AdequacyDecision> For(string country, string importer) =>
        All.Where(decision => decision.Place == country || string.Equals(decision.Place, importer, StringComparison.OrdinalIgnoreCase));

    private static AdequacyDecision Whole(string country, DateOnly from, string source) =>
        new(country, from, null, AdequacyScope.Everybody, "all importers", source);
}
