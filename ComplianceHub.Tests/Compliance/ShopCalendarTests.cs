using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance;

public sealed class ShopCalendarTests
{
    [Fact]
    public void The_demo_shows_its_next_dates() =>
        Assert.Equal(
            [
                (new DateOnly(2026, 12, 12), "PickPack 3PL GmbH: agreement ends"),
                (new DateOnly(2026, 12, 18), "Riskified Ltd: due diligence ends"),
                (new DateOnly(2027, 1, 1), "California: new damages for breaches"),
                (new DateOnly(2027, 1, 1), "California: new fine amounts"),
                (new DateOnly(2027, 1, 9), "Applicant notice v2: review"),
                (new DateOnly(2027, 1, 9), "Privacy notice v7: review"),
                (new DateOnly(2027, 1, 14), "Zendesk, Inc.: check DPF entry"),
            ],
            ShopCalendar.Of(DemoSnapshots.FjordAndFable()).Take(7).Select(entry => (entry.Day, entry.Text)));

    [Fact]
    public void A_date_stays_until_its_last_day()
    {
        var given = new GivenProcessors("Havenhost");
        var agreement = given.Agreement("Havenhost");
        agreement.EffectiveTo = GivenShop.Today;
        Assert.Contains(new CalendarEntry(GivenShop.Today, "Havenhost: agreement ends", agreement.Ref()), ShopCalendar.Of(given.Shop));
        agreement.EffectiveTo = GivenShop.Today.AddDays(-1);
        Assert.DoesNotContain(ShopCalendar.Of(given.Shop), entry => entry.Record?.Id == agreement.Id);
    }

    [Fact]
    public void The_day_after_a_date_is_the_day_of_the_finding()
    {
        var given = new GivenProcessors("Havenhost");
        var due = ShopCalendar.Of(given.Shop).Single(entry => entry.Text == "Havenhost: due diligence ends");
        var rule = new ProcessorsGiveSufficientGuarantees();
        rule.Assess(given.Shop with { AsOf = due.Day }).ShouldBe(Outcome.Pass);
        rule.Assess(given.Shop with { AsOf = due.Day.AddDays(1) }).ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Transfers_bring_their_assessment_their_entry_and_their_decision()
    {
        Assert.Contains(Texts(new("IN", TransferMechanism.StandardContractualClauses)), text => text == "2028-09-01 Importer Ltd: transfer impact assessment ends");
        Assert.Contains(Texts(new("US", TransferMechanism.DataPrivacyFramework)), text => text == "2027-09-01 Importer Ltd: check DPF entry");
        Assert.Contains(Texts(new("GB", TransferMechanism.Adequacy)), text => text == "2031-12-27 United Kingdom: adequacy decision ends");
    }

    [Fact]
    public void The_latest_answer_expires()
    {
        var shop = GivenShop.CompliantShop();
        var older = GivenRecords.Attestation("GDPR-24", shop.Evidence[0]);
        (older.StatedOn, older.ValidUntil) = (new(2026, 1, 1), new(2027, 1, 1));
        var entries = ShopCalendar.Of(shop with { Attestations = [older, .. shop.Attestations] });
        var title = Regulations.Requirement("GDPR-24")!.Title;
        Assert.Equal(GivenShop.Recently.AddYears(1), entries.Single(entry => entry.Text == $"{title}: answer expires").Day);
    }

    [Fact]
    public void An_appointment_ends()
    {
        var shop = GivenShop.CompliantShop();
        shop.People[0].EndsOn = new(2027, 3, 31);
        Assert.Contains(ShopCalendar.Of(shop), entry => entry.Text == "Dr. Katrin Seidel: appointment ends" && entry.Day == new DateOnly(2027, 3, 31));
    }

    [Fact]
    public void A_law_that_does_not_apply_has_no_dates()
    {
        var shop = GivenShop.CompliantShop();
        Assert.Contains(ShopCalendar.Of(shop), entry => entry.Text.StartsWith("California:", StringComparison.Ordinal));
        shop = GivenShop.CompliantShop();
        shop.LegalEntity.ForProfit = Answer.No;
        Assert.DoesNotContain(ShopCalendar.Of(shop), entry => entry.Text.StartsWith("California:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var turned = shop with { Agreements = [.. shop.Agreements.Reverse()], Vendors = [.. shop.Vendors.Reverse()], Notices = [.. shop.Notices.Reverse()] };
        Assert.Equal(ShopCalendar.Of(shop), ShopCalendar.Of(turned));
    }

    [Fact]
    public void The_year_9999_breaks_nothing()
    {
        var shop = DemoSnapshots.FjordAndFable();
        foreach (var vendor in shop.Vendors)
            (vendor.DueDiligence.On, vendor.DataPrivacyFramework.VerifiedOn) = (DateOnly.MaxValue, DateOnly.MaxValue);
        foreach (var notice in shop.Notices)
            (notice.ReviewedOn, notice.PublishedOn) = (DateOnly.MaxValue, DateOnly.MaxValue);
        foreach (var agreement in shop.Agreements)
            (agreement.EffectiveTo, agreement.ReviewedOn) = (DateOnly.MaxValue, DateOnly.MaxValue);
        Assert.NotEmpty(ShopCalendar.Of(shop));
        Assert.All(Regulations.All, regulation => Readiness.Of(shop with { AsOf = DateOnly.MaxValue }, regulation));
    }

    [Fact]
    public void An_unknown_shop_has_no_dates() => Assert.Empty(ShopCalendar.Of(GivenShop.UnknownShop()));

    private static IEnumerable<string> Texts(GivenTransfers given) => ShopCalendar.Of(given.Shop).Select(entry => $"{entry.Day:yyyy-MM-dd} {entry.Text}");
}
