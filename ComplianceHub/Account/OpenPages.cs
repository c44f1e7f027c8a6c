using System.Collections.Concurrent;
using System.Security.Claims;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>How many pages each person holds open in this process: each keeps memory here until it is closed.</summary>
internal sealed class OpenPages(IOptions<AccountOptions> options)
{
    private readonly ConcurrentDictionary<string, int> _open = new();

    /// <summary>Counts a page that a person opens; false when they have as many as anybody may.</summary>
    public bool TryOpen(string person)
    {
        if (_open.AddOrUpdate(person, 1, (_, open) => open + 1) <= options.Value.OpenPages)
            return true;
        Close(person);
        return false;
    }

    /// <summary>Takes a page away that was counted.</summary>
    public void Close(string person)
    {
        if (_open.AddOrUpdate(person, 0, (_, open) => open - 1) <= 0)
            _open.TryRemove(KeyValuePair.Create(person, 0));
    }
}

/// <summary>Counts the page of one circuit, and ends it at once when its person has too many.</summary>
internal sealed class OpenPageCounter(OpenPages pages, AuthenticationStateProvider people) : CircuitHandler
{
    private string? _counted;

    /// <inheritdoc />
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = (await people.GetAuthenticationStateAsync()).User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        _counted = pages.TryOpen(person) ? person : throw new DomainException("Too many pages are open. Close some, then load this one again.");
    }

    /// <inheritdoc />
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_counted is { } person)
            pages.Close(person);
        _counted = null;
        return Task.CompletedTask;
    }
}
