using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>Keeps bytes under their hash, and gives them back only while they are what the hash says.</summary>
public static class FrozenBytes
{
    /// <summary>Adds bytes to what the next save writes, unless they are there already.</summary>
    /// <returns>SHA-256 of the bytes, in lower-case hex.</returns>
    public static async Task<string> AddAsync(HubDbContext db, byte[] bytes, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var sha256 = Sha256Text.Of(bytes);
        if (db.FrozenContents.Local.All(row => row.Sha256 != sha256) && !await db.FrozenContents.IgnoreQueryFilters().AnyAsync(row => row.Sha256 == sha256, ct))
            db.Add(new FrozenContent { Sha256 = sha256, Bytes = bytes });
        return sha256;
    }

    /// <summary>The bytes with a hash.</summary>
    /// <exception cref="FormatException">They are missing, or are not what the hash says.</exception>
    public static async Task<byte[]> ReadAsync(HubDbContext db, string sha256, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await FindAsync(db.FrozenContents, sha256, ct) ?? throw new FormatException("What was frozen is missing, or is not what its hash says. Verify the log with its files.");
    }

    /// <summary>The bytes with a hash; null where they are missing, or are not what the hash says.</summary>
    internal static async Task<byte[]?> FindAsync(IQueryable<FrozenContent> contents, string sha256, CancellationToken ct)
    {
        var bytes = await contents.Where(row => row.Sha256 == sha256).Select(row => row.Bytes).SingleOrDefaultAsync(ct);
        return bytes is not null && Sha256Text.Of(bytes) == sha256 ? bytes : null;
    }
}
