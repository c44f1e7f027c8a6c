using Bunit;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Registers;
using ComplianceHub.Features.Registers.Fields;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;

namespace ComplianceHub.Tests.Features.Registers.Fields;

/// <summary>Fields of an editor change the copy, tell that something changed, and keep "not recorded" apart from a value.</summary>
public sealed class FormFieldTests : BunitContext
{
    private readonly RegisterForm<Vendor> _vendor = new(new Vendor { LegalName = "Stripe" }) { Mode = FormMode.Editing, Choices = new RegisterChoices() };
    private readonly RegisterForm<RetentionRule> _rule = new(new RetentionRule()) { Mode = FormMode.Editing, Choices = new RegisterChoices() };

    public FormFieldTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
    }

    [Fact]
    public void Text_goes_into_the_copy_and_counts_as_a_change()
    {
        var field = Show<TextField>(_vendor, one => one
            .Add(f => f.Value, _vendor.Record.LegalName).Add(f => f.ValueChanged, text => _vendor.Record.LegalName = text!)
            .Add(f => f.ValueExpression, () => _vendor.Record.LegalName).Add(f => f.Label, "Legal name"));
        Assert.False(_vendor.HasChanges);
        field.Find("input").Change("Stripe Ltd");
        Assert.Equal("Stripe Ltd", _vendor.Record.LegalName);
        Assert.True(_vendor.HasChanges);
    }

    [Fact]
    public void A_broken_rule_is_said_at_its_field()
    {
        _vendor.Record.LegalName = "";
        var field = Show<TextField>(_vendor, one => one
            .Add(f => f.Value, _vendor.Record.LegalName).Add(f => f.ValueExpression, () => _vendor.Record.LegalName).Add(f => f.Label, "Legal name"));
        field.InvokeAsync(() => Assert.False(_vendor.Validate()));
        field.WaitForAssertion(() => Assert.Contains("Enter the legal name of the third party.", field.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<DayField> Reviewed() => Show<DayField>(_vendor, one => one
        .Add(f => f.Value, _vendor.Record.ReviewedOn).Add(f => f.ValueChanged, day => _vendor.Record.ReviewedOn = day)
        .Add(f => f.ValueExpression, () => _vendor.Record.ReviewedOn).Add(f => f.Label, "Reviewed on"));

    [Fact]
    public void A_day_that_is_cleared_is_not_recorded()
    {
        _vendor.Record.ReviewedOn = new(2026, 11, 23);
        var field = Show<DayField>(_vendor, one => one
            .Add(f => f.Value, _vendor.Record.ReviewedOn).Add(f => f.ValueChanged, day => _vendor.Record.ReviewedOn = day)
            .Add(f => f.ValueExpression, () => _vendor.Record.ReviewedOn).Add(f => f.Label, "Reviewed on"));
        Assert.Equal("23 Nov 2026", field.Find("input").GetAttribute("value"));
        field.Find("input").Change("");
        Assert.Null(_vendor.Record.ReviewedOn);
        Assert.True(_vendor.HasChanges);
    }

    [Theory]
    [InlineData("31 Feb 2026")]
    [InlineData("soon")]
    [InlineData("11/23/2026")]
    public void A_day_that_does_not_exist_is_said_at_its_field_and_is_never_saved(string typed)
    {
        var field = Reviewed();
        field.Find("input").Change(typed);
        field.WaitForAssertion(() => Assert.Contains($"“{typed}” is no day. Write it like 23 Nov 2026.", field.Markup, StringComparison.Ordinal));
        field.InvokeAsync(() => Assert.False(_vendor.Validate()));
        Assert.Null(_vendor.Record.ReviewedOn);
        field.Find("input").Change("24 Nov 2026");
        field.WaitForAssertion(() => Assert.DoesNotContain("is no day", field.Markup, StringComparison.Ordinal));
        field.InvokeAsync(() => Assert.True(_vendor.Validate()));
        Assert.Equal(new(2026, 11, 24), _vendor.Record.ReviewedOn);
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("24/11/2026")]
    [InlineData("24.11.2026")]
    [InlineData("24 November 2026")]
    public void A_day_is_read_as_forms_and_spreadsheets_write_it(string typed)
    {
        var field = Reviewed();
        field.Find("input").Change(typed);
        Assert.Equal(new(2026, 11, 24), _vendor.Record.ReviewedOn);
        field.InvokeAsync(() => Assert.True(_vendor.Validate()));
    }

    [Fact]
    public void A_period_without_a_number_is_no_period()
    {
        var field = Show<PeriodField>(_rule, one => one
            .Add(f => f.Value, _rule.Record.Period).Add(f => f.ValueChanged, period => _rule.Record.Period = period).Add(f => f.Label, "Kept for"));
        field.FindAll("input")[0].Change("3");
        Assert.Equal("3 years", _rule.Record.Period!.ToString());
        field.FindAll("input")[0].Change("");
        Assert.Null(_rule.Record.Period);
    }

    [Fact]
    public void A_choice_that_was_not_made_reads_not_recorded()
    {
        var field = Show<ChoiceField<Answer>>(_vendor, one => one.Add(f => f.Value, Answer.Unknown).Add(f => f.Label, "Certified"));
        Assert.Equal("Not recorded", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_record_that_is_gone_says_so()
    {
        var field = Show<RecordField<Guid>>(_vendor, one => one.Add(f => f.Record, typeof(Vendor)).Add(f => f.Value, Guid.NewGuid()).Add(f => f.Label, "Run by"));
        Assert.Equal("(no longer in the register)", field.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Languages_are_codes_once_each()
    {
        List<string> codes = [];
        var field = Show<LanguagesField>(_vendor, one => one.Add(f => f.Values, codes).Add(f => f.Label, "Languages"));
        field.Find("input").Change("DE, en;fr de german");
        Assert.Equal(["de", "en", "fr"], codes);
    }

    [Fact]
    public void In_a_record_that_is_read_nothing_can_be_typed()
    {
        _vendor.Mode = FormMode.Reading;
        var field = Show<TextField>(_vendor, one => one.Add(f => f.Value, "Stripe").Add(f => f.Label, "Legal name"));
        Assert.True(field.Find("input").HasAttribute("readonly"));
    }

    private IRenderedComponent<TField> Show<TField>(RegisterForm form, Action<ComponentParameterCollectionBuilder<TField>> parameters)
        where TField : IComponent => Render<TField>(builder =>
        {
            builder.AddCascadingValue(form);
            builder.AddCascadingValue(form.Context);
            parameters(builder);
        });
}
