using System.Globalization;
using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>What a rule has found wrong with one thing; the requirement makes a <see cref="Finding"/> of it.</summary>
/// <param name="Severity">Breaks the law, or weakens the evidence.</param>
/// <param name="Key">Names the sentence within its requirement.</param>
/// <param name="Sentence">What is wrong, with its typed arguments.</param>
public sealed record Defect(FindingSeverity Severity, string Key, FormattableString Sentence)
{
    /// <summary>The record to repair, when it is not the inspected one.</summary>
    public RecordRef? Record { get; init; }

    /// <summary>What to do, when it is not the requirement's guidance.</summary>
    public string? Fix { get; init; }

    /// <summary>What the button beside the finding does.</summary>
    public FixAction Action { get; init; }

    /// <summary>Names the repair, when other requirements name the same one, for example "agreement"; else the key.</summary>
    public string? Repair { get; init; }

    /// <summary>The finding about a record.</summary>
    public Finding On(RecordRef inspected, string guidance)
    {
        var record = Record ?? inspected;
        return new Finding
        {
            Record = record,
            Subject = inspected,
            Severity = Severity,
            Key = Key,
            Text = Sentence.ToString(CultureInfo.CurrentCulture),
            Arguments = [.. Sentence.GetArguments().Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")],
            Fix = Fix ?? guidance,
            Action = Action,
            Repair = $"{Repair ?? Key}:{record.Id:N}",
        };
    }
}
