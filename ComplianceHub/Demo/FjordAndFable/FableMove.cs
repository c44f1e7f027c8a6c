using ComplianceHub.Data;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Demo.FjordAndFable;

/// <summary>What happened at Fjord &amp; Fable after the audit of March 2026: its call centre moved from Poland to India,
/// so that what was signed no longer describes the shop.</summary>
internal sealed class FableMove
{
    private const string Before = "PL";

    private readonly Vendor _callCentre;
    private readonly Transfer _transfer;
    private readonly string? _after;

    private FableMove(Vendor callCentre, Transfer transfer) => (_callCentre, _transfer, _after) = (callCentre, transfer, callCentre.Country);

    /// <summary>Takes the records back to where they stood before.</summary>
    public static FableMove Undone(DemoRecords records)
    {
        var callCentre = records.Records.OfType<Vendor>().Single(vendor => vendor.LegalName == "BPO Support Pvt Ltd");
        var move = new FableMove(callCentre, records.Records.OfType<Transfer>().Single(transfer => transfer.Importer == callCentre.LegalName));
        move._callCentre.Country = Before;
        move._transfer.ImporterCountry = Before;
        return move;
    }

    /// <summary>Lets it happen.</summary>
    public async Task HappenAsync(HubDbContext db, CancellationToken ct)
    {
        (await db.Vendors.SingleAsync(vendor => vendor.Id == _callCentre.Id, ct)).Country = _after;
        (await db.Transfers.SingleAsync(transfer => transfer.Id == _transfer.Id, ct)).ImporterCountry = _after!;
        db.Because("The call centre moved to India");
        await db.SaveChangesAsync(ct);
    }
}
