namespace ComplianceHub.Tests.Given;

/// <summary>Files that other companies wrote, in a folder <c>shared/data</c> beside the checkout or above it.</summary>
public static class SharedData
{
    /// <summary>The path of a file; skips the test where the folder is not there.</summary>
    public static string PathOf(params string[] names)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine([folder.FullName, "shared", "data", .. names]);
            if (File.Exists(path))
                return path;
        }
        LeftOut.Because("files of other companies", $"The file shared/data/{string.Join('/', names)} is not beside the checkout.");
        return "";
    }
}
