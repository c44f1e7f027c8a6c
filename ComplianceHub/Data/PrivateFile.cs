namespace ComplianceHub.Data;

/// <summary>
/// Creates files that only the account under which the program runs can read: the database with its personal data, password
/// hashes and keys of sessions, and the keys that sign. SQLite gives its other two files (-wal, -shm) the same rights.
/// </summary>
internal static class PrivateFile
{
    /// <summary>The rights of a file that nobody else reads, where files have such.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a folder that nobody else opens, where it is missing; on Windows its rights come from the folder above.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Creates an empty file and its folder where they are missing. What is there keeps the rights it was given.</summary>
    public static void Create(string file)
    {
        CreateFolder(Path.GetDirectoryName(file)!);
        // SQLite makes its file itself; the rights come from the folder above.
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            if (!File.Exists(file))
                new FileStream(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another instance created it in this moment.
        }
    }

    /// <summary>Writes a file whole or not at all, and its folder. What is there stays: of several instances one writes.</summary>
    public static void WriteOnce(string file, string text)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        Create(draft);
        try
        {
            using (var stream = new FileStream(draft, FileMode.OpenOrCreate, FileAccess.Write))
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }
            File.Move(draft, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another instance wrote it in this moment.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
