namespace ComplianceHub.Data;

/// <summary>
/// Creates the database file so that only the account under which the program runs can read it: it holds personal data,
/// password hashes and the keys of all sessions. SQLite gives its other two files (-wal, -shm) the same rights.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates an empty file and its folder where they are missing. What is there keeps the rights it was given.</summary>
    public static void Create(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows())
        {
            // The rights come from the folder above.
            Directory.CreateDirectory(folder);
            return;
        }
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
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
            using (var stream = new FileStream(draft, FileMode.Open, FileAccess.Write))
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
