using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Data;

/// <summary>
/// A file that is renamed keeps the ending that its content has: a harmless text that a colleague downloads as
/// "invoice.hta" is a program.
/// </summary>
internal static class EvidenceGuard
{
    public static void Demand(IEnumerable<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is { Before: EvidenceFile before, After: EvidenceFile after } && before.FileName != after.FileName)
                Demand(after);
        }
    }

    private static void Demand(EvidenceFile file)
    {
        if (file.FileName.IndexOfAny(['/', '\\']) >= 0)
            throw new DomainException("A file's name holds no slash. Choose another one.");
        if (FileType.ExtensionsOf(file.ContentType) is { Count: > 0 } endings
            && !endings.Contains(Path.GetExtension(file.FileName).TrimStart('.'), StringComparer.OrdinalIgnoreCase))
        {
            throw new DomainException($"The file's content is {endings[0]}, so its name must end in .{endings[0]}.");
        }
    }
}
