using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using MudBlazor;

namespace ComplianceHub.Features.Registers;

/// <summary>A save that came second. Both versions are shown, the person chooses for each field, and nothing is lost.</summary>
/// <param name="opened">The record as the editor began with it.</param>
/// <param name="mine">The copy in the editor; it takes what is chosen.</param>
/// <param name="theirs">The record as it is saved now.</param>
internal sealed class LostRace<T>(T opened, T mine, T theirs)
    where T : RegisterRecord
{
    /// <summary>Why the copy cannot be saved at all; null when the two versions can be settled.</summary>
    public string? Refusal => theirs.RetiredOn is not null && opened.RetiredOn is null
        ? $"{theirs.DisplayName} was retired by somebody else in the meantime. What you entered is still here; take the record into use again to save it."
        : null;

    /// <summary>Asks which version to keep, field by field. Where both entered the same there is nothing to ask.</summary>
    /// <param name="dialogs">Where the question is asked.</param>
    /// <param name="last">The entry of the log that tells who was faster, and when.</param>
    /// <param name="sentence">What happened, when the log tells nothing.</param>
    /// <param name="choices">The names of the records that values point at.</param>
    /// <returns>Whether the copy may be saved now; false when the person goes on editing.</returns>
    public async Task<bool> AskAsync(IDialogService dialogs, AuditLogLine? last, string sentence, RegisterChoices choices)
    {
        var differing = EditableFields.Difference(theirs, mine);
        if (differing.Count > 0)
        {
            var touched = EditableFields.Difference(opened, mine).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
            var who = last is null ? sentence : $"{last.Who} changed {theirs.DisplayName} on {last.At:d MMM yyyy} at {last.At:HH:mm} UTC, while you were editing. Nothing of yours is saved yet.";
            if (await ConflictDialog.AskAsync(dialogs, who, [.. differing.Select(field => FieldWords.Conflict(field, theirs, mine, choices) with { IsUntouched = !touched.Contains(field.Name) })]) is not { } taken)
                return false;
            var saved = RecordCopy.Of(theirs);
            foreach (var field in differing.Where(field => !taken.Contains(field.Name)))
                field.SetValue(mine, field.GetValue(saved));
        }

        mine.Version = theirs.Version;
        return true;
    }
}
