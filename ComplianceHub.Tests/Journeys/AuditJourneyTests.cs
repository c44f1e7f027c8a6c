using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Reports.Signing;
using ComplianceHub.Tests.Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplianceHub.Tests.Journeys;

/// <summary>An audit from its first field to a signature that goes stale, each step by the person whose step it is.</summary>
public sealed class AuditJourneyTests(HubApplication hub, Chromium chromium) : Journey(hub, chromium)
{
    private const string Title = "Processors before the season";
    private const string Reason = "Say why Hotjar is accepted.";
    private const string Statement = "We know of the blockers and close them before the season.";
    private const string Requirement = "GDPR-28-3";

    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    [Fact]
    public async Task Is_prepared_frozen_decided_returned_signed_and_goes_stale()
    {
        await SignInAsync("officer", HubUrls.NewAudit());
        var audit = await PrepareAsync();
        await new AuditWithEvidence(Hub).GrantAuditorAsync(audit);
        await NameAuditorAsync(audit);
        await FreezeAsync();
        await DecideAsync(audit);
        await ReturnAsync(audit);
        await HandInAgainAsync(audit);
        var pdf = await SignAsync(audit);
        Assert.Equal((CertificateOrigin.Installation, Authenticity.Authentic), await VerifyAsync(pdf));
        await ChangeAnAgreementAsync();
        await GoesStaleAsync(audit);
    }

    private async Task<Guid> PrepareAsync()
    {
        await Page.GetByLabel("Title", new() { Exact = true }).FillAsync(Title);
        await Page.GetByLabel("CCPA", new() { Exact = true }).UncheckAsync();
        await Page.GetByLabel("GDPR", new() { Exact = true }).CheckAsync();
        await Page.GetByLabel("First day of the period").FillAsync("2025-11-01");
        await Page.GetByLabel("Last day of the period").FillAsync("2026-10-31");
        await Page.GetByLabel("Fjord & Fable", new() { Exact = true }).CheckAsync();
        await Page.GetByLabel("Signer", new() { Exact = true }).SelectOptionAsync("Jonas Adler");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/audits/[0-9a-f-]{36}$"));
        return Guid.Parse(Page.Url[^36..]);
    }

    private async Task NameAuditorAsync(Guid audit)
    {
        await OpenAsync(HubUrls.AuditDraft(audit));
        await Page.GetByLabel("Auditor", new() { Exact = true }).SelectOptionAsync("Ines Carvalho");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
    }

    private async Task FreezeAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Freeze and begin fieldwork" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Freeze", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Open the requirements" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.List, new() { Name = "Steps of the audit" })).ToBeFocusedAsync();
    }

    // One decision by hand, the others through the same workflow.
    private async Task DecideAsync(Guid audit)
    {
        await AsAsync("auditor", HubUrls.AuditFieldwork(audit));
        await Page.Locator("fieldset label").Filter(new() { HasTextRegex = new("^\\s*Accept\\s*$") }).ClickAsync();
        await Page.Locator("#note").FillAsync("As computed.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Record decision" }).ClickAsync();
        await Expect(Page.GetByText(new Regex("^1 of \\d+ reviewed"))).ToBeVisibleAsync();
        await GivenAudits.In(Hub).DecideAsync(audit);
        await HandInAsync(audit);
    }

    private async Task HandInAsync(Guid audit)
    {
        await OpenAsync(HubUrls.AuditFieldwork(audit));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for sign-off" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Hand in", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for sign-off" })).ToHaveCountAsync(0);
    }

    private async Task ReturnAsync(Guid audit)
    {
        await AsAsync("manager", HubUrls.AuditSignOff(audit));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Return to fieldwork" }).ClickAsync();
        await Dialog.GetByLabel("Reason").FillAsync(Reason);
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Return to fieldwork", Exact = true }).ClickAsync();
        await Expect(Page.GetByText(Reason).First).ToBeVisibleAsync();
    }

    private async Task HandInAgainAsync(Guid audit)
    {
        await AsAsync("auditor", HubUrls.AuditFieldwork(audit));
        await HandInAsync(audit);
    }

    private async Task<byte[]> SignAsync(Guid audit)
    {
        await AsAsync("manager", HubUrls.AuditSignOff(audit));
        await PasskeyDevice.PlugInAsync(Page);
        await PasskeyDevice.AddPasskeyAsync(Page, "Phone");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The passkey is added.");
        await OpenAsync(HubUrls.AuditSignOff(audit));
        foreach (var blocker in await Page.GetByRole(AriaRole.Checkbox).AllAsync())
            await blocker.CheckAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Your statement" }).FillAsync(Statement);
        await Page.Locator("[data-prove-presence][data-ready]").GetByRole(AriaRole.Button, new() { Name = "Sign audit with a passkey" }).ClickAsync();
        await Expect(Page.GetByText("Signed, current")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(Page.GetByText("Passkey, verified on the device").First).ToBeVisibleAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Signed report (PDF)" }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private async Task<(CertificateOrigin?, Authenticity)> VerifyAsync(byte[] pdf)
    {
        await Page.GotoAsync(HubUrls.Verify());
        await Page.GetByLabel("The report (PDF)").SetInputFilesAsync(new FilePayload { Name = "report.pdf", MimeType = "application/pdf", Buffer = pdf });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Expect(Page.Locator("[data-standing=current]")).ToBeVisibleAsync();
        await Expect(Page.Locator("dl.facts")).ToContainTextAsync(Title);
        var certificate = PdfVerifier.Verify(pdf).Certificate!.Fingerprint;
        var known = new KnownCertificate(certificate, CertificateOrigin.Installation, true);
        await Expect(Page.GetByText(certificate)).ToBeVisibleAsync();
        var found = PdfVerifier.Verify(pdf, [known]);
        return (found.Certificate?.Known?.Origin, found.Authenticity);
    }

    private async Task ChangeAnAgreementAsync()
    {
        await AsAsync("officer", HubUrls.Checklist("fjord-and-fable", requirement: Requirement));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Open record: PickPack 3PL GmbH" }).First.ClickAsync();
        var until = Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Until", Exact = true });
        await until.FillAsync("31 Dec 2028");
        await until.PressAsync("Tab");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
    }

    private async Task GoesStaleAsync(Guid audit)
    {
        await OpenAsync(HubUrls.Audit(audit));
        await Expect(Page.GetByText("Signed, stale")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "See what changed" }).ClickAsync();
        await Expect(Page.GetByText("The signature is stale.")).ToBeVisibleAsync();
        var changed = Page.GetByRole(AriaRole.Main);
        await Expect(changed).ToContainTextAsync("Mara Lindqvist");
        await Expect(changed).ToContainTextAsync("31 Dec 2028");
        await Expect(changed).ToContainTextAsync(Requirement);
        await AccessibleAsync();
    }

    private async Task AsAsync(string account, string path)
    {
        await Page.Context.ClearCookiesAsync();
        await SignInAsync(account, path);
    }
}
