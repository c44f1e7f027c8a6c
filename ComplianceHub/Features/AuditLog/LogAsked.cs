using System.Globalization;
using ComplianceHub.Data;

namespace ComplianceHub.Features.AuditLog;

/// <summary>What the address of a log asks for, as it stands there.</summary>
public sealed record LogAsked
{
    /// <summary>Who acted, as entries name them.</summary>
    public string? Who { get; init; }

    /// <summary>The kind of record.</summary>
    public string? Kind { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>The one record.</summary>
    public Guid? Record { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A word of it.</summary>
    public string? Text { get; init; }

    /// <summary>The filter.</summary>
    public AuditLogFilter Filter => new()
    {
        Actor = Said(Who),
        Entity = Said(Kind),
        Action = Said(Action),
        Record = Record,
        From = Since,
        Until = Until,
        Text = Said(Text),
    };

    /// <summary>The filter in words; null when everything is asked for.</summary>
    public string? InWords => Filter.IsEmpty ? null : string.Join(", ", Parameters.Select(one => $"{one.Name} {one.Value}"));

    /// <summary>The same as it stands in an address, without what is not asked for.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters =>
    [
        .. new (string Name, string? Value)[]
        {
            ("who", Filter.Actor), ("kind", Filter.Entity), ("action", Filter.Action), ("record", Record?.ToString()), ("since", Iso(Since)), ("until", Iso(Until)), ("text", Filter.Text),
        }.Where(one => one.Value is not null).Select(one => (one.Name, one.Value!)),
    ];

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
