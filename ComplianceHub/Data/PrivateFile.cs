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
}
