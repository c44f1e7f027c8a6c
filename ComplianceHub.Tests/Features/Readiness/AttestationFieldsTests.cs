using System.Text;
using Bunit;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Readiness;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.Readiness;

/// <summary>An answer takes its file in place, and no last day that does not exist.</summary>
public sealed class AttestationFieldsTests : BunitContext
{
    private readonly Attestation _answer = new() { ValidUntil = new(2027, 11, 23) };
    private readonly Dictionary<string, string> _stored = [];

    public AttestationFieldsTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
    }

    [Fact]
    public void A_file_is_uploaded_in_place_and_supports_the_answer()
    {
        var fields = Show();
        fields.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("minutes", "minutes.txt"));
        fields.WaitForAssertion(() => Assert.Contains("minutes.txt uploaded.", fields.Markup, StringComparison.Ordinal));
        Assert.Equal("minutes", _stored["minutes.txt"]);
        Assert.Single(_answer.EvidenceIds);
    }

    [Fact]
    public void A_last_day_that_does_not_exist_changes_nothing_and_the_next_one_counts()
    {
        var fields = Show();
        Until(fields).Change("31 Feb 2027");
        Assert.Equal(new(2027, 11, 23), _answer.ValidUntil);
        Until(fields).Change("28 Feb 2027");
        fields.WaitForAssertion(() => Assert.Equal(new(2027, 2, 28), _answer.ValidUntil));
    }

    private static AngleSharp.Dom.IElement Until(IRenderedComponent<AttestationFields> fields) => fields.FindComponent<MudDatePicker>().Find("input");

    private IRenderedComponent<AttestationFields> Show() => Render<AttestationFields>(fields => fields
        .Add(one => one.Answer, _answer).Add(one => one.Question, "Has management approved the policy?").Add(one => one.Evidence, [])
        .Add(one => one.Store, StoreAsync));

    private async Task<EvidenceFile> StoreAsync(Stream content, string name, CancellationToken ct)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        _stored[name] = await reader.ReadToEndAsync(ct);
        return new EvidenceFile { FileName = name };
    }
}
