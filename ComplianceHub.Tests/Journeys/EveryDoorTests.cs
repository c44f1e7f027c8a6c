using System.Collections.Concurrent;
using System.Net;
using ComplianceHub.Components;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Journeys;

/// <summary>The authorization matrix against the running program: each role at each address.</summary>
public sealed class EveryDoorTests(RoleProgram program) : IClassFixture<RoleProgram>
{
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken };

    public static TheoryData<string> Columns => [.. RolePerson.All.Select(role => role.Column)];

    [Fact]
    public void Every_address_of_the_program_has_a_line_and_every_line_an_address()
    {
        var answered = new Doors(program.Hub).Templates().Select(door => $"{door.Key}, {(door.Value ? "open" : "sign in")}").ToHashSet();
        var lines = AuthorizationMatrix.Of("page", "endpoint", "account").Select(row => $"{row.What}, {row[AuthorizationMatrix.SignedOut]}").ToHashSet();
        Assert.True(lines.SetEquals(answered),
            $"Say in {AuthorizationMatrix.Path} who reaches these, and sign in or open:\n{string.Join('\n', answered.Except(lines))}\nThe program does not answer these as their lines say:\n{string.Join('\n', lines.Except(answered))}");
    }

    [Fact]
    public void Every_column_and_every_word_is_known()
    {
        Assert.Equal(["kind", "what", .. RolePerson.All.Select(role => role.Column), AuthorizationMatrix.Ended, AuthorizationMatrix.SignedOut], AuthorizationMatrix.Columns);
        Assert.All(AuthorizationMatrix.Rows, row => Assert.All(row.Cells, cell => Assert.Contains(cell.Value, cell.Key switch
        {
            _ when row.Kind == "reading" => ["page"],
            AuthorizationMatrix.SignedOut => ["open", "sign in"],
            _ when row.Kind == "account" => ["self"],
            AuthorizationMatrix.Ended => ["all", "no", "room"],
            _ => new[] { "all", "own", "no", "room" },
        })));
        Assert.Distinct(AuthorizationMatrix.Rows.Select(row => row.What));
    }

    [Theory, MemberData(nameof(Columns))]
    public async Task Each_role_reaches_what_its_column_says(string column)
    {
        var role = RolePerson.All.Single(one => one.Column == column);
        ConcurrentBag<string> wrong = [];
        await Parallel.ForEachAsync(Asked(), SideBySide, async (row, _) =>
        {
            foreach (var whose in HasPlace(row) && role.HasOwnShop ? new[] { Whose.Own, Whose.Other } : [Whose.Own])
                await CompareAsync(role, isEnded: false, row, whose, row[column], wrong);
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Columns))]
    public async Task A_grant_that_has_ended_opens_nothing_more_than_its_column_says(string column)
    {
        var role = RolePerson.All.Single(one => one.Column == column);
        ConcurrentBag<string> wrong = [];
        await Parallel.ForEachAsync(Asked(), SideBySide, async (row, _) => await CompareAsync(role, isEnded: true, row, Whose.Own, row[AuthorizationMatrix.Ended], wrong));
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in()
    {
        List<string> wrong = [];
        foreach (var row in AuthorizationMatrix.Of("page", "endpoint", "account").Where(row => !row.What.Contains(' ', StringComparison.Ordinal)))
        {
            var (status, target) = await program.AskSignedOutAsync(row.What);
            var isSent = status == HttpStatusCode.Redirect && target!.StartsWith(HubUrls.Login, StringComparison.Ordinal);
            if (isSent != (row[AuthorizationMatrix.SignedOut] == "sign in") || (int)status >= 500)
                wrong.Add($"{row.What} answers {status} {target}, not {row[AuthorizationMatrix.SignedOut]}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // What is open to everybody asks nobody who they are.
    private static IEnumerable<MatrixRow> Asked() => AuthorizationMatrix.Of("page", "endpoint").Where(row => !row.What.Contains(' ', StringComparison.Ordinal) && row[AuthorizationMatrix.SignedOut] != "open");

    private static bool HasPlace(MatrixRow row) => row.What.Contains('{', StringComparison.Ordinal);

    private async Task CompareAsync(RolePerson role, bool isEnded, MatrixRow row, Whose whose, string word, ConcurrentBag<string> wrong)
    {
        var isOpen = word == "all" || (word == "own" && whose == Whose.Own);
        var (status, body) = await program.AskAsync(role, isEnded, row.What, whose);
        if (status != (word == "room" ? HttpStatusCode.Redirect : isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound))
            wrong.Add($"{row.What} of {whose} answers {(int)status}");
        else if (word == "room" && body != HubUrls.AuditorRoom)
            wrong.Add($"{row.What} leads to {body}");
        // What is forbidden looks like what is missing: the same status, and the same answer to the last character.
        else if (!isOpen && HasPlace(row) && await program.AskAsync(role, isEnded, row.What, Whose.Nobodys) is var missing && (missing.Status, missing.Body) != (status, body))
            wrong.Add($"{row.What} of {whose} does not look like one that is missing");
    }
}
