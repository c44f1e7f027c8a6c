using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class ProcessorsAreBoundByContractTests
{
    private readonly ProcessorsAreBoundByContract _requirement = new();
    private readonly GivenProcessors _given = new("Havenhost", "Postduif", "Loket", "Winkelkern");

    [Fact]
    public void Passes_when_every_processor_has_a_complete_agreement() =>
        Assert.Equal("4 of 4 processors have a complete agreement.", Assess().ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Is_partial_without_one_of_four_agreements()
    {
        _given.Remove("Havenhost");
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Havenhost", "No data processing agreement is in force."));
        Assert.Equal(0.75m, verdict.Value);
        Assert.Equal(FixAction.AddAgreement, verdict.Findings[0].Action);
        Assert.Equal("3 of 4 processors have a complete agreement. Missing: Havenhost.", verdict.Summary);
        Assert.Equal("Complete the agreement with Havenhost", _requirement.FixTitle(verdict));
    }

    [Fact]
    public void Fails_without_any_agreement()
    {
        foreach (var name in _given.Names)
            _given.Remove(name);
        Assess().ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Fails_as_a_whole_when_the_processor_without_agreement_works_on_a_large_scale()
    {
        _given.Remove("Havenhost");
        _given.Activity("Havenhost").LargeScale = Answer.Yes;
        Assert.Equal("3 of 4 processors have a complete agreement. Missing: Havenhost. It fails as a whole because of Havenhost (large scale).", Assess().ShouldBe(Outcome.Fail).Summary);
        _given.Activity("Havenhost").LargeScale = Answer.Unknown;
        Assess().ShouldBe(Outcome.Partial);
        _given.Activity("Havenhost").LargeScale = Answer.No;
        _given.Activity("Loket").LargeScale = Answer.Yes;
        Assess().ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Counts_an_agreement_that_is_unsigned_not_on_file_or_undated_as_none()
    {
        _given.Agreement("Havenhost").Signed = false;
        _given.Agreement("Postduif").EvidenceId = null;
        _given.Agreement("Loket").EffectiveFrom = null;
        Assess().ShouldFind(Outcome.Partial,
            ("DPA Havenhost", "The data processing agreement is not signed."),
            ("DPA Postduif", "The signed data processing agreement is not on file."),
            ("DPA Loket", "The first day of the data processing agreement is not recorded."));
    }

    [Fact]
    public void Holds_on_the_last_day()
    {
        _given.Agreement("Havenhost").EffectiveTo = GivenShop.Today;
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The agreement ends on 23 Nov 2026."));
    }

    [Fact]
    public void Breaks_the_day_after()
    {
        _given.Agreement("Havenhost").EffectiveTo = GivenShop.Today.AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The data processing agreement ended on 22 Nov 2026."));
    }

    [Fact]
    public void Begins_on_the_first_day()
    {
        _given.Agreement("Havenhost").EffectiveFrom = GivenShop.Today;
        Assess().ShouldFind(Outcome.Pass);
        _given.Agreement("Havenhost").EffectiveFrom = GivenShop.Today.AddDays(1);
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The data processing agreement begins only on 24 Nov 2026."));
    }

    [Fact]
    public void Warns_sixty_days_before_the_end()
    {
        _given.Agreement("Havenhost").EffectiveTo = GivenShop.Today.AddDays(61);
        Assess().ShouldFind(Outcome.Pass);
        _given.Agreement("Havenhost").EffectiveTo = GivenShop.Today.AddDays(60);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The agreement ends on 22 Jan 2027."));
        Assert.Equal(0.75m, verdict.Value);
        Assert.Equal(FindingSeverity.Soft, verdict.Findings[0].Severity);
    }

    [Fact]
    public void Names_the_absent_point_and_the_agreement_that_lacks_it()
    {
        _given.Find("Havenhost", "D8", ClauseFinding.Absent);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The point “Information, audits and inspections”, Art. 28(3)(h), is absent."));
        Assert.Equal(FindingSeverity.Hard, verdict.Findings[0].Severity);
        Assert.Equal("Havenhost", verdict.Findings[0].Subject.Name);
        Assert.Equal(Register.Agreements, verdict.Findings[0].Record.Register);
    }

    [Theory]
    [InlineData("D1"), InlineData("D2"), InlineData("D3"), InlineData("D4"), InlineData("D5")]
    [InlineData("D6"), InlineData("D7"), InlineData("D8"), InlineData("D9"), InlineData("D10")]
    public void Asks_for_every_point(string code)
    {
        _given.Find("Havenhost", code, ClauseFinding.Absent);
        Assert.Equal(3, Assess().ShouldBe(Outcome.Partial).Met);
        _given.Find("Havenhost", code, ClauseFinding.NotReviewed);
        Assert.Equal(4, Assess().ShouldBe(Outcome.Partial).Met);
    }

    [Fact]
    public void Leaves_the_description_of_the_processing_to_its_own_requirement()
    {
        _given.Find("Havenhost", "D0a", ClauseFinding.Absent);
        Assess().ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void A_point_nobody_read_weakens_the_evidence()
    {
        _given.Find("Havenhost", "D7", ClauseFinding.NotReviewed);
        var verdict = Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The point “Deletion or return at the end”, Art. 28(3)(g), is not reviewed."));
        Assert.Equal("4 of 4 processors have a complete agreement. To check: Havenhost.", verdict.Summary);
    }

    [Fact]
    public void An_agreement_nobody_read_is_said_once()
    {
        _given.Agreement("Havenhost").Clauses = [];
        _given.Agreement("Havenhost").ReviewedOn = null;
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "None of the 10 points D1 to D10 has been reviewed."));
    }

    [Fact]
    public void A_review_is_good_for_24_months()
    {
        _given.Agreement("Havenhost").ReviewedOn = GivenShop.Today.AddMonths(-24);
        Assess().ShouldFind(Outcome.Pass);
        _given.Agreement("Havenhost").ReviewedOn = GivenShop.Today.AddMonths(-24).AddDays(-1);
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The clauses were last reviewed on 22 Nov 2024."));
        _given.Agreement("Havenhost").ReviewedOn = null;
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "When the clauses were reviewed is not recorded."));
    }

    [Fact]
    public void The_annex_lists_what_is_disclosed()
    {
        _given.Agreement("Havenhost").CoveredElementIds = [_given.Email.Id];
        Assess().ShouldFind(Outcome.Pass);
        _given.Agreement("Havenhost").CoveredElementIds = [Guid.NewGuid()];
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The agreement’s list of data lacks E-mail address."));
    }

    [Fact]
    public void The_agreement_covers_the_countries_of_the_processing()
    {
        _given.Vendor("Havenhost").ProcessingCountries = ["NL", "IE"];
        _given.Agreement("Havenhost").CoveredCountries = ["NL", "IE", "DE"];
        Assess().ShouldFind(Outcome.Pass);
        _given.Agreement("Havenhost").CoveredCountries = ["NL"];
        Assess().ShouldFind(Outcome.Partial, ("DPA Havenhost", "The agreement does not cover processing in Ireland."));
    }

    [Fact]
    public void Names_all_agreements_to_complete_the_missing_ones_first()
    {
        _given.Find("Havenhost", "D7", ClauseFinding.NotReviewed);
        _given.Remove("Postduif");
        _given.Find("Loket", "D8", ClauseFinding.Absent);
        Assert.Equal("Complete 3 agreements: Loket, Postduif, Havenhost", _requirement.FixTitle(Assess()));
    }

    [Fact]
    public void Controllers_are_no_processors()
    {
        foreach (var disclosure in _given.Shop.Disclosures)
            disclosure.GdprRole = RecipientRole.IndependentController;
        Assess().ShouldAsk("Which processors does the shop use?");
    }

    [Fact]
    public void No_processors_is_a_statement_never_an_empty_list()
    {
        var shop = GivenShop.EmptyShop();
        _requirement.Assess(shop).ShouldAsk("Which processors does the shop use?");
        shop.Shop.Profile.StatesNoProcessors = true;
        Assert.Equal("The shop states that it uses no processors.", _requirement.Assess(shop).ShouldBe(Outcome.NotApplicable).Summary);
    }

    [Fact]
    public void The_statement_does_not_hold_while_a_role_is_undecided()
    {
        _given.Shop.Shop.Profile.StatesNoProcessors = true;
        foreach (var disclosure in _given.Shop.Disclosures)
            disclosure.GdprRole = null;
        Assess().ShouldAsk("Is Havenhost a processor, a joint controller or an independent controller?");
    }

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldBe(Outcome.NotAssessed);

    [Fact]
    public void Does_not_apply_where_the_GDPR_does_not()
    {
        var shop = _given.Shop;
        shop.LegalEntity.SeatCountry = "US";
        shop.LegalEntity.Establishments = ["US"];
        shop.Shop.Profile.OffersToEea = Answer.No;
        shop.Shop.Profile.MonitorsEea = Answer.No;
        Assess().ShouldBe(Outcome.NotApplicable);
    }

    [Fact]
    public void One_filed_agreement_clears_every_requirement_that_lacks_it()
    {
        _given.Remove("Havenhost");
        Requirement[] others = [new AgreementsDescribeTheProcessing(), new SubProcessorsAreAuthorisedAndKnown()];
        var repair = Assess().Findings.Single().Repair;
        Assert.All(others, other => Assert.Contains(other.Assess(_given.Shop).Findings, finding => finding.Repair == repair));
    }

    private Verdict Assess() => _requirement.Assess(_given.Shop);
}
