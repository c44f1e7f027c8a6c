using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Data;

/// <summary>A stored file with its bytes, ready to be served.</summary>
/// <param name="File">The record: name, type found in the content, hash.</param>
/// <param name="Bytes">The content; its hash was compared when it was read.</param>
public sealed record EvidenceContent(EvidenceFile File, byte[] Bytes);

/// <summary>Takes evidence files in and gives them out. The bytes lie in the database beside the records.</summary>
public sealed class EvidenceStore(HubDb hub, TimeProvider time)
{
    private const int LongestName = 200;

    /// <summary>Stores a file for a shop, or for the group when none is named, in a save of its own.</summary>
    /// <exception cref="DomainException">The file is empty, larger than 25 MB or of a kind that is not taken.</exception>
    /// <exception cref="AccessDeniedException">The actor may not add files there.</exception>
    public async Task<EvidenceFile> SaveAsync(Stream content, string fileName, Guid? shopId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        var file = await AddAsync(db, content, fileName, shopId, ct);
        await db.SaveChangesAsync(ct);
        return file;
    }

    /// <summary>Adds a file to a context, to be saved together with the record that it supports.</summary>
    /// <exception cref="DomainException">As <see cref="SaveAsync"/>.</exception>
    public async Task<EvidenceFile> AddAsync(HubDbContext db, Stream content, string fileName, Guid? shopId, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var bytes = await ReadAsync(content, ct);
        var name = NameOf(fileName);
        var type = FileType.Of(bytes, name);
        var file = new EvidenceFile
        {
            ShopId = shopId,
            FileName = name,
            ContentType = type.ContentType,
            Size = bytes.Length,
            Sha256 = Sha256Text.Of(bytes),
            UploadedOn = await ShopDay.TodayAsync(db, shopId, time, ct),
            UploadedBy = db.Access.UserId,
        };
        db.Add(file);
        await AddContentAsync(db, file.Sha256, bytes, ct);
        return file;
    }

    /// <summary>Adds the bytes of a file whose record is in the context, unless equal bytes are stored already.</summary>
    public static async Task AddContentAsync(HubDbContext db, string sha256, byte[] bytes, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(bytes);
        if (db.EvidenceChunks.Local.Any(chunk => chunk.Sha256 == sha256)
            || await db.EvidenceChunks.IgnoreQueryFilters().AnyAsync(chunk => chunk.Sha256 == sha256, ct))
        {
            return;
        }
        foreach (var (number, piece) in bytes.Chunk(EvidenceChunk.Size).Index())
            db.Add(new EvidenceChunk { Sha256 = sha256, Number = number, Bytes = piece });
    }

    /// <summary>A file with its bytes. Null when there is none, or the actor may not see it: the answer does not tell which.</summary>
    /// <exception cref="DomainException">The stored bytes are not those that were uploaded.</exception>
    public async Task<EvidenceContent?> OpenAsync(Guid fileId, CancellationToken ct = default)
    {
        await using var db = await hub.OpenAsync(ct);
        if (await db.EvidenceFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, ct) is not { } file)
            return null;
        return await ContentAsync(db.EvidenceChunks, file, ct);
    }

    /// <summary>A file with its bytes, for whoever decided that the actor may see it.</summary>
    /// <param name="chunks">The pieces of files that may be read.</param>
    /// <param name="file">The file.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="DomainException">The stored bytes are not those that were uploaded.</exception>
    internal static async Task<EvidenceContent> ContentAsync(IQueryable<EvidenceChunk> chunks, EvidenceFile file, CancellationToken ct)
    {
        var pieces = await chunks.AsNoTracking().Where(chunk => chunk.Sha256 == file.Sha256)
            .OrderBy(chunk => chunk.Number).Select(chunk => chunk.Bytes).ToListAsync(ct);
        byte[] bytes = [.. pieces.SelectMany(piece => piece)];
        return Sha256Text.Of(bytes) == file.Sha256
            ? new EvidenceContent(file, bytes)
            : throw new DomainException($"{file.FileName} is damaged: its stored bytes are not those that were uploaded. Restore it from a backup.");
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > EvidenceFile.LargestSize)
                throw new DomainException("The file is larger than 25 MB. Split it, or upload a smaller version.");
        }
        return memory.Length > 0 ? memory.ToArray() : throw new DomainException("The file is empty. Choose another one.");
    }

    // A browser may send a whole path, and a name with line breaks or direction marks looks like another one.
    private static string NameOf(string fileName)
    {
        var name = string.Concat(Path.GetFileName(fileName.Replace('\\', '/'))
            .Where(character => !char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)).Trim();
        if (name.Length > LongestName)
            name = string.Concat(name.AsSpan(0, LongestName - Path.GetExtension(name).Length), Path.GetExtension(name));
        return name.Length > 0 ? name : throw new DomainException("The file has no name. Rename it and upload it again.");
    }
}
