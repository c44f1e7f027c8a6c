using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Gdpr;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Gdpr;

public sealed class NoCardCodeIsKeptTests
{
    private const string NoAttestation = "No PCI self-assessment or attestation of compliance of the last 12 months is on file.";

    private readonly NoCardCodeIsKept _requirement = new();
    private readonly EvidenceFile _file = GivenRecords.File();
    private readonly DataElement _token = GivenRecords.Element("Card token");
    private readonly DataElement _code = GivenRecords.Element("Card verification code");
    private readonly ProcessingActivity _payment;
    private readonly RetentionRule _never;
    private readonly Attestation _attestation;
    private ShopSnapshot _shop;

    public NoCardCodeIsKeptTests()
    {
        _code.IsForbiddenAfterAuthorisation = true;
        _payment = GivenRecords.Activity("Payment", PurposeKind.Payment, LawfulBasis.Contract, _token);
        _never = GivenRecords.Retention("Code: never", _payment);
        (_never.ElementIds, _never.Period) = ([_code.Id], new() { Amount = 0, Unit = PeriodUnit.Days });
        _attestation = GivenRecords.Attestation("PCI-3-3-1", _file);
        _shop = GivenShop.EmptyShop() with
        {
            Activities = [_payment],
            Elements = [_token, _code],
            RetentionRules = [GivenRecords.Retention("Three years", _payment), _never],
            Attestations = [_attestation],
            Evidence = [_file],
        };
    }

    [Fact]
    public void Passes_when_no_activity_and_no_rule_keeps_a_code() =>
        Assert.Equal("No card verification code is kept; 2 activities and retention rules checked.", Assess().ShouldFind(Outcome.Pass).Summary);

    [Fact]
    public void Fails_when_an_activity_stores_a_code()
    {
        _payment.ElementIds.Add(_code.Id);
        _shop = _shop with { RetentionRules = [] };
        Assess().ShouldFind(Outcome.Fail, ("Payment", "Card verification code is stored."));
    }

    [Fact]
    public void A_rule_of_0_days_says_that_a_code_is_used_but_never_stored()
    {
        _payment.ElementIds.Add(_code.Id);
        Assess().ShouldFind(Outcome.Pass);
        _code.SystemIds = [Guid.NewGuid()];
        Assess().ShouldFind(Outcome.Fail, ("Payment", "Card verification code is stored."));
    }

    [Fact]
    public void Fails_when_a_rule_keeps_a_code_for_a_day()
    {
        _never.Period = new() { Amount = 1, Unit = PeriodUnit.Days };
        Assess().ShouldFind(Outcome.Fail, ("Code: never", "Card verification code is kept (1 day); it must never be stored."));
        (_never.Period, _never.IsIndefinite) = (null, true);
        Assess().ShouldFind(Outcome.Fail, ("Code: never", "Card verification code is kept (without end); it must never be stored."));
    }

    [Fact]
    public void An_activity_that_is_not_active_does_not_count()
    {
        var draft = GivenRecords.Activity("Draft", PurposeKind.Payment, LawfulBasis.Contract, _code);
        draft.Status = ActivityStatus.Draft;
        _shop = _shop with { Activities = [_payment, draft] };
        Assess().ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void Is_partial_without_attestation()
    {
        _shop = _shop with { Attestations = [] };
        var verdict = Assess().ShouldFind(Outcome.Partial, ("Given Shop", NoAttestation));
        Assert.Equal((0.5m, FixAction.Attest, VerdictSource.Registers), (verdict.Value, verdict.Findings[0].Action, verdict.Source));
    }

    [Fact]
    public void An_attestation_is_good_for_12_months()
    {
        (_attestation.StatedOn, _attestation.ValidUntil) = (GivenShop.Today.AddMonths(-12), GivenShop.Today.AddYears(1));
        Assess().ShouldFind(Outcome.Pass);
        _attestation.StatedOn = GivenShop.Today.AddMonths(-12).AddDays(-1);
        Assess().ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void An_attestation_holds_on_its_last_day()
    {
        _attestation.ValidUntil = GivenShop.Today;
        Assess().ShouldFind(Outcome.Pass);
        _attestation.ValidUntil = GivenShop.Today.AddDays(-1);
        Assess().ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void An_attestation_says_yes_and_has_a_file()
    {
        _attestation.EvidenceIds = [];
        Assess().ShouldBe(Outcome.Partial);
        (_attestation.EvidenceIds, _attestation.Answer) = ([_file.Id], AttestationAnswer.Partly);
        Assess().ShouldBe(Outcome.Partial);
    }

    [Fact]
    public void Does_not_apply_to_a_shop_without_cards()
    {
        _shop.Shop.Profile.AcceptsCards = Answer.No;
        Assert.Equal("The shop takes no card payments.", Assess().ShouldBe(Outcome.NotApplicable).Summary);
    }

    [Fact]
    public void Applies_where_the_GDPR_does_not()
    {
        (_shop.LegalEntity.SeatCountry, _shop.LegalEntity.Establishments) = ("US", ["US"]);
        (_shop.Shop.Profile.OffersToEea, _shop.Shop.Profile.MonitorsEea) = (Answer.No, Answer.No);
        Assess().ShouldBe(Outcome.Pass);
    }

    [Fact]
    public void An_unknown_shop_is_a_question() => _requirement.Assess(GivenShop.UnknownShop()).ShouldAsk("Does the shop take card payments?");

    [Fact]
    public void An_empty_shop_is_a_question() => _requirement.Assess(GivenShop.EmptyShop()).ShouldAsk("Which activities process personal data");

    private Verdict Assess() => _requirement.Assess(_shop with { AsOf = GivenShop.Today });
}
