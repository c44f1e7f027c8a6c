using System.Collections;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;
using CsCheck;

namespace ComplianceHub.Tests.Compliance;

/// <summary>Laws that no single rule may break, on random orders, days and additions.</summary>
public sealed class CatalogueLawTests
{
    private static readonly DateOnly First = new(2025, 1, 1);

    [Fact]
    public void The_order_of_records_does_not_change_a_verdict()
    {
        var shop = WithEveryDefect(DemoSnapshots.FjordAndFable());
        var expected = Everything(shop);
        Gen.Int.Sample(seed => Assert.Equal(expected, Everything(Shuffled(shop, seed))), iter: 25);
    }

    [Fact]
    public void Nothing_changes_before_the_next_change()
    {
        ShopSnapshot[] shops = [DemoSnapshots.FjordAndFable(), DemoSnapshots.OliveRow(), GivenShop.CompliantShop(), WithEveryDefect(GivenShop.CompliantShop())];
        Gen.Select(Gen.Int[0, shops.Length - 1], Gen.Int[0, 1_500], Gen.Int[0, 1_000]).Sample((index, day, later) =>
        {
            var shop = shops[index] with { AsOf = First.AddDays(day) };
            var outcomes = Outcomes(shop);
            var last = shop.NextChange is { } change ? change.DayNumber - 1 : shop.AsOf.DayNumber + 2_000;
            Assert.True(last >= shop.AsOf.DayNumber, "The next change lies ahead.");
            var next = DateOnly.FromDayNumber(Math.Min(last, shop.AsOf.DayNumber + later));
            Assert.Equal(outcomes, Outcomes(shop with { AsOf = next }));
        }, iter: 200);
    }

    [Fact]
    public void A_record_with_a_breach_never_raises_the_value_of_its_requirement()
    {
        foreach (var shop in CatalogueTests.Shops().Append(WithEveryDefect(GivenShop.CompliantShop())))
        {
            foreach (var addition in Additions)
            {
                var changed = addition.Add(shop);
                foreach (var requirement in Regulations.All.SelectMany(regulation => regulation.Requirements))
                {
                    var (before, after) = (requirement.Assess(shop), requirement.Assess(changed));
                    if (before.Outcome != Outcome.NotApplicable && NewBreaches(before, after))
                        Assert.True(after.Value <= before.Value, $"{addition.Name} raises {requirement.Id} of {shop.Shop.Name} from {before.Value} to {after.Value}: {after.Summary}");
                }
            }
        }
    }

    [Fact]
    public void Every_addition_is_a_breach_of_something() => Assert.All(Additions, addition =>
    {
        var shop = GivenShop.CompliantShop();
        var changed = addition.Add(shop);
        Assert.Contains(Regulations.All.SelectMany(regulation => regulation.Requirements), requirement => NewBreaches(requirement.Assess(shop), requirement.Assess(changed)));
    });

    private sealed record Addition(string Name, Func<ShopSnapshot, ShopSnapshot> Add);

    private static readonly Addition[] Additions =
    [
        new("An activity without anything", shop => shop with { Activities = [.. shop.Activities, Bare("Bare activity")] }),
        new("An activity with data and no basis", shop => shop with
        {
            Activities = [.. shop.Activities, Bare("Collecting", activity => (activity.Sources, activity.ElementIds) = ([DataSource.Subject, DataSource.ThirdParty], [.. shop.Elements.Select(element => element.Id).Take(2)]))],
        }),
        new("Advertising by contract", shop => shop with
        {
            Activities = [.. shop.Activities, Bare("Advertising", activity =>
            {
                activity.Purposes = [new() { Code = "ads", Kind = PurposeKind.Marketing, Text = "Advertising by e-mail" }];
                activity.Bases = [new() { PurposeCode = "ads", Basis = LawfulBasis.Contract }];
            })],
        }),
        new("A special category without condition", shop => shop with { Elements = [.. shop.Elements, new DataElement { Name = "Allergies", SpecialCategory = SpecialCategory.Health }] }),
        new("A processor without agreement", shop => WithRecipient(shop, RecipientRole.Processor, CcpaRole.ServiceProvider)),
        new("A joint controller without arrangement", shop => WithRecipient(shop, RecipientRole.JointController, CcpaRole.ThirdParty)),
        new("A retention rule without end", shop => shop with
        {
            RetentionRules = [.. shop.RetentionRules, new RetentionRule
            {
                Name = "For ever", ActivityIds = [.. shop.Activities.Select(activity => activity.Id)], IsIndefinite = true, Trigger = "Collection", LegalSource = "None",
            }],
        }),
        new("An agreement without owner", shop => shop with
        {
            Agreements = [.. shop.Agreements, .. shop.Vendors.Take(1).Select(vendor => new Agreement { VendorId = vendor.Id, Kind = AgreementKind.DataProcessingAgreement, Title = "Draft" })],
            RetentionRules = [.. shop.RetentionRules, new RetentionRule { Name = "Nobody's" }],
        }),
    ];

