using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Domain;

namespace ComplianceHub.Tests.Components;

/// <summary>Addresses carry what a page needs and nothing that was not said.</summary>
public sealed class HubUrlsTests
{
    private static readonly Guid Id = Guid.Parse("0199b0a0-0000-7000-8000-000000000001");

    public static TheoryData<Register> Registers => [.. Enum.GetValues<Register>().Except([Register.Shop, Register.Attestations])];

    [Fact]
    public void A_filter_that_was_not_chosen_is_not_in_the_address() =>
        Assert.Equal("/shops/olive-row/checklist?regulation=GDPR&outcome=Fail",
            HubUrls.Checklist("olive-row", "GDPR", Outcome.Fail));

    [Fact]
    public void A_day_is_written_the_same_everywhere() =>
        Assert.Equal("/shops/olive-row?asOf=2026-03-01", HubUrls.Shop("olive-row", new DateOnly(2026, 3, 1)));

    [Theory, MemberData(nameof(Registers))]
    public void Every_register_has_an_address_for_a_record(Register register)
    {
        Assert.Equal($"/shops/olive-row/{RegisterNames.Of(register)}?record={Id}", HubUrls.Record(new(register, Id, "Stripe"), "olive-row"));
        Assert.Equal($"/registers/{RegisterNames.Of(register)}?record={Id}", HubUrls.Record(new(register, Id, "Stripe")));
    }

    [Fact]
    public void The_shop_itself_is_its_profile() =>
        Assert.Equal("/shops/olive-row/profile", HubUrls.Record(new(Register.Shop, Id, "Olive Row"), "olive-row"));

    [Fact]
    public void What_is_typed_cannot_leave_its_place() =>
        Assert.Equal("/shops/olive-row/checklist?regulation=a%26b%3Dc", HubUrls.Checklist("olive-row", "a&b=c"));
}
