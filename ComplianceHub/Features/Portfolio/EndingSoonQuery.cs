using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Portfolio;

/// <summary>Reads what ends within 30 days in all shops that the person may read: agreements, answers, assessments, appointments, disclosures.</summary>
public sealed class EndingSoonQuery(HubDb hub, TimeProvider time)
{
    private const int Days = 30;

    /// <summary>What ends, soonest first, at most so many.</summary>
    public async Task<IReadOnlyList<EndingSoon>> ListAsync(int count, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var today = ShopDay.Of(time.GetUtcNow(), null);
        var last = today.AddDays(Days);
        var shops = await db.Shops.AsNoTracking().Where(shop => shop.RetiredOn == null).Select(shop => new { shop.Id, shop.Slug, shop.Name }).ToDictionaryAsync(shop => shop.Id, ct);
        var agreements = await db.Agreements.AsNoTracking().Where(one => one.RetiredOn == null && one.EffectiveTo >= today && one.EffectiveTo <= last).OrderBy(one => one.EffectiveTo).Take(count).ToListAsync(ct);
        var answers = await db.Attestations.AsNoTracking().Where(one => one.ValidUntil >= today && one.ValidUntil <= last).OrderBy(one => one.ValidUntil).Take(count).ToListAsync(ct);
        var assessments = await db.Assessments.AsNoTracking().Where(one => one.RetiredOn == null && one.ValidUntil >= today && one.ValidUntil <= last).OrderBy(one => one.ValidUntil).Take(count).ToListAsync(ct);
        var people = await db.ResponsiblePeople.AsNoTracking().Where(one => one.RetiredOn == null && one.EndsOn >= today && one.EndsOn <= last).OrderBy(one => one.EndsOn).Take(count).ToListAsync(ct);
        return
        [
            .. agreements.Select(one => Ends(one, one.EffectiveTo!.Value, $"{one.Title} ends"))
                .Concat(assessments.Select(one => Ends(one, one.ValidUntil!.Value, $"{one.Title} lapses")))
                .Concat(people.Select(one => Ends(one, one.EndsOn!.Value, $"{one.Name} ends as {one.Role.Word()}")))
                .Concat(answers.Where(one => shops.ContainsKey(one.ShopId)).Select(one => new EndingSoon(
                    one.ValidUntil, $"Answer to {one.RequirementId} lapses", shops[one.ShopId].Name, HubUrls.Checklist(shops[one.ShopId].Slug, requirement: one.RequirementId))))
                .OrderBy(ending => ending.Day).ThenBy(ending => ending.Text, StringComparer.Ordinal)
                .Take(count),
        ];

        EndingSoon Ends(OwnedRecord record, DateOnly day, string text)
        {
            var shop = record.ShopId is { } id ? shops.GetValueOrDefault(id) : null;
            return new(day, text, shop?.Name ?? "Group", HubUrls.Register(RegisterNames.Of(record.Register), shop?.Slug, record.Id));
        }
    }
}
