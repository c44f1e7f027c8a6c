using System.Collections;
using System.Reflection;
using System.Text;
using ComplianceHub.Compliance;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance;

public sealed class SnapshotHashTests
{
    [Fact]
    public void The_hash_is_sha256_in_lower_case_hex() => Assert.Matches("^[0-9a-f]{64}$", SnapshotHash.Of(GivenShop.CompliantShop()));

    [Fact]
    public void The_same_facts_have_the_same_hash()
    {
        var shop = DemoSnapshots.FjordAndFable();
        Assert.Equal(SnapshotHash.Of(shop), SnapshotHash.Of(shop with { AsOfInstant = DateTimeOffset.UnixEpoch }));
        var before = SnapshotHash.Of(shop);
        shop.Shop.RegistersVersion++;
        shop.Vendors[0].Version++;
        Assert.Equal(before, SnapshotHash.Of(shop));
    }

    [Fact]
    public void The_order_of_lists_does_not_matter()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var before = SnapshotHash.Of(shop);
        foreach (var list in ListsIn(shop))
            Reverse(list);
        Assert.Equal(before, SnapshotHash.Of(Turned(shop)));
    }

    [Fact]
    public void Any_changed_value_changes_the_hash()
    {
        var shop = GivenShop.CompliantShop();
        var before = SnapshotHash.Of(shop);
        var changed = 0;
        foreach (var (owner, property) in Values(shop).DistinctBy(value => (value.Owner.GetType(), value.Property.Name)))
        {
            var old = property.GetValue(owner);
            property.SetValue(owner, Other(old, property.PropertyType));
            Assert.True(before != SnapshotHash.Of(shop), $"{owner.GetType().Name}.{property.Name} does not change the hash.");
            property.SetValue(owner, old);
            changed++;
        }

        Assert.Equal(before, SnapshotHash.Of(shop));
        Assert.True(changed > 150, $"Only {changed} values were tried.");
    }

    [Fact]
    public void The_day_a_record_and_one_element_of_a_list_count()
    {
        var shop = DemoSnapshots.FjordAndFable();
        var before = SnapshotHash.Of(shop);
        Assert.NotEqual(before, SnapshotHash.Of(shop with { AsOf = shop.AsOf.AddDays(1) }));
        Assert.NotEqual(before, SnapshotHash.Of(shop with { Vendors = [.. shop.Vendors.Skip(1)] }));
        shop.Activities[0].ElementIds.RemoveAt(0);
        Assert.NotEqual(before, SnapshotHash.Of(shop));
    }

    [Fact]
    public void Amounts_are_the_same_whatever_their_trailing_zeros()
    {
        var shop = GivenShop.CompliantShop();
        shop.LegalEntity.WorldwideTurnoverEur = 1.5m;
        var before = SnapshotHash.Of(shop);
        shop.LegalEntity.WorldwideTurnoverEur = 1.500m;
        Assert.Equal(before, SnapshotHash.Of(shop));
    }

    [Fact]
    public void What_is_computed_is_not_written()
    {
        var text = Encoding.UTF8.GetString(SnapshotHash.CanonicalBytes(GivenShop.CompliantShop()));
        Assert.StartsWith("{\"schema\":1,\"snapshot\":{\"Activities\":[", text, StringComparison.Ordinal);
        Assert.All(["DisplayName", "ActiveActivities", "NextChange", "Processors", "IsNever"], name => Assert.DoesNotContain($"\"{name}\"", text, StringComparison.Ordinal));
    }

    private static ShopSnapshot Turned(ShopSnapshot shop) => shop with
    {
        Activities = [.. shop.Activities.Reverse()],
        Elements = [.. shop.Elements.Reverse()],
        Vendors = [.. shop.Vendors.Reverse()],
        Agreements = [.. shop.Agreements.Reverse()],
        Disclosures = [.. shop.Disclosures.Reverse()],
        Attestations = [.. shop.Attestations.Reverse()],
        Evidence = [.. shop.Evidence.Reverse()],
    };

    private static void Reverse(IList list)
    {
        for (var i = 0; i < list.Count / 2; i++)
            (list[i], list[^(i + 1)]) = (list[^(i + 1)], list[i]);
    }

    // Everything that somebody can change below the shop and its records.
    private static IEnumerable<(object Owner, PropertyInfo Property)> Values(object owner)
    {
        foreach (var property in owner.GetType().GetProperties().Where(property => property is { CanRead: true, CanWrite: true }))
        {
            var value = property.GetValue(owner);
            if (value is IList list)
                foreach (var element in list.Cast<object>().Where(IsPart))
                    foreach (var below in Values(element))
                        yield return below;
            else if (value is not null && IsPart(value))
                foreach (var below in Values(value))
                    yield return below;
            else if (owner is not ShopSnapshot && property.Name is not (nameof(RegisterRecord.Version) or nameof(Shop.RegistersVersion)))
                yield return (owner, property);
        }
    }

    private static IEnumerable<IList> ListsIn(object owner) =>
        owner.GetType().GetProperties().Where(property => property is { CanRead: true, CanWrite: true }).Select(property => property.GetValue(owner)).SelectMany(value => value switch
        {
            // The snapshot's own lists cannot be turned in place.
            IList { IsReadOnly: true } list => list.Cast<object>().Where(IsPart).SelectMany(ListsIn),
            IList list => list.Cast<object>().Where(IsPart).SelectMany(ListsIn).Append(list),
            not null when IsPart(value) => ListsIn(value),
            _ => [],
        }).ToList();

    private static bool IsPart(object value) => value.GetType() is { IsClass: true, Namespace: { } space } && space.StartsWith("ComplianceHub", StringComparison.Ordinal);

    private static object? Other(object? value, Type type) => (value, Nullable.GetUnderlyingType(type) ?? type) switch
    {
        (_, var kind) when kind == typeof(string) => value + "x",
        (_, var kind) when kind == typeof(bool) => !(bool)(value ?? false),
        (_, var kind) when kind == typeof(Guid) => Guid.NewGuid(),
        (_, var kind) when kind == typeof(DateOnly) => ((DateOnly?)value ?? GivenShop.Today).AddDays(1),
        (_, var kind) when kind == typeof(int) => ((int?)value ?? 0) + 1,
        (_, var kind) when kind == typeof(long) => ((long?)value ?? 0) + 1,
        (_, var kind) when kind == typeof(decimal) => ((decimal?)value ?? 0) + 1,
        (_, { IsEnum: true } kind) => Enum.GetValues(kind).Cast<object>().First(one => !one.Equals(value)),
        (_, var kind) => Activator.CreateInstance(kind),
    };
}
