using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Audits.Fieldwork;
using ComplianceHub.Tests.Given;
using ComplianceHub.Tests.Reports.Layout;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class SignedRowsTests_on_Sqlite() : SignedRowsTests(null);

public sealed class SignedRowsTests_on_Postgres(PostgresServer server) : SignedRowsTests(server);

/// <summary>A signed audit whose rows a database administrator exchanges: nothing else is shown as the one that was signed.</summary>
public abstract class SignedRowsTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task Verdicts_of_another_audit_are_not_shown_as_signed()
    {
        var audit = await SignedAsync();
        await using (var db = await OpenAsync(Officer))
        {
            (await db.Vendors.SingleAsync(vendor => vendor.Id == Processor.Id, Ct)).Country = "IE";
            await db.SaveChangesAsync(Ct);
        }
        var other = await FrozenAsync();
        await BehindAsync($"""UPDATE "FrozenShops" SET "SnapshotSha256" = (SELECT "SnapshotSha256" FROM "FrozenShops" WHERE "AuditId" = {other}) WHERE "AuditId" = {audit}""");
        await IsDamagedAsync(audit);
    }

    [Fact]
    public async Task An_audit_without_its_frozen_shops_is_damaged_and_not_current()
    {
        var audit = await SignedAsync();
        await BehindAsync($"""DELETE FROM "FrozenShops" WHERE "AuditId" = {audit}""");
        await IsDamagedAsync(audit);
    }

    [Fact]
    public async Task Frozen_bytes_that_are_others_are_found_with_the_files()
    {
        var audit = await SignedAsync();
        Assert.True((await VerifyAsync()).IsIntact);
        await BehindAsync($"""UPDATE "FrozenContents" SET "Bytes" = (SELECT "Bytes" FROM "FrozenContents" ORDER BY "Sha256" LIMIT 1)""");
        var log = await VerifyAsync();
        Assert.Equal(Damaged(audit), log.Files.Select(finding => finding.Reason));
    }

    [Fact]
    public async Task The_next_audit_says_that_nothing_can_be_compared_with_a_damaged_one()
    {
        var damaged = await SignedAsync();
        Clock.Advance(TimeSpan.FromHours(1));
        var audit = await HandedInAsync();
        var before = (await ServicesOf<SignOffReview>(Manager).FindAsync(audit, Ct))!;
        await BehindAsync($"""DELETE FROM "FrozenShops" WHERE "AuditId" = {damaged}""");
        List<Guid> blockers = [.. before.Blockers.Select(blocker => blocker.Item)];
        await Assert.ThrowsAsync<DomainException>(() => SigningBy(Manager).SignAsync(audit, "Fine.", blockers, Proof, before.Seen, Ct));
        var review = (await ServicesOf<SignOffReview>(Manager).FindAsync(audit, Ct))!;
        Assert.Equal((damaged, true), (review.Earlier!.Id, review.Earlier.IsAltered));
        Assert.Empty(review.Verdicts);
        await SignAsync(audit);
        var report = await ServicesOf<AuditReportWorkflow>(Manager).SignedAsync(audit, Ct);
        var text = OutsideTool.Run("pdftotext", "poppler-utils", report!.Pdf, "-raw", "FILE", "-").ReplaceLineEndings(" ");
        Assert.Contains("nothing can be compared, because what was signed then is missing or altered (page", text, StringComparison.Ordinal);
        Assert.Contains("Here nothing can be compared, because what was signed then is missing or altered.", text, StringComparison.Ordinal);
    }

    private static string[] Damaged(Guid audit) => [$"audit {audit}: what it froze or signed is missing, or is not what its hash says"];

    private async Task IsDamagedAsync(Guid audit)
    {
        Assert.True((await Pages(Manager).FindAsync(audit, Ct))!.IsAltered);
        Assert.Equal(SignatureStanding.Damaged, await StandingsFor(Manager).SignatureAsync(await StoredAsync(audit), Ct));
        await Assert.ThrowsAsync<FormatException>(() => ServicesOf<FieldworkQuery>(Manager).FindAsync(audit, null, Ct));
        Assert.Equal([$"audit {audit}: what it froze is not what was signed"], (await VerifyAsync()).Files.Select(finding => finding.Reason));
    }

    private Task<LogVerification> VerifyAsync() =>
        ScopeOf(Actor.System("test")).GetRequiredService<AuditLogVerifier>().VerifyAllAsync(new LogChecks { Files = true }, Ct);

    private Task BehindAsync(FormattableString sql) => BehindAsync(["FrozenShops", "FrozenContents"], db => db.Database.ExecuteSqlAsync(sql, Ct));
}
