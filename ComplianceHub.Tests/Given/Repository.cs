namespace ComplianceHub.Tests.Given;

/// <summary>The files of this checkout, found from where the tests were built.</summary>
internal static class Repository
{
    /// <summary>The absolute path of the root, with the solution in it.</summary>
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory)
        .First(folder => File.Exists(Path.Combine(folder, "ComplianceHub.sln")));

    /// <summary>The product's own sources with one of these endings, without what the build generates, as paths below the root.</summary>
    public static IReadOnlyList<string> Sources(params string[] endings) =>
        [.. from file in Directory.EnumerateFiles(Path.Combine(Root, "ComplianceHub"), "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
            where endings.Any(path.EndsWith) && !path.Contains("/bin/") && !path.Contains("/obj/") && !path.Contains("/Migrations/")
            orderby path
            select path];

    /// <summary>The text of a file below the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }
}
