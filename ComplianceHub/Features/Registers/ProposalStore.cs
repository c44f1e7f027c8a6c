using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>An open proposal as the group's officer reads it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Record">The name of the group record.</param>
/// <param name="Shop">The shop that asks.</param>
/// <param name="Now">The group's value.</param>
/// <param name="Proposed">The value that is proposed.</param>
public sealed record OpenProposal(Proposal Proposal, string Record, string Shop, string Now, string Proposed);

/// <summary>What shops propose to the group, and what the group's officer decides.</summary>
public sealed class ProposalStore(HubDb hub)
{
    /// <summary>The open proposals about one register of the group, oldest first; none for people who may not decide.</summary>
    public async Task<IReadOnlyList<OpenProposal>> OpenAsync<T>(RegisterList<T> list, CancellationToken ct)
        where T : RegisterRecord, new()
    {
        ArgumentNullException.ThrowIfNull(list);
        await using var db = await hub.OpenAsync(ct);
        if (!db.Access.MayKeepRegisters(null))
            return [];
        var register = new T().Register;
        var proposals = await db.Proposals.AsNoTracking()
            .Where(proposal => proposal.State == ProposalState.Open && proposal.Register == register)
            .OrderBy(proposal => proposal.Id).ToListAsync(ct);
        var shopIds = proposals.Select(proposal => proposal.ShopId).ToHashSet();
        var shops = await db.Shops.Where(shop => shopIds.Contains(shop.Id)).ToDictionaryAsync(shop => shop.Id, shop => shop.Name, ct);
        var recordIds = proposals.Select(proposal => proposal.RecordId).ToHashSet();
        var records = await GroupRegisterQuery.OfGroup<T>(db).Where(record => recordIds.Contains(record.Id)).ToDictionaryAsync(record => record.Id, ct);
        return
        [
            .. from proposal in proposals
               where records.ContainsKey(proposal.RecordId) && shops.ContainsKey(proposal.ShopId)
               let record = records[proposal.RecordId]
               let field = Deviations.PropertyOf(typeof(T), proposal.Field)
               where field is not null
               select new OpenProposal(
                   proposal, record.DisplayName, shops[proposal.ShopId],
                   FieldWords.Value(field.GetValue(record), list.Choices),
                   FieldWords.Value(Deviations.Read(field, proposal.Value), list.Choices)),
        ];
    }

    /// <summary>Changes the group's record as proposed.</summary>
    /// <exception cref="DomainException">The proposal is decided, its record is gone or retired, the value breaks a rule, or the
    /// actor keeps no registers of the group.</exception>
    public async Task AcceptAsync(Guid proposalId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        var proposal = await DecideAsync(db, proposalId, ProposalState.Accepted, ct);
        if (Deviations.TypeOf(proposal.Register) is not { } type
            || await db.FindAsync(type, [proposal.RecordId], ct) is not OwnedRecord { ShopId: null, RetiredOn: null } record)
            throw new DomainException("The group’s record is not in use any more, so nothing can be changed. Decline the proposal.");
        Deviations.Apply(record, proposal.Field, proposal.Value);
        RecordValidation.Demand(record);
        db.Because($"Accepted a proposal: {proposal.Reason}");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Leaves the group's record as it is.</summary>
    /// <exception cref="DomainException">The proposal is decided, or the actor keeps no registers of the group.</exception>
    public async Task DeclineAsync(Guid proposalId, CancellationToken ct)
    {
        await using var db = await hub.OpenAsync(ct);
        await DecideAsync(db, proposalId, ProposalState.Declined, ct);
        db.Because("Declined a proposal");
        await db.SaveChangesAsync(ct);
    }

    private static async Task<Proposal> DecideAsync(HubDbContext db, Guid id, ProposalState state, CancellationToken ct)
    {
        var proposal = await db.Proposals.SingleOrDefaultAsync(one => one.Id == id && one.State == ProposalState.Open, ct)
            ?? throw new DomainException("This proposal is decided already. Load the list again.");
        proposal.State = state;
        proposal.DecidedBy = db.Access.UserId;
        return proposal;
    }
}
