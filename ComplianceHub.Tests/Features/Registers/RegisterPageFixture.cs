using Bunit;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using ComplianceHub.Tests.Given;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.Registers;

/// <summary>A register page as a person sees it, over a database of its own.</summary>
public abstract class RegisterPageFixture(PostgresServer? server) : RegisterFixture(server)
{
    private readonly BunitContext _browser = new();

    protected NavigationManager Navigation => _browser.Services.GetRequiredService<NavigationManager>();

    public override async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Opens a register page of a shop, or of the group without one, as a person with a role there.</summary>
    protected Task<IRenderedComponent<IComponent>> ShowAsync<TPage>(HubRole role, Shop? shop, string query = "")
        where TPage : IComponent => ShowAsync(typeof(TPage), role, shop, query);

    /// <inheritdoc cref="ShowAsync{TPage}"/>
    protected async Task<IRenderedComponent<IComponent>> ShowAsync(Type page, HubRole role, Shop? shop, string query = "")
    {
        Serve(await PersonAsync(role, shop?.Id));
        Navigation.NavigateTo($"/register{query}");
        var shown = _browser.Render(builder =>
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<MudSnackbarProvider>(2);
            builder.CloseComponent();
            builder.OpenComponent(3, page);
            if (shop is not null)
                builder.AddComponentParameter(4, "Slug", shop.Slug);
            builder.CloseComponent();
        });
        shown.WaitForElement("h1", TimeSpan.FromSeconds(10));
        return shown;
    }

    /// <summary>The names in the list, from top to bottom.</summary>
    protected static IReadOnlyList<string> Names(IRenderedComponent<IComponent> page) => [.. page.FindAll("a.record-link").Select(link => link.TextContent)];

    /// <summary>The words on the buttons of the page and its drawer.</summary>
    protected static IReadOnlyList<string> Buttons(IRenderedComponent<IComponent> page) =>
        [.. page.FindAll("button.mud-button-root, footer button").Select(button => button.TextContent.Trim()).Where(text => text.Length > 0)];

    /// <summary>Presses the last button with these words: the drawer's, where the page has one too.</summary>
    protected static void Press(IRenderedComponent<IComponent> page, string text) =>
        page.FindAll("button").Last(button => button.TextContent.Trim() == text).Click();

    protected static void Fill(IRenderedComponent<IComponent> page, string label, string value) =>
        page.FindAll(".sheet .mud-input-control").First(control => control.QuerySelector("label")?.TextContent == label).QuerySelector("input, textarea")!.Change(value);

    protected static string Field(IRenderedComponent<IComponent> page, string label) =>
        page.FindAll(".sheet .mud-input-control").First(control => control.QuerySelector("label")?.TextContent == label).QuerySelector("input, textarea")!.GetAttribute("value") ?? "";

    /// <summary>One record of the group in each register.</summary>
    protected async Task FillAsync()
    {
        await using var db = await OpenAsync();
        var vendor = new Vendor { LegalName = "Stripe" };
        var activity = new ProcessingActivity { Name = "Checkout", OurRole = ControllerRole.Controller };
        var disclosure = new Disclosure { ActivityId = activity.Id, VendorId = vendor.Id, Description = "Payment" };
        db.AddRange(
            vendor, activity, disclosure, new Agreement { Title = "Agreement", VendorId = vendor.Id }, new Assessment { Title = "Assessment" }, new ConsentForm { Name = "Form" },
            new EvidenceFile { FileName = "a.pdf", ContentType = "application/pdf", Sha256 = new string('a', 64) }, new SecurityMeasure { Code = "T1", Name = "Encryption" },
            new Notice { Title = "Notice" }, new ResponsiblePerson { Name = "Mara" }, new DataElement { Name = "Address" }, new RetentionRule { Name = "Rule" },
            new DataSystem { Name = "Shop" }, new Transfer { Importer = "Stripe", ImporterCountry = "US", DisclosureIds = [disclosure.Id] });
        await db.SaveChangesAsync(Ct);
    }

    private void Serve(Guid person)
    {
        var scope = ScopeOf(Actor.User(person));
        var services = _browser.Services;
        services.AddMudServices();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(ActivatorUtilities.CreateInstance<RegisterQuery>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<GroupRegisterQuery>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<RegisterStore>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<DeviationStore>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<ProposalStore>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<LegalEntityQuery>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<AuditLogReader>(scope));
        services.AddSingleton(ActivatorUtilities.CreateInstance<EvidenceStore>(scope));
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
