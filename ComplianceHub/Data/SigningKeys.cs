using System.Security.Cryptography;
using System.Text;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Data;

/// <summary>
/// The key that signs checkpoints, outside the database that they protect: a PKCS#8 file that the program's account
/// alone can read, in a folder named after the installation, with the public keys beside it.
/// </summary>
public sealed class SigningKeys(DatabaseConnection database, TimeProvider time)
{
    /// <summary>The name of the file of public keys.</summary>
    public const string PublicFile = "keys.json";

    /// <summary>The folder of an installation: its keys and its checkpoint file.</summary>
    public string FolderOf(Guid installation) => Path.Combine(database.Folder, installation.ToString("D"));

    /// <summary>The public keys; null when no key has been made yet, or the folder is missing.</summary>
    /// <exception cref="FormatException">The file of public keys is damaged.</exception>
    public LogKeys? Public(Guid installation)
    {
        var file = Path.Combine(FolderOf(installation), PublicFile);
        return File.Exists(file) ? LogKeys.Parse(File.ReadAllText(file)) : null;
    }

    /// <summary>The public keys; the first is made when there is none. To be called by one instance at a time.</summary>
    internal LogKeys Ensure(Guid installation)
    {
        if (Public(installation) is { } keys)
            return keys;
        PrivateFile.CreateFolder(FolderOf(installation));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var origin = TreeHead.OriginOf(installation);
        var first = NoteKey.Of(origin, key);
        WritePrivate(installation, first, key);
        return WritePublic(installation, new(origin, [new(first, Now(), null, null)]));
    }

    /// <summary>Signs a checkpoint with today's key.</summary>
    /// <exception cref="DomainException">Its file is missing or damaged.</exception>
    internal string Sign(Guid installation, LogKeys keys, TreeHead head)
    {
        using var key = OpenPrivate(installation, keys.Current.Key);
        return SignedNote.Sign(head.Text, keys.Origin, key).ToString();
    }

    /// <summary>Makes the next key, introduced by the one before it, whose private half is then removed. To be called by
    /// one instance at a time.</summary>
    /// <exception cref="DomainException">The private key of today is missing or damaged.</exception>
    internal LogKeys Rotate(Guid installation)
    {
        var keys = Ensure(installation);
        using var before = OpenPrivate(installation, keys.Current.Key);
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (successor, at) = (NoteKey.Of(keys.Origin, next), Now());
        var rotation = SignedNote.Sign(LogKey.RotationText(keys.Current.Key, successor, at), keys.Origin, before, next).ToString();
        WritePrivate(installation, successor, next);
        var rotated = WritePublic(installation, keys.With(successor, at, rotation));
        File.Delete(PrivateFileOf(installation, keys.Current.Key));
        return rotated;
    }

    /// <summary>Whether the key that signs today can be used.</summary>
    internal bool MaySign(Guid installation, LogKeys keys)
    {
        try
        {
            OpenPrivate(installation, keys.Current.Key).Dispose();
            return true;
        }
        catch (DomainException)
        {
            return false;
        }
    }

    /// <summary>A key that goes on under a new name, because the one before is lost. Nothing is written yet.</summary>
    internal (ECDsa Key, LogKeys Keys) Continuing(Guid installation, LogContinuation from)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var origin = TreeHead.After(from.Origin);
        var (next, at) = (NoteKey.Of(origin, key), Now());
        return (key, LogKeys.Continued(Public(installation), next, at, SignedNote.Sign(from.TextFor(next, at), origin, key).ToString()));
    }

    /// <summary>Lets a key sign from now on. To be called by one instance at a time.</summary>
    internal void Begin(Guid installation, ECDsa key, LogKeys keys)
    {
        PrivateFile.CreateFolder(FolderOf(installation));
        WritePrivate(installation, keys.Current.Key, key);
        WritePublic(installation, keys);
    }

    private string PrivateFileOf(Guid installation, NoteKey key) => Path.Combine(FolderOf(installation), $"{key.IdText}.key.pem");

    private ECDsa OpenPrivate(Guid installation, NoteKey key)
    {
        var file = PrivateFileOf(installation, key);
        var opened = ECDsa.Create();
        try
        {
            opened.ImportFromPem(File.ReadAllText(file));
            return opened.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.PublicKey) ? opened : throw new CryptographicException("It is another key.");
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            opened.Dispose();
            throw new DomainException($"The key that signs checkpoints cannot be read: {installation:D}/{Path.GetFileName(file)} beside the database. Restore that file from a backup, or, when it is lost, go on with log rotate-key --lost.", unusable);
        }
    }

    private void WritePrivate(Guid installation, NoteKey id, ECDsa key) => WriteNew(PrivateFileOf(installation, id), key.ExportPkcs8PrivateKeyPem() + "\n");

    // Written beside and then moved: a reader meets the old file or the new one, never half of one.
    private LogKeys WritePublic(Guid installation, LogKeys keys)
    {
        var file = Path.Combine(FolderOf(installation), PublicFile);
        File.Delete(file + ".new");
        WriteNew(file + ".new", keys.ToJson());
        File.Move(file + ".new", file, overwrite: true);
        return keys;
    }

    // Whole, or not at all: half a key would be in the way of the next one.
    private static void WriteNew(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = PrivateFile.OwnerOnly;
        var isCreated = false;
        try
        {
            using var stream = new FileStream(file, options);
            isCreated = true;
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            if (isCreated)
                File.Delete(file);
            throw new StorageUnavailableException($"The key that signs checkpoints cannot be kept in the folder {Path.GetFileName(Path.GetDirectoryName(file))} beside the database, so nothing is signed. Make room there, or check the rights on that folder.", full);
        }
    }

    // To the second: the form in which the file of public keys keeps it.
    private DateTimeOffset Now() => time.GetUtcNow() is var now ? new(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second, TimeSpan.Zero) : default;
}
