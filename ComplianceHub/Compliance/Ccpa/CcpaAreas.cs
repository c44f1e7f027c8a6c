namespace ComplianceHub.Compliance.Ccpa;

/// <summary>The chapters of the CCPA as the heat map and the checklist show them.</summary>
public static class CcpaAreas
{
    /// <summary>Notices and policy.</summary>
    public static readonly Area Notices = new("Notices", "Notices", "Notices and policy", "§§ 1798.100, 1798.130");

    /// <summary>Opt-out.</summary>
    public static readonly Area OptOut = new("OptOut", "Opt-out", "Opt-out of sale and sharing", "§§ 1798.120, 1798.135");

    /// <summary>Contracts and recipients.</summary>
    public static readonly Area Contracts = new("Contracts", "Contracts", "Contracts and recipients", "§§ 1798.100(d), 1798.140");

    /// <summary>All of them, in the order of the heat map.</summary>
    public static IReadOnlyList<Area> All { get; } = [Notices, OptOut, Contracts];
}
