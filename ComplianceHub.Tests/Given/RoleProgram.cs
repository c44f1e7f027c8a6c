using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Given;

/// <summary>Where an address leads: to the shop of the grant, to another shop, or to what is not there.</summary>
internal enum Whose
{
    Own,
    Other,
    Nobodys,
}

/// <summary>
/// The running demo with a person for each column of the authorization matrix, once with a grant that holds and once with
/// one that has ended, and with audits of two shops in every state.
/// </summary>
public sealed partial class RoleProgram : IAsyncLifetime
{
    private const string OwnShop = "fjord-and-fable", OtherShop = "olive-row", NoShop = "no-such-shop";

    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _sessions = new();
    private readonly Dictionary<(Whose, string State), Guid> _audits = [];
    private readonly Dictionary<Whose, (Guid InRegister, Guid InAudit)> _files = [];

    public HubApplication Hub { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Hub.InitializeAsync();
        var given = await GivenAudits.OfAsync(Hub);
        var evidence = new AuditWithEvidence(Hub);
        foreach (var (whose, shop) in new[] { (Whose.Own, OwnShop), (Whose.Other, OtherShop) })
        {
            _audits[(whose, "draft")] = await given.PrepareAsync($"Draft of {whose}", [shop]);
            _audits[(whose, "fieldwork")] = await evidence.InFieldworkAsync($"Fieldwork of {whose}", "auditor", null, shop);
            _audits[(whose, "awaiting")] = await given.HandInAsync(await given.FreezeAsync(await given.PrepareAsync($"Awaiting of {whose}", [shop])));
            _audits[(whose, "signed")] = whose == Whose.Own ? given.Stale : given.Current;
            var file = (await evidence.FileAsync(shop, ".pdf")).Id;
            _files[whose] = (file, file);
        }
        await using var db = await SystemAsync();
        var password = await db.Users.Where(user => user.Email == "viewer" + DemoPeople.AddressEnd).Select(user => user.PasswordHash).SingleAsync();
        var own = await db.Shops.Where(shop => shop.Slug == OwnShop).Select(shop => shop.Id).SingleAsync();
        foreach (var role in RolePerson.All)
        {
            foreach (var until in new DateOnly?[] { null, new(2026, 11, 20) })
                Add(db, role, until, password!, own);
        }
        await db.SaveChangesAsync();
        // Before they are asked for in parallel.
        foreach (var role in RolePerson.All)
        {
            await SignInAsync(AddressOf(role, isEnded: false));
            await SignInAsync(AddressOf(role, isEnded: true));
        }
    }

    public async ValueTask DisposeAsync() => await Hub.DisposeAsync();

    /// <summary>What somebody is answered at an address of the matrix: where it leads, or of a refusal the text, without what
    /// differs between two answers that say the same.</summary>
    internal async Task<(HttpStatusCode Status, string Body)> AskAsync(RolePerson role, bool isEnded, string template, Whose whose)
    {
        using var browser = new FormBrowser(Hub) { Cookies = new(_sessions[AddressOf(role, isEnded)]) };
        using var answer = await browser.GetAsync(AddressOf(template, whose));
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.OK ? "" : browser.Target(answer) ?? Noise().Replace(await answer.Content.ReadAsStringAsync(), ""));
    }

    /// <summary>What somebody is answered who is not signed in.</summary>
    internal async Task<(HttpStatusCode Status, string? Target)> AskSignedOutAsync(string template)
    {
        using var browser = new FormBrowser(Hub);
        using var answer = await browser.GetAsync(AddressOf(template, Whose.Own));
        return (answer.StatusCode, browser.Target(answer));
    }

    /// <summary>The id of the person of a column.</summary>
    internal async Task<Guid> PersonAsync(RolePerson role, bool isEnded)
    {
        await using var db = await SystemAsync();
        var email = AddressOf(role, isEnded);
        return await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
    }

    /// <summary>The short name of a shop.</summary>
    internal static string SlugOf(Whose whose) => whose switch { Whose.Own => OwnShop, Whose.Other => OtherShop, _ => NoShop };

    private string AddressOf(string template, Whose whose)
    {
        var state = template.Split('/')[^1] switch { "edit" => "draft", "sign-off" => "awaiting", "report.pdf" or "dossier.zip" or "changes" => "signed", _ => "fieldwork" };
        var audit = whose == Whose.Nobodys ? Guid.NewGuid() : _audits[(whose, state)];
        var file = whose == Whose.Nobodys ? Guid.NewGuid() : _files[whose].InAudit;
        return template
            .Replace("{slug}", SlugOf(whose), StringComparison.Ordinal)
            .Replace("{report}", "readiness", StringComparison.Ordinal)
            .Replace("/audits/{id:guid}", $"/audits/{audit}", StringComparison.Ordinal).Replace("{audit:guid}", $"{audit}", StringComparison.Ordinal)
            .Replace("{file:guid}", $"{file}", StringComparison.Ordinal).Replace("/files/{id:guid}", $"/files/{file}", StringComparison.Ordinal);
    }

    private void Add(HubDbContext db, RolePerson role, DateOnly? until, string password, Guid ownShop)
    {
        var email = AddressOf(role, until is not null);
        var person = new HubUser
        {
            DisplayName = "Somebody", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N"), PasswordHash = password,
        };
        db.Add(person);
        Grant Granted(Guid? shop, Guid? audit) => new() { UserId = person.Id, Role = role.Role, Scope = role.Scope, ShopId = shop, AuditId = audit, Until = until };
        if (role.Scope == GrantScope.Audit)
            db.AddRange(_audits.Where(one => one.Key.Item1 == Whose.Own).Select(one => Granted(null, one.Value)));
        else
            db.Add(Granted(role.Scope == GrantScope.Shop ? ownShop : null, null));
    }

    private async Task SignInAsync(string email)
    {
        using var browser = new FormBrowser(Hub);
        using var answer = await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        _sessions[email] = browser.Cookies;
    }

    private static string AddressOf(RolePerson role, bool isEnded) => $"{role.Column.Replace(' ', '-')}{(isEnded ? "-ended" : "")}@matrix.example";

    /// <summary>The program itself, which may do everything.</summary>
    internal async Task<HubDbContext> SystemAsync() =>
        await Hub.Services.CreateScope().ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), CancellationToken.None);

    // What is new in every answer: secrets of forms and scripts, ids of elements, what the framework keeps in a page, and the
    // address that was asked for itself.
    [GeneratedRegex("<!--Blazor.*?-->|nonce=\"[^\"]*\"|name=\"__RequestVerificationToken\"[^>]*|[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}|no-such-shop|fjord-and-fable|olive-row", RegexOptions.Singleline)]
    private static partial Regex Noise();
}
