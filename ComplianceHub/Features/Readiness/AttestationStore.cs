using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Readiness;

/// <summary>Records what a person states about a requirement. An answer is never changed: the next one counts.</summary>
public sealed class AttestationStore(HubDb hub, ReadinessBoard board, TimeProvider time)
{
    /// <summary>A new answer for the person at the screen, valid for so many months.</summary>
    public async Task<Attestation> BlankAsync(Guid shopId, string requirement, int validMonths, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var today = await ShopDay.TodayAsync(db, shopId, time, ct);
        var name = await db.Users.Where(user => user.Id == db.Access.UserId).Select(user => user.DisplayName).SingleOrDefaultAsync(ct);
        return new() { ShopId = shopId, RequirementId = requirement, StatedBy = name ?? "", StatedOn = today, ValidUntil = today.AddMonths(validMonths) };
    }

    /// <summary>Saves an answer and computes the shop anew.</summary>
    /// <exception cref="DomainException">A rule is broken, or the person may not answer for the shop.</exception>
    public async Task SaveAsync(Attestation attestation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(attestation);
        RecordValidation.Demand(attestation);
        if (attestation.Answer == AttestationAnswer.NotApplicable && string.IsNullOrWhiteSpace(attestation.Note))
            throw new DomainException("Say in the note why it does not apply.");
        if (attestation.ValidUntil < attestation.StatedOn)
            throw new DomainException("The last day is before the day of the answer. Correct it.");
        await using var db = await hub.OpenAsync(ct);
        db.Add(attestation);
        await db.SaveChangesAsync(ct);
        await board.RefreshAsync(attestation.ShopId, ct);
    }
}
