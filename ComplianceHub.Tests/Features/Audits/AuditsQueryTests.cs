using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Features.Audits;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class AuditsQueryTests_on_Sqlite() : AuditsQueryTests(null);

public sealed class AuditsQueryTests_on_Postgres(PostgresServer server) : AuditsQueryTests(server);

public abstract class AuditsQueryTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task The_latest_stands_first_with_what_its_signature_is_worth()
    {
        var (first, second, draft) = (await SignedAsync(), await SignedAsync(), await DraftAsync());
        Assert.Equal(
            [(draft, null), (second, SignatureStanding.Current), (first, (SignatureStanding?)SignatureStanding.Superseded)],
            await SeenAsync(Officer, new()));
        await using (var db = await OpenAsync(Officer))
        {
            (await db.Vendors.SingleAsync(vendor => vendor.Id == Processor.Id, Ct)).Country = "IE";
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal([null, SignatureStanding.Stale, (SignatureStanding?)SignatureStanding.Superseded], (await SeenAsync(Officer, new())).Select(row => row.Standing));
    }

    [Fact]
    public async Task What_was_altered_behind_the_program_is_damaged_and_not_current()
    {
        var audit = await SignedAsync();
        await using (var db = await OpenAsync())
        {
            var snapshot = (await db.FrozenShops.SingleAsync(row => row.AuditId == audit, Ct)).SnapshotSha256;
            await db.Database.ExecuteSqlRawAsync(IsPostgres ? """DROP TRIGGER "FrozenContents_no_update" ON "FrozenContents" """ : """DROP TRIGGER "FrozenContents_no_update" """, Ct);
            await db.Database.ExecuteSqlAsync($"""UPDATE "FrozenContents" SET "Bytes" = {"{}"u8.ToArray()} WHERE "Sha256" = {snapshot}""", Ct);
        }
        Assert.Equal([(audit, SignatureStanding.Damaged)], await SeenAsync(Officer, new()));
        Assert.Equal("damaged", (await Checks.OfCodeAsync(await CodeAsync(audit), Ct))?.Word);
    }

    [Fact]
    public async Task A_row_names_shops_signer_and_day()
    {
        await SignedAsync();
        var row = Assert.Single((await Audits(Manager).PageAsync(new(), Ct))!.Rows);
        Assert.Equal(("fjord-and-fable", "Manager", Now), (Assert.Single(row.Shops).Slug, row.Signer, row.SignedAt));
    }

    [Fact]
    public async Task Filters_by_state_shop_and_title()
    {
        var (frozen, draft) = (await FrozenAsync(), await DraftAsync());
        Assert.Equal([frozen], await IdsAsync(Officer, new() { State = AuditState.Fieldwork }));
        Assert.Equal([draft, frozen], await IdsAsync(Officer, new() { Shop = Shop.Slug }));
        Assert.Empty(await IdsAsync(Officer, new() { Shop = OtherShop.Slug }));
        Assert.Empty(await IdsAsync(Officer, new() { Shop = "no-such-shop" }));
        Assert.Equal([draft, frozen], await IdsAsync(Officer, new() { Search = "PRIVÁCY audit" }));
        Assert.Empty(await IdsAsync(Officer, new() { Search = "Winter" }));
    }

    [Fact]
    public async Task The_next_step_is_the_auditors_in_fieldwork_and_the_managers_at_sign_off()
    {
        var (awaiting, frozen) = (await HandedInAsync(), await FrozenAsync());
        Assert.Equal([awaiting], await IdsAsync(Manager, new() { WaitsForMe = true }));
        Assert.Empty(await IdsAsync(Officer, new() { WaitsForMe = true }));
        Assert.Equal(1, (await Audits(Manager).PageAsync(new(), Ct))!.Waiting);
        await using var db = await OpenAsync(Auditor);
        Assert.Equal([frozen], await db.Audits.Where(Audit.WaitsFor(Auditor)).Select(audit => audit.Id).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_page_holds_twenty_five_and_counts_the_rest()
    {
        for (var i = 0; i < AuditFilter.PageSize + 2; i++)
            await DraftAsync();
        var (first, second) = ((await Audits(Officer).PageAsync(new(), Ct))!, (await Audits(Officer).PageAsync(new() { Page = 2 }, Ct))!);
        Assert.Equal((AuditFilter.PageSize, 2, AuditFilter.PageSize + 2), (first.Rows.Count, second.Rows.Count, second.Total));
        Assert.Empty(first.Rows.Select(row => row.Audit.Id).Intersect(second.Rows.Select(row => row.Audit.Id)));
        Assert.Equal(AuditFilter.PageSize + 2, first.States[AuditState.Draft]);
    }

    [Fact]
    public async Task Nobody_is_told_of_audits_of_other_shops()
    {
        await DraftAsync();
        var stranger = await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id);
        var page = (await Audits(stranger).PageAsync(new(), Ct))!;
        Assert.Equal((0, 0), (page.Total, page.All));
        Assert.Null((await Audits(stranger).PageAsync(new() { Shop = Shop.Slug }, Ct))!.ShopName);
    }

    [Fact]
    public async Task Whoever_reads_no_register_has_no_list()
    {
        await DraftAsync();
        Assert.Null(await Audits(Auditor).PageAsync(new(), Ct));
        Assert.Null(await Audits(await PersonAsync(HubRole.Auditor)).PageAsync(new(), Ct));
    }

    [Fact]
    public async Task Only_a_keeper_of_registers_may_prepare()
    {
        Assert.True((await Audits(Officer).PageAsync(new(), Ct))!.MayPrepare);
        Assert.False((await Audits(Manager).PageAsync(new(), Ct))!.MayPrepare);
        Assert.False((await Audits(await PersonAsync(HubRole.Viewer)).PageAsync(new(), Ct))!.MayPrepare);
    }

    private async Task<IReadOnlyList<(Guid Id, SignatureStanding? Standing)>> SeenAsync(Guid person, AuditFilter filter) =>
        [.. (await Audits(person).PageAsync(filter, Ct))!.Rows.Select(row => (row.Audit.Id, row.Standing))];

    private async Task<string> CodeAsync(Guid audit)
    {
        await using var db = await OpenAsync();
        return (await db.SignOffs.SingleAsync(row => row.AuditId == audit, Ct)).ReportCode;
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync(Guid person, AuditFilter filter) => [.. (await SeenAsync(person, filter)).Select(row => row.Id)];
}
