using ComplianceHub.Compliance;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Exchange.Transcend;
using ComplianceHub.Features.AuditLog;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Audits.Dossiers;
using ComplianceHub.Features.Audits.Invitations;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Features.People;
using ComplianceHub.Features.Readiness;
using ComplianceHub.Features.Registers;
using ComplianceHub.Features.Reports;
using ComplianceHub.Features.Shops;
using ComplianceHub.Features.WorkList;
using ComplianceHub.Reports;
using ComplianceHub.Reports.Layout;

namespace ComplianceHub.Tests.Given;

/// <summary>Something that somebody tries: what it needs is made first, then it is tried in their name. What comes of it is
/// null where there was nothing for them.</summary>
internal delegate Task<Func<IServiceProvider, Task<object?>>> UseCase(UseCaseScene scene);

/// <summary>How each use case of the authorization matrix is tried.</summary>
internal static class UseCases
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IReadOnlyDictionary<string, UseCase> All { get; } = new Dictionary<string, UseCase>
    {
        ["AttestationStore.SaveAsync"] = async scene => await On<AttestationStore>(await scene.ShopAsync(), (store, shop) => store.SaveAsync(new Attestation { ShopId = shop, RequirementId = "GDPR-30", Answer = AttestationAnswer.Yes, StatedBy = "Somebody", StatedOn = Day, ValidUntil = Day.AddMonths(12) }, Ct)),
        ["AuditAccessWorkflow.ChangeAsync"] = async scene => await On<AuditAccessWorkflow, Grant>(await scene.InvitationAsync(), (access, grant) => access.ChangeAsync(grant.Id, grant.Version, new(null, new(2026, 12, 1)), Ct)),
        ["AuditAccessWorkflow.EndAsync"] = async scene => await On<AuditAccessWorkflow, Grant>(await scene.InvitationAsync(), (access, grant) => access.EndAsync(grant.Id, Ct)),
        ["AuditAccessWorkflow.InviteAsync"] = async scene => await On<AuditAccessWorkflow>(await scene.AuditAsync(AuditState.Draft), (access, audit) => access.InviteAsync(audit, new() { Name = "Guest", Email = $"{Guid.NewGuid():N}@guest.example", Days = new(null, new(2026, 12, 1)) }, Ct)),
        ["AuditAccessWorkflow.MakeLinkAsync"] = async scene => await On<AuditAccessWorkflow, Grant>(await scene.InvitationAsync(), (access, grant) => access.MakeLinkAsync(grant.Id, Ct)),
        ["AuditDrafts.DeleteAsync"] = async scene => await On<AuditDrafts>(await scene.AuditAsync(AuditState.Draft), (drafts, audit) => drafts.DeleteAsync(audit, Ct)),
        ["AuditDrafts.SaveAsync"] = async scene => await On<AuditDrafts, EditedDraft>(await scene.EditedAsync(), (drafts, edited) => drafts.SaveAsync(edited, Ct)),
        ["AuditReportWorkflow.DraftAsync"] = async scene => await Gives<AuditReportWorkflow, AuditReportFile>(await scene.AuditAsync(AuditState.Fieldwork), (reports, audit) => reports.DraftAsync(audit, Ct)),
        ["AuditReportWorkflow.SignedAsync"] = async scene => await Gives<AuditReportWorkflow, AuditReportFile>(await scene.AuditAsync(AuditState.Signed), (reports, audit) => reports.SignedAsync(audit, Ct)),
        ["AuditWorkflow.BeginFieldworkAsync"] = async scene => await On<AuditWorkflow>(await scene.AuditAsync(AuditState.Draft), (steps, audit) => steps.BeginFieldworkAsync(audit, Ct)),
        ["AuditWorkflow.CommentAsync"] = async scene => await On<AuditWorkflow, AuditItem>(await scene.ItemAsync(await scene.AuditAsync(AuditState.Fieldwork)), (steps, item) => steps.CommentAsync(item.Id, "Look.", Ct)),
        ["AuditWorkflow.DecideAsync"] = async scene => await On<AuditWorkflow, AuditItem>(await scene.ItemAsync(await scene.AuditAsync(AuditState.Fieldwork)), (steps, item) =>
        {
            (item.Decision, item.Note) = (AuditDecision.Accepted, "As computed.");
            return steps.DecideAsync(item, Ct);
        }),
        ["AuditWorkflow.HandInAsync"] = async scene => await On<AuditWorkflow>(await scene.DecidedAsync(), (steps, audit) => steps.HandInAsync(audit, Ct)),
        ["AuditWorkflow.PrepareAsync"] = async scene => await On<AuditWorkflow, Audit>(await scene.NewAuditAsync(), (steps, audit) =>
        {
            // Whoever prepares an audit does not audit it.
            audit.AuditorId = null;
            return steps.PrepareAsync(audit, Ct);
        }),
        ["AuditWorkflow.ReturnAsync"] = async scene => await On<AuditWorkflow>(await scene.AuditAsync(AuditState.AwaitingSignOff), (steps, audit) => steps.ReturnAsync(audit, "Look again.", Ct)),
        ["DeviationStore.DeviateAsync"] = async scene => await On<DeviationStore, (Guid, Vendor, Vendor)>(await OfGroupAsync(scene), (store, one) => store.DeviateAsync(one.Item1, one.Item2, one.Item3, "Ours.", Ct)),
        ["DeviationStore.ExcludeAsync"] = async scene => await On<DeviationStore, (Guid, Vendor, Vendor)>(await OfGroupAsync(scene), (store, one) => store.ExcludeAsync(one.Item1, one.Item2, "Not ours.", Ct)),
        ["DeviationStore.ProposeAsync"] = async scene => await On<DeviationStore, (Guid, Vendor, Vendor)>(await OfGroupAsync(scene), (store, one) => store.ProposeAsync(one.Item1, one.Item2, one.Item3, "Better.", Ct)),
        ["DeviationStore.RevertAsync"] = async scene => await On<DeviationStore>((await scene.DeviationAsync()).Id, (store, id) => store.RevertAsync(id, Ct)),
        ["DossierWorkflow.OpenAsync"] = async scene => await Gives<DossierWorkflow, Dossier>(await scene.AuditAsync(AuditState.Signed), (dossiers, audit) => dossiers.OpenAsync(audit, Ct)),
        ["ImportWorkflow.CommitAsync"] = async _ => await On<ImportWorkflow>(Guid.Empty, (import, _) => import.CommitAsync(new TranscendFile([], [], []), null, Ct)),
        ["ImportWorkflow.PlanAsync"] = async _ => await On<ImportWorkflow>(Guid.Empty, (import, _) => import.PlanAsync(new TranscendFile([], [], []), Ct)),
        ["LogExport.BeginAsync"] = async scene => await Gives<LogExport, ExportedLog>(Guid.Empty, (export, _) => export.BeginAsync(LogScope.OfShop(scene.Slug), new(), "csv", Ct)),
        ["PeopleWorkflow.ChangeAsync"] = async scene => await On<PeopleWorkflow, Grant>(await scene.ViewerAsync(), (people, grant) => people.ChangeAsync(grant.Id, grant.Version, new() { Role = HubRole.Manager, ShopId = grant.ShopId }, Ct)),
        ["PeopleWorkflow.GiveAsync"] = async scene => await On<PeopleWorkflow, Grant>(await scene.ViewerAsync(), (people, grant) => people.GiveAsync(grant.UserId, new() { Role = HubRole.Manager, ShopId = grant.ShopId }, Ct)),
        ["PeopleWorkflow.InviteAsync"] = async scene => await On<PeopleWorkflow>(await scene.ShopAsync(), (people, shop) => people.InviteAsync(new() { Invites = true, Name = "Guest", Email = $"{Guid.NewGuid():N}@guest.example", ShopId = shop }, Ct)),
        ["PeopleWorkflow.MakeLinkAsync"] = async scene => await On<PeopleWorkflow, Grant>(await scene.ViewerAsync(), (people, grant) => people.MakeLinkAsync(grant.UserId, Ct)),
        ["PeopleWorkflow.RemoveSecondFactorAsync"] = async scene => await On<PeopleWorkflow, Grant>(await scene.ViewerAsync(), (people, grant) => people.RemoveSecondFactorAsync(grant.UserId, Ct)),
        ["PeopleWorkflow.SetDisabledAsync"] = async scene => await On<PeopleWorkflow, Grant>(await scene.ViewerAsync(), (people, grant) => people.SetDisabledAsync(grant.UserId, true, Ct)),
        ["PeopleWorkflow.TakeAwayAsync"] = async scene => await On<PeopleWorkflow, Grant>(await scene.ViewerAsync(), (people, grant) => people.TakeAwayAsync(grant.Id, Ct)),
        ["ProposalStore.AcceptAsync"] = async scene => await On<ProposalStore>(await scene.ProposalAsync(), (store, id) => store.AcceptAsync(id, Ct)),
        ["ProposalStore.DeclineAsync"] = async scene => await On<ProposalStore>(await scene.ProposalAsync(), (store, id) => store.DeclineAsync(id, Ct)),
        ["RegisterStore.AddAsync"] = async scene => await On<RegisterStore>(await scene.ShopAsync(), (store, shop) => store.AddAsync(new Vendor { LegalName = "New Ltd" }, shop, Ct)),
        ["RegisterStore.PromoteAsync"] = async scene => await On<RegisterStore, Vendor>(await scene.VendorAsync(), (store, vendor) => store.PromoteAsync<Vendor>(vendor.Id, Ct)),
        ["RegisterStore.RestoreAsync"] = async scene => await On<RegisterStore, Vendor>(await scene.VendorAsync(Day), (store, vendor) => store.RestoreAsync<Vendor>(vendor.Id, Ct)),
        ["RegisterStore.RetireAsync"] = async scene => await On<RegisterStore, Vendor>(await scene.VendorAsync(), (store, vendor) => store.RetireAsync<Vendor>(vendor.Id, Ct)),
        ["RegisterStore.SaveAsync"] = async scene => await On<RegisterStore, Vendor>(await scene.VendorAsync(), (store, vendor) =>
        {
            vendor.Service = "Hosting";
            return store.SaveAsync(vendor, Ct);
        }),
        ["RemediationWorkflow.AttachAsync"] = async scene => await On<RemediationWorkflow, (RemediationTask Task, Guid File)>((await scene.TaskAsync(RemediationState.InProgress), await scene.FileAsync()), (work, one) => work.AttachAsync(one.Task.Id, one.Task.Version, [one.File], Ct)),
        ["RemediationWorkflow.ConfirmAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TaskAsync(RemediationState.Done), (work, task) => work.ConfirmAsync(task.Id, task.Version, "Seen.", Ct)),
        ["RemediationWorkflow.FinishAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TaskAsync(RemediationState.InProgress), (work, task) => work.FinishAsync(task.Id, task.Version, "Done.", Ct)),
        ["RemediationWorkflow.PlanAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TaskAsync(RemediationState.Open), (work, task) => work.PlanAsync(task.Id, task.Version, RemediationPlan.Of(task) with { DueOn = new(2027, 2, 1), CheckDueOn = new(2027, 2, 15) }, Ct)),
        ["RemediationWorkflow.ReopenAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TaskAsync(RemediationState.Done), (work, task) => work.ReopenAsync(task.Id, task.Version, "Not seen.", Ct)),
        ["RemediationWorkflow.StartAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TakenAsync(isOfUse: true), (work, task) => work.StartAsync(task.Id, task.Version, Ct)),
        ["RemediationWorkflow.TakeAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TaskAsync(RemediationState.Open), (work, task) => work.TakeAsync(task.Id, task.Version, Ct)),
        ["RemediationWorkflow.WithdrawAsync"] = async scene => await On<RemediationWorkflow, RemediationTask>(await scene.TakenAsync(isOfUse: false), (work, task) => work.WithdrawAsync(task.Id, task.Version, "The auditor saw it.", Ct)),
        ["ReportWorkflow.PrintAsync"] = async scene => await Gives<ReportWorkflow, PrintedReport>(Guid.Empty, (reports, _) => reports.PrintAsync(ReportCatalogue.All[0], scene.Slug, null, PageSize.A4, Ct)),
        ["ShopStore.AddAsync"] = async scene => await On<ShopStore>(await scene.CompanyAsync(), (store, company) => store.AddAsync(null, new Shop { Name = $"New {Guid.NewGuid():N}", LegalEntityId = company, TimeZone = "Europe/Oslo" }, Ct)),
        ["ShopStore.SaveAsync"] = async scene => await On<ShopStore, Shop>(await scene.ShopCopyAsync(), (store, shop) => store.SaveAsync(shop, Ct)),
        ["SignOffWorkflow.SignAsync"] = async scene =>
        {
            var audit = await scene.AuditAsync(AuditState.AwaitingSignOff);
            return async services =>
            {
                await UseCaseScene.SignAsync(services, audit);
                return true;
            };
        },
        ["VerificationWorkflow.VerifyAsync"] = async scene => await Gives<VerificationWorkflow, DatedVerification>(Guid.Empty, (verify, _) => verify.VerifyAsync(LogScope.OfShop(scene.Slug), Ct)),
    };

    private static async Task<(Guid, Vendor, Vendor)> OfGroupAsync(UseCaseScene scene)
    {
        var (effective, changed) = await scene.GroupVendorAsync();
        return (await scene.ShopAsync(), effective, changed);
    }

    private static Task<Func<IServiceProvider, Task<object?>>> On<T>(Guid about, Func<T, Guid, Task> act)
        where T : notnull => On<T, Guid>(about, act);

    private static Task<Func<IServiceProvider, Task<object?>>> On<T, TAbout>(TAbout about, Func<T, TAbout, Task> act)
        where T : notnull => Task.FromResult<Func<IServiceProvider, Task<object?>>>(async services =>
    {
        await act(services.GetRequiredService<T>(), about);
        return true;
    });

    private static Task<Func<IServiceProvider, Task<object?>>> Gives<T, TGiven>(Guid about, Func<T, Guid, Task<TGiven?>> act)
        where T : notnull
        where TGiven : class => Task.FromResult<Func<IServiceProvider, Task<object?>>>(async services => await act(services.GetRequiredService<T>(), about));
}
