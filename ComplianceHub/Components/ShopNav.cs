using ComplianceHub.Components.Layout;
using static MudBlazor.Icons.Material;

namespace ComplianceHub.Components;

/// <summary>The drawer's groups: which pages there are, in which order, with which icon.</summary>
public static class ShopNav
{
    /// <summary>The pages above the shops.</summary>
    /// <param name="mayImport">Whether the reader may import.</param>
    /// <param name="readsGroup">Whether the reader reads the group's registers.</param>
    /// <param name="waitingAudits">In how many audits the next step is the reader's; none shows no number.</param>
    /// <param name="hasRoom">Whether the reader is invited to audits beside.</param>
    /// <param name="openTasks">How many remediation tasks are unfinished; none shows no number.</param>
    public static NavGroup AllShops(bool mayImport = true, bool readsGroup = true, int waitingAudits = 0, bool hasRoom = false, int openTasks = 0) => new("All shops",
    [
        new("Portfolio", HubUrls.Portfolio, Outlined.GridView) { IsExact = true },
        new("Audits", HubUrls.Audits(), Outlined.Gavel, waitingAudits == 0 ? null : waitingAudits),
        new("Work list", HubUrls.WorkList(), Outlined.TaskAlt, openTasks == 0 ? null : openTasks),
        .. hasRoom ? [new NavItem("Your audits", HubUrls.AuditorRoom, Outlined.AssignmentInd)] : Array.Empty<NavItem>(),
        .. mayImport ? [new NavItem("Import", HubUrls.Import, Outlined.UploadFile)] : Array.Empty<NavItem>(),
        .. readsGroup ? [new NavItem("Log of the group", HubUrls.GroupLog, Outlined.History)] : Array.Empty<NavItem>(),
    ]);

    /// <summary>One shop's pages.</summary>
    /// <param name="slug">The shop's part of the address.</param>
    /// <param name="shopName">Heads the group.</param>
    /// <param name="toDo">How many requirements need work; null when not computed.</param>
    /// <param name="openTasks">How many remediation tasks are unfinished; none shows no number.</param>
    public static NavGroup Shop(string slug, string shopName, int? toDo = null, int openTasks = 0) => new(shopName,
    [
        new("Overview", HubUrls.Shop(slug), Outlined.Speed) { IsExact = true },
        new("Checklist", HubUrls.Checklist(slug), Outlined.FactCheck, toDo),
        new("Work list", HubUrls.WorkList(slug), Outlined.TaskAlt, openTasks == 0 ? null : openTasks),
        new("Data flows", HubUrls.DataFlows(slug), Outlined.AccountTree),
        new("Reports", HubUrls.Reports(slug), Outlined.PictureAsPdf),
        new("Log", HubUrls.Log(slug), Outlined.History),
        new("Profile", HubUrls.Profile(slug), Outlined.Tune),
    ]);

    /// <summary>The registers of a shop, or of the group when <paramref name="slug"/> is null.</summary>
    /// <param name="slug">The shop's part of the address.</param>
    /// <param name="count">How many records a register (<see cref="RegisterNames"/>) holds; null when not counted.</param>
    public static NavGroup Registers(string? slug, Func<string, int?>? count = null)
    {
        NavItem Register(string text, string name, string icon) =>
            new(text, HubUrls.Register(name, slug), icon, count?.Invoke(name));

        // Controllers are the group's alone.
        NavItem[] ofGroup = slug is null ? [Register("Legal entities", RegisterNames.LegalEntities, Outlined.AccountBalance)] : [];
        return new("Registers",
        [
            .. ofGroup,
            Register("Activities", RegisterNames.Activities, Outlined.Description),
            Register("Personal data", RegisterNames.PersonalData, Outlined.Schema),
            Register("Systems", RegisterNames.Systems, Outlined.Storage),
            Register("Third parties", RegisterNames.ThirdParties, Outlined.Hub),
            Register("Agreements", RegisterNames.Agreements, Outlined.Handshake),
            Register("Disclosures", RegisterNames.Disclosures, Outlined.CallMade),
            Register("Transfers", RegisterNames.Transfers, Outlined.Public),
            Register("Retention", RegisterNames.Retention, Outlined.AutoDelete),
            Register("Notices", RegisterNames.Notices, Outlined.Campaign),
            Register("Consent forms", RegisterNames.ConsentForms, Outlined.HowToReg),
            Register("Assessments", RegisterNames.Assessments, Outlined.Balance),
            Register("Measures", RegisterNames.Measures, Outlined.Shield),
            Register("Evidence", RegisterNames.Evidence, Outlined.AttachFile),
            Register("People", RegisterNames.People, Outlined.Groups),
        ]);
    }

    /// <summary>The five places a phone keeps at the bottom.</summary>
    public static IReadOnlyList<NavItem> Shortcuts(string? slug) => slug is null
        ? [
            new("Portfolio", HubUrls.Portfolio, Outlined.GridView) { IsExact = true },
            new("Activities", HubUrls.Register(RegisterNames.Activities), Outlined.Description),
            new("Parties", HubUrls.Register(RegisterNames.ThirdParties), Outlined.Hub),
            new("Agreements", HubUrls.Register(RegisterNames.Agreements), Outlined.Handshake),
            new("Retention", HubUrls.Register(RegisterNames.Retention), Outlined.AutoDelete),
        ]
        : [
            new("Portfolio", HubUrls.Portfolio, Outlined.GridView) { IsExact = true },
            new("Overview", HubUrls.Shop(slug), Outlined.Speed) { IsExact = true },
            new("Checklist", HubUrls.Checklist(slug), Outlined.FactCheck),
            new("Registers", HubUrls.Register(RegisterNames.ThirdParties, slug), Outlined.Inventory2),
            new("Reports", HubUrls.Reports(slug), Outlined.PictureAsPdf),
        ];
}
