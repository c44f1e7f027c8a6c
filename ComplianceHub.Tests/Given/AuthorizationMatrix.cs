namespace ComplianceHub.Tests.Given;

/// <summary>One line of the authorization matrix: a page, an endpoint, an account page or a use case, and who reaches it.</summary>
/// <param name="Kind">page, endpoint, account, use case or reading.</param>
/// <param name="What">The address as a template, after its method where that is not GET; of a use case class and method.</param>
/// <param name="Cells">The words of the line, by the names of the columns.</param>
internal sealed record MatrixRow(string Kind, string What, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The word in a column.</summary>
    public string this[string column] => Cells[column];
}

/// <summary>
/// docs/authorization-matrix.csv: who reaches which page, endpoint and use case. Tests compare it with the running program,
/// in both directions. In the column of a role stands "all" (in every shop; or it is about no shop), "own" (in the shop of
/// the grant, elsewhere as if it were missing), "no" (as if it were missing) or "room" (they are led to the room of the auditor); for
/// somebody whose grant has ended the same without "own"; for somebody who is not signed in, "open" or "sign in". What only concerns the person's own account is "self",
/// and what reads for a page is reached as that is: "page".
/// </summary>
internal static class AuthorizationMatrix
{
    /// <summary>The file, below the root of the repository.</summary>
    public const string Path = "ComplianceHub/docs/authorization-matrix.csv";

    /// <summary>The column of people whose grant has ended.</summary>
    public const string Ended = "ended grant";

    /// <summary>The column of people who are not signed in.</summary>
    public const string SignedOut = "signed out";

    private static readonly string[][] Lines = [.. Repository.Read(Path).TrimEnd('\n').Split('\n').Select(line => line.Split(','))];

    /// <summary>The columns of the file.</summary>
    public static IReadOnlyList<string> Columns => Lines[0];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<MatrixRow> Rows { get; } =
        [.. Lines.Skip(1).Select(line => new MatrixRow(line[0], line[1], Lines[0].Zip(line).Skip(2).ToDictionary(cell => cell.First, cell => cell.Second)))];

    /// <summary>The lines of some kinds.</summary>
    public static IReadOnlyList<MatrixRow> Of(params string[] kinds) => [.. Rows.Where(row => kinds.Contains(row.Kind))];
}
