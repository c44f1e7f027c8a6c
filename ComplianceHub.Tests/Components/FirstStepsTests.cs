using ComplianceHub.Compliance;
using ComplianceHub.Components;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Components;

/// <summary>The steps tick themselves from the registers, and each leads to the editor that is missing.</summary>
public sealed class FirstStepsTests
{
    [Fact]
    public void Without_a_shop_the_first_step_adds_one()
    {
        var steps = FirstSteps.WithoutShop(mayAdd: true);
        Assert.Equal(5, steps.Count);
        Assert.All(steps, step => Assert.False(step.IsDone));
        Assert.Equal(HubUrls.NewShop, steps[0].Href);
        Assert.All(steps.Skip(1), step => Assert.Null(step.Href));
    }

    [Fact]
    public void Who_may_not_add_a_shop_is_led_nowhere() => Assert.All(FirstSteps.WithoutShop(mayAdd: false), step => Assert.Null(step.Href));

    [Fact]
    public void A_shop_of_which_only_the_name_is_known_has_done_the_first_step()
    {
        var steps = FirstSteps.Of(GivenShop.UnknownShop(), readsGroup: false);
        Assert.Equal([true, false, false, false, false], steps.Select(step => step.IsDone));
        Assert.Equal(
            [null, "/shops/unknown/profile", "/shops/unknown/activities?new=true", "/shops/unknown/third-parties?new=true", "/shops/unknown/agreements?new=true"],
            steps.Select(step => step.Href));
        Assert.Equal("Unknown Ltd, seat not recorded", steps[0].Sentence);
        Assert.Equal($"Answer {ProfileQuestion.All.Count} questions", steps[1].Action);
    }

    [Fact]
    public void The_legal_entity_is_open_to_who_reads_the_group()
    {
        var shop = GivenShop.EmptyShop();
        Assert.Equal($"/registers/legal-entities?record={shop.LegalEntity.Id}", FirstSteps.Of(shop, readsGroup: true)[0].Href);
        Assert.Equal("Given GmbH, Germany", FirstSteps.Of(shop, readsGroup: true)[0].Sentence);
    }

    [Fact]
    public void One_answer_ticks_the_questions_and_says_what_stays_open()
    {
        var shop = GivenShop.UnknownShop();
        shop.Shop.Profile = new ShopProfile { AcceptsCards = Answer.No };
        var step = FirstSteps.Of(shop, readsGroup: false)[1];
        Assert.True(step.IsDone);
        Assert.Equal($"1 of {ProfileQuestion.All.Count} questions are answered; the others stay open questions.", step.Sentence);
    }

    [Fact]
    public void Records_tick_their_step_whoever_recorded_them()
    {
        var shop = GivenShop.UnknownShop() with { Activities = [new ProcessingActivity { Name = "Orders", Status = ActivityStatus.Active }], Vendors = [new Vendor { LegalName = "Stripe" }] };
        var steps = FirstSteps.Of(shop, readsGroup: false);
        Assert.Equal([true, false, true, true, false], steps.Select(step => step.IsDone));
        Assert.Equal(("1 activity recorded.", "/shops/unknown/activities"), (steps[2].Sentence, steps[2].Href));
    }

    [Fact]
    public void A_draft_ends_no_step_and_is_the_editor_to_open()
    {
        var draft = new ProcessingActivity { Name = "Orders", Status = ActivityStatus.Draft };
        var step = FirstSteps.Of(GivenShop.UnknownShop() with { Activities = [draft] }, readsGroup: false)[2];
        Assert.Equal((false, $"/shops/unknown/activities?record={draft.Id}"), (step.IsDone, step.Href));
        Assert.Contains("“Orders” is a draft", step.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_that_states_no_processors_needs_neither_third_party_nor_agreement()
    {
        var shop = GivenShop.UnknownShop();
        shop.Shop.Profile = new ShopProfile { StatesNoProcessors = true };
        var steps = FirstSteps.Of(shop, readsGroup: false);
        Assert.True(steps[3].IsDone);
        Assert.Equal("/shops/unknown/retention?new=true", steps[4].Href);
    }

    [Fact]
    public void With_an_agreement_the_last_step_asks_for_retention_and_is_done_with_both()
    {
        var agreed = GivenShop.UnknownShop() with { Agreements = [new Agreement { Title = "DPA" }] };
        Assert.Equal((false, "/shops/unknown/retention?new=true"), (FirstSteps.Of(agreed, false)[4].IsDone, FirstSteps.Of(agreed, false)[4].Href));
        Assert.True(FirstSteps.Of(agreed with { RetentionRules = [new RetentionRule()] }, false)[4].IsDone);
    }

    [Fact]
    public void A_compliant_shop_is_done() => Assert.True(FirstSteps.AreDone(FirstSteps.Of(GivenShop.CompliantShop(), readsGroup: true)));
}