    private static ShopSnapshot WithEveryDefect(ShopSnapshot shop) => Additions.Aggregate(shop, (changed, addition) => addition.Add(changed));

    private static ProcessingActivity Bare(string name, Action<ProcessingActivity>? change = null)
    {
        var activity = new ProcessingActivity { Name = name, Status = ActivityStatus.Active };
        change?.Invoke(activity);
        return activity;
    }

    private static ShopSnapshot WithRecipient(ShopSnapshot shop, RecipientRole role, CcpaRole ccpaRole)
    {
        var vendor = new Vendor { LegalName = $"New {role}", Country = "IN" };
        var activity = shop.Activities.Count > 0 ? shop.Activities[0] : Bare("Outsourced");
        var disclosure = new Disclosure { ActivityId = activity.Id, VendorId = vendor.Id, GdprRole = role, CcpaRole = ccpaRole, Description = $"To {role}" };
        return shop with
        {
            Activities = shop.Activities.Count > 0 ? shop.Activities : [activity],
            Vendors = [.. shop.Vendors, vendor],
            Disclosures = [.. shop.Disclosures, disclosure],
        };
    }

    private static bool NewBreaches(Verdict before, Verdict after)
    {
        var known = before.Findings.Select(finding => (finding.Record.Id, finding.Key, finding.Text)).ToHashSet();
        return after.Findings.Any(finding => finding.Severity == FindingSeverity.Hard && !known.Contains((finding.Record.Id, finding.Key, finding.Text)));
    }

    private static string Everything(ShopSnapshot shop) => string.Join('\n', Regulations.All.SelectMany(regulation => regulation.Requirements).Select(requirement =>
    {
        var verdict = requirement.Assess(shop);
        var findings = verdict.Findings.Select(finding => $"{finding.Severity} {finding.Record.Id} {finding.Key} {finding.Text} {finding.Repair} {finding.Subject.Id}");
        var population = verdict.Population.Select(record => record.Id);
        return $"{requirement.Id} {verdict.Outcome} {verdict.Value} {verdict.Met}/{verdict.Checked} {verdict.Summary} {string.Join('|', verdict.MissingFacts)} {string.Join('|', findings)} {string.Join('|', population)}";
    }));

    private static string Outcomes(ShopSnapshot shop) => string.Join('\n', Regulations.All.SelectMany(regulation => regulation.Requirements).Select(requirement =>
    {
        var verdict = requirement.Assess(shop);
        return $"{requirement.Id} {verdict.Outcome} {verdict.Value} {verdict.Met}/{verdict.Checked} {verdict.Summary} {verdict.Findings.Count}";
    }));

    /// <summary>The same snapshot with every list of records in another order.</summary>
    private static ShopSnapshot Shuffled(ShopSnapshot shop, int seed)
    {
        var random = new Random(seed);
        var copy = shop with { };
        foreach (var property in typeof(ShopSnapshot).GetProperties().Where(property => property.CanWrite && property.PropertyType.IsGenericType))
        {
            var records = ((IEnumerable)property.GetValue(shop)!).Cast<object>().ToArray();
            random.Shuffle(records);
            var typed = Array.CreateInstance(property.PropertyType.GetGenericArguments()[0], records.Length);
            records.CopyTo(typed, 0);
            property.SetValue(copy, typed);
        }

        return copy;
    }
}
