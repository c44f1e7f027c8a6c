using System.Reflection;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>Where a shop differs from the group, and what it proposes to the group.</summary>
public sealed class DeviationStore(HubDb hub, ReadinessBoard board, TimeProvider time)
{
    /// <summary>Replaces the values that differ, for one shop, with the reason.</summary>
    /// <exception cref="DomainException">Nothing differs, no reason is given, or the actor may not keep the shop's registers.</exception>
    public async Task DeviateAsync(Guid shopId, OwnedRecord effective, OwnedRecord changed, string reason, CancellationToken ct)
    {
        var fields = Differing(effective, changed);
        await using var db = await hub.OpenAsync(ct);
        foreach (var field in fields)
            await SetAsync(db, shopId, changed, field.Name, Deviations.Write(field.GetValue(changed)), reason, ct);
        db.Because($"Deviates from the group: {reason}");
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(shopId, ct);
    }

    /// <summary>Switches a group record off for one shop, with the reason.</summary>
    /// <exception cref="DomainException">No reason is given, or the actor may not keep the shop's registers.</exception>
    public async Task ExcludeAsync(Guid shopId, OwnedRecord record, string reason, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        await SetAsync(db, shopId, record, Deviation.Excluded, "true", reason, ct);
        db.Because($"Does not apply to the shop: {reason}");
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(shopId, ct);
    }

    /// <summary>Goes back to the group's value.</summary>
    /// <exception cref="DomainException">The deviation is gone, or the actor may not keep the shop's registers.</exception>
    public async Task RevertAsync(Guid deviationId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var deviation = await db.Deviations.SingleOrDefaultAsync(one => one.Id == deviationId, ct)
            ?? throw new DomainException("This deviation does not exist any more. Load the list again.");
        db.Remove(deviation);
        db.Because("Back to the group's value");
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(deviation.ShopId, ct);
    }

    /// <summary>Proposes the values that differ to the group's officer; nothing changes until they accept.</summary>
    /// <exception cref="DomainException">Nothing differs, or no reason is given.</exception>
    public async Task ProposeAsync(Guid shopId, OwnedRecord effective, OwnedRecord changed, string reason, CancellationToken ct)
    {
        var fields = Differing(effective, changed);
        await using var db = await hub.OpenAsync(ct);
        var today = await ShopDay.TodayAsync(db, shopId, time, ct);
        foreach (var field in fields)
        {
            var proposal = new Proposal
            {
                ShopId = shopId, Register = changed.Register, RecordId = changed.Id, Field = field.Name, Value = Deviations.Write(field.GetValue(changed)),
                Reason = reason.Trim(), ProposedBy = db.Access.UserId, ProposedOn = today,
            };
            RecordValidation.Demand(proposal);
            db.Add(proposal);
        }

        await db.SaveChangesAsync(ct);
    }

    private static IReadOnlyList<PropertyInfo> Differing(OwnedRecord effective, OwnedRecord changed)
    {
        RecordValidation.Demand(changed);
        return EditableFields.Difference(effective, changed) is { Count: > 0 } fields
            ? fields
            : throw new DomainException("Nothing differs from the group's record. Change a value first.");
    }

    private async Task SetAsync(HubDbContext db, Guid shopId, OwnedRecord record, string field, string value, string reason, CancellationToken ct)
    {
        var deviation = await db.Deviations.SingleOrDefaultAsync(one => one.ShopId == shopId && one.RecordId == record.Id && one.Field == field, ct);
        if (deviation is null)
        {
            deviation = new Deviation { ShopId = shopId, Register = record.Register, RecordId = record.Id, Field = field };
            db.Add(deviation);
        }

        deviation.Value = value;
        deviation.Reason = reason.Trim();
        deviation.DecidedBy = db.Access.UserId;
        deviation.DecidedOn = await ShopDay.TodayAsync(db, shopId, time, ct);
        deviation.ReferencedId = EditableFields.Of(record.GetType()).FirstOrDefault(property => property.Name == field)?.GetValue(record) is Guid id ? id : null;
        RecordValidation.Demand(deviation);
    }
}
