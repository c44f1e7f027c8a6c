using System.Globalization;
using ComplianceHub.Compliance;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Reports;

/// <summary>The evidence files of shops, each once, numbered in the order of their names. Requirements quote the numbers, the
/// appendix has names and hashes.</summary>
internal sealed class EvidenceList
{
    /// <summary>The name by which text quotes the page of the appendix.</summary>
    public const string Key = "evidence";

    private readonly Dictionary<Guid, int> _numbers = [];

    /// <summary>Numbers the files of shops.</summary>
    public EvidenceList(IEnumerable<ShopSnapshot> shops)
    {
        Files = [.. shops.SelectMany(shop => shop.Evidence).DistinctBy(file => file.Id).OrderBy(file => file.FileName, StringComparer.Ordinal).ThenBy(file => file.Id)];
        for (var i = 0; i < Files.Count; i++)
            _numbers[Files[i].Id] = i + 1;
    }

    /// <summary>All of them, in the order of their numbers.</summary>
    public IReadOnlyList<EvidenceFile> Files { get; }

    /// <summary>The numbers of those files that are on the list, each once, in the order given.</summary>
    public IReadOnlyList<int> NumbersOf(IEnumerable<Guid> files) => [.. files.Where(_numbers.ContainsKey).Select(file => _numbers[file]).Distinct()];

    /// <summary>The name of the file with a number.</summary>
    public string NameOf(int number) => Files[number - 1].FileName;

    /// <summary>A number as it is printed: "E-07".</summary>
    public static string Label(int number) => string.Create(CultureInfo.InvariantCulture, $"E-{number:00}");

    /// <summary>Numbers with their runs drawn together: "E-02, E-13 to E-26".</summary>
    public static string Labels(IEnumerable<int> numbers)
    {
        List<(int First, int Last)> runs = [];
        foreach (var number in numbers.Order())
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1)
                runs[^1] = (runs[^1].First, number);
            else
                runs.Add((number, number));
        }
        return string.Join(", ", runs.Select(run => run.Last - run.First > 1 ? $"{Label(run.First)} to {Label(run.Last)}"
            : run.First == run.Last ? Label(run.First) : $"{Label(run.First)}, {Label(run.Last)}"));
    }
}
