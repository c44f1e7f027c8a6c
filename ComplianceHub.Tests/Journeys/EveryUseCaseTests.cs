using System.Text.RegularExpressions;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Tests.Architecture;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Journeys;

/// <summary>
/// The authorization matrix against what people do: each role, each use case. A use case is what changes or hands out
/// something: a public method of a Workflow, a Store, Drafts or an Export of a feature. Those that only read for a page
/// have the kind "reading", and are reached as their page is.
/// </summary>
public sealed class EveryUseCaseTests(RoleProgram program) : IClassFixture<RoleProgram>
{
    public static TheoryData<string> Columns => [.. RolePerson.All.Select(role => role.Column)];

    [Fact]
    public void Every_use_case_has_a_line_and_every_line_a_use_case()
    {
        var methods = Code.Product.GetTypes().Where(type => type.Namespace?.StartsWith("ComplianceHub.Features", StringComparison.Ordinal) == true && Regex.IsMatch(type.Name, "(Workflow|Store|Drafts|Export)$") && !type.IsNested)
            .SelectMany(type => type.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}")).ToHashSet();
        var lines = AuthorizationMatrix.Of("use case", "reading").Select(row => row.What).ToHashSet();
        Assert.True(methods.SetEquals(lines),
            $"Say in {AuthorizationMatrix.Path} who may do this:\n{string.Join('\n', methods.Except(lines).Order(StringComparer.Ordinal))}\nThe program cannot do this:\n{string.Join('\n', lines.Except(methods).Order(StringComparer.Ordinal))}");
        Assert.Equal(AuthorizationMatrix.Of("use case").Select(row => row.What).Order(StringComparer.Ordinal), UseCases.All.Keys.Order(StringComparer.Ordinal));
    }

    // An endpoint has a line of its own.
    [Fact]
    public void What_saves_in_a_feature_is_a_use_case() => Assert.All(
        Repository.Sources(".cs", ".razor").Where(path => path.StartsWith("ComplianceHub/Features/", StringComparison.Ordinal) && Regex.IsMatch(Repository.Read(path), @"\bSave(Changes|LogFirst)Async\(")),
        path => Assert.Matches(@"(Workflow|Store|Drafts|Export|Endpoints)\.cs$", path));

    [Theory, MemberData(nameof(Columns))]
    public async Task Each_role_does_what_its_column_says(string column)
    {
        var role = RolePerson.All.Single(one => one.Column == column);
        var (person, ended) = (await program.PersonAsync(role, isEnded: false), await program.PersonAsync(role, isEnded: true));
        List<string> wrong = [];
        foreach (var row in AuthorizationMatrix.Of("use case"))
        {
            foreach (var whose in role.HasOwnShop ? new[] { Whose.Own, Whose.Other } : [Whose.Own])
            {
                var isOpen = row[column] == "all" || (row[column] == "own" && whose == Whose.Own);
                var outcome = await TryAsync(role, person, isEnded: false, row.What, whose);
                if (outcome is null != isOpen)
                    wrong.Add($"{row.What} of {whose}: {outcome ?? "done"}");
                else if (!isOpen && whose == Whose.Other && await TryAsync(role, person, isEnded: false, row.What, Whose.Nobodys) is var missing && missing != outcome)
                    wrong.Add($"{row.What} of {whose}: {outcome}, and of nobody: {missing ?? "done"}");
            }
            if (await TryAsync(role, ended, isEnded: true, row.What, Whose.Own) is null)
                wrong.Add($"{row.What} after the end: done");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Null when it was done, else the refusal.
    private async Task<string?> TryAsync(RolePerson role, Guid person, bool isEnded, string useCase, Whose whose)
    {
        var act = await UseCases.All[useCase](UseCaseScene.Of(program, whose, role, person, isEnded));
        await using var scope = program.Hub.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Use(Actor.User(person));
        try
        {
            return await act(scope.ServiceProvider) is null ? "nothing" : null;
        }
        catch (DomainException refused)
        {
            return refused.Message;
        }
    }
}
