using ComplianceHub.Components;
using ComplianceHub.Components.Controls;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ComplianceHub.Features.People;

/// <summary>The page of people and grants.</summary>
public sealed partial class PeoplePage
{
    private static readonly Crumb[] Trail = [new("Portfolio", HubUrls.Portfolio)];

    private PeopleList? _list;
    private bool _isMissing;
    private string? _problem;
    private string? _done;
    private string? _link;
    private string _linkFor = "";

    [Inject]
    private PeopleQuery Query { get; set; } = default!;

    [Inject]
    private PeopleWorkflow Workflow { get; set; } = default!;

    [Inject]
    private AccountActs Acts { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Search { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _list = await Query.ListAsync(Search, Leaving);
        _isMissing = _list is null;
    }

    private void SearchFor(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("search", change.Value as string is { Length: > 0 } text ? text : null), replace: true);

    private async Task InviteAsync()
    {
        var places = _list?.Places ?? [];
        var choice = new GrantChoice { Invites = true, ShopId = places is [var first, ..] ? first.ShopId : null };
        if (await GrantDialog.AskAsync(Dialogs, "Invite a person", "Invite", choice, places) is { } invited)
        {
            await DoAsync(async () =>
            {
                Show(await Workflow.InviteAsync(invited, Leaving), invited.Name);
                _done = _link is null ? $"{invited.Email} has an account or an invitation already, and got the grant." : null;
            });
        }
    }

    private async Task GiveAsync(PersonRow person)
    {
        var places = _list?.Places ?? [];
        var choice = new GrantChoice { ShopId = places is [var first, ..] ? first.ShopId : null };
        if (await GrantDialog.AskAsync(Dialogs, $"Give {person.Name} a grant", "Give grant", choice, places) is { } given)
            await DoAsync(() => Workflow.GiveAsync(person.Id, given, Leaving));
    }

    private async Task ChangeAsync((PersonRow Person, GrantRow Grant) row)
    {
        var choice = new GrantChoice { Role = row.Grant.Role, ShopId = row.Grant.ShopId, Until = row.Grant.Until };
        if (await GrantDialog.AskAsync(Dialogs, $"Grant of {row.Person.Name}: {row.Grant.Where}", "Save", choice, []) is { } changed)
            await DoAsync(() => Workflow.ChangeAsync(row.Grant.Id, row.Grant.Version, changed, Leaving));
    }

    private async Task TakeAwayAsync((PersonRow Person, GrantRow Grant) row)
    {
        if (await QuestionDialog.AskAsync(Dialogs, $"Take this grant of {row.Person.Name} away?",
            $"{row.Grant.Role.Word()}, {row.Grant.Where}. It works at the person’s next action.", "Take away", isDangerous: true))
        {
            await DoAsync(() => Workflow.TakeAwayAsync(row.Grant.Id, Leaving));
        }
    }

    private async Task ActAsync((PersonRow Person, AccountAct Act) row)
    {
        var (person, act) = row;
        var (question, consequence, verb) = AccountActs.Words(act, person.Name);
        if (await PresenceDialog.AskAsync(Dialogs, question, consequence, verb, AccountActs.PurposeOf(act, person.Id)) is { } ticket)
            await DoAsync(async () => Show(await Acts.DoAsync(person.Id, act, ticket, Leaving), person.Name));
    }

    private void Show(string? path, string name) =>
        (_link, _linkFor) = (path is null ? null : Navigation.ToAbsoluteUri(path).ToString(), name);

    private async Task DoAsync(Func<Task> work)
    {
        (_problem, _done, _link) = (null, null, null);
        try
        {
            await work();
        }
        catch (DomainException refusal)
        {
            _problem = refusal.Message;
        }
        _list = await Query.ListAsync(Search, Leaving);
        _isMissing = _list is null;
    }
}
