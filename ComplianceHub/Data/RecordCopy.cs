using ComplianceHub.Data.Configurations;
using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>A copy of a record that shares nothing with it: what an editor binds, and what a deviation is put into.</summary>
public static class RecordCopy
{
    /// <summary>Copies a record with its parts and lists.</summary>
    public static T Of<T>(T record)
        where T : RegisterRecord
    {
        ArgumentNullException.ThrowIfNull(record);
        return (T)PartsJson.Read(PartsJson.Write<object>(record), record.GetType())!;
    }
}
