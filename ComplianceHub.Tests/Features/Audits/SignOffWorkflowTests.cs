using System.Text.Json.Nodes;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Audits.Fieldwork;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.Audits;

public sealed class SignOffWorkflowTests_on_Sqlite() : SignOffWorkflowTests(null);

public sealed class SignOffWorkflowTests_on_Postgres(PostgresServer server) : SignOffWorkflowTests(server);

public abstract class SignOffWorkflowTests(PostgresServer? server) : AuditFixture(server)
{
    [Fact]
    public async Task The_manager_signs_bytes_that_say_it_all()
    {
        var audit = await SignedAsync();
        await using var db = await OpenAsync(Manager);
        var signOff = await db.SignOffs.SingleAsync(row => row.AuditId == audit, Ct);
        Assert.Equal((Manager, Proof, "We know of it."), (signOff.SignedBy, signOff.Proof, signOff.Statement));
        var signed = JsonNode.Parse((await db.FrozenContents.SingleAsync(row => row.Sha256 == signOff.ContentSha256, Ct)).Bytes)!;
        var frozen = await db.FrozenShops.SingleAsync(row => row.AuditId == audit, Ct);
        Assert.Equal(frozen.SnapshotSha256, (string?)signed["frozen"]![0]!["snapshot"]);
        Assert.Equal("We know of it.", (string?)signed["signOff"]!["statement"]);
        Assert.Equal((await ItemsAsync(audit)).Count, signed["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Each_failing_blocker_has_to_be_acknowledged()
    {
        var audit = await HandedInAsync();
        var blocker = Assert.Single(await SigningBy(Manager).BlockersAsync(audit, Ct), blocker => blocker.Result.Requirement == "GDPR-6-1");
        var refusal = await Assert.ThrowsAsync<DomainException>(() => SigningBy(Manager).SignAsync(audit, "Fine.", [], Proof, Ct));
        Assert.Contains(blocker.Result.Title, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(AuditState.AwaitingSignOff, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task A_statement_is_needed() =>
        Assert.Equal("Write your statement.", (await Assert.ThrowsAsync<DomainException>(async () =>
        {
            var audit = await HandedInAsync();
            await SigningBy(Manager).SignAsync(audit, " ", [.. (await ItemsAsync(audit)).Select(item => item.Id)], Proof, Ct);
        })).Message);

    [Fact]
    public async Task Nobody_else_signs_not_even_an_administrator()
    {
        var audit = await HandedInAsync();
        foreach (var other in new[] { Officer, Auditor, await PersonAsync(HubRole.Administrator), await PersonAsync(HubRole.Manager, Shop.Id) })
            await Assert.ThrowsAsync<DomainException>(() => SignAsync(audit, other));
        Assert.Equal(AuditState.AwaitingSignOff, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task Who_is_no_manager_any_more_does_not_sign()
    {
        var audit = await HandedInAsync();
        await using (var db = await OpenAsync())
        {
            (await db.Grants.SingleAsync(grant => grant.UserId == Manager, Ct)).Role = HubRole.Viewer;
            await db.SaveChangesAsync(Ct);
        }
        await Assert.ThrowsAsync<AccessDeniedException>(() => SignAsync(audit));
        Assert.Equal(AuditState.AwaitingSignOff, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task Of_two_signatures_at_once_one_wins_and_the_other_is_told()
    {
        var audit = await HandedInAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => SignAsync(audit)).AsTask()));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<Exception>(), outcome => Assert.IsAssignableFrom<DomainException>(outcome));
        await using var db = await OpenAsync();
        Assert.Equal(1, await db.SignOffs.CountAsync(row => row.AuditId == audit, Ct));
    }

    [Fact]
    public async Task A_later_signed_audit_takes_the_place_of_the_earlier()
    {
        var (first, second) = (await SignedAsync(), await SignedAsync());
        Assert.Equal(second, (await StoredAsync(first)).SupersededBy);
        Assert.Null((await StoredAsync(second)).SupersededBy);
    }

    [Fact]
    public async Task An_audit_that_was_frozen_earlier_takes_no_place_though_it_is_signed_later()
    {
        var first = await HandedInAsync();
        Clock.Advance(TimeSpan.FromHours(1));
        var second = await SignedAsync();
        await SignAsync(first);
        Assert.Null((await StoredAsync(second)).SupersededBy);
        Assert.Equal(second, (await StoredAsync(first)).SupersededBy);
        Assert.Equal(second, await ServicesOf<AuditReportWorkflow>(Manager).LatestSignedAsync(Shop.Slug, Ct));
        // Nor is it compared with what came after it.
        Assert.Null((await ServicesOf<SignOffReview>(Manager).FindAsync(first, Ct))!.Earlier);
    }

    [Fact]
    public async Task An_audit_that_was_signed_meanwhile_changes_what_was_shown()
    {
        var (first, second) = (await HandedInAsync(), await HandedInAsync());
        var shown = (await ServicesOf<SignOffReview>(Manager).FindAsync(second, Ct))!;
        Assert.Null(shown.Earlier);
        await SignAsync(first);
        List<Guid> blockers = [.. shown.Blockers.Select(blocker => blocker.Item)];
        await Assert.ThrowsAsync<DomainException>(() => SigningBy(Manager).SignAsync(second, "Fine.", blockers, Proof, shown.Seen, Ct));
        Assert.NotNull((await ServicesOf<SignOffReview>(Manager).FindAsync(second, Ct))!.Earlier);
    }

    [Fact]
    public async Task What_was_added_since_it_was_shown_is_not_signed_unseen()
    {
        var audit = await HandedInAsync();
        var review = ServicesOf<SignOffReview>(Manager);
        var (signing, shown) = (SigningBy(Manager), (await review.FindAsync(audit, Ct))!);
        List<Guid> blockers = [.. shown.Blockers.Select(blocker => blocker.Item)];
        await Workflow(Officer).CommentAsync((await ItemsAsync(audit))[0].Id, "One more thing.", Ct);
        var refusal = await Assert.ThrowsAsync<DomainException>(() => signing.SignAsync(audit, "Fine.", blockers, Proof, shown.Seen, Ct));
        Assert.StartsWith("Something was added to this audit since it was shown to you.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(AuditState.AwaitingSignOff, (await StoredAsync(audit)).State);
        await signing.SignAsync(audit, "Fine.", blockers, Proof, (await review.FindAsync(audit, Ct))!.Seen, Ct);
    }

    [Fact]
    public async Task Pages_show_the_decisions_that_were_signed_whatever_the_rows_say()
    {
        var audit = await HandedInAsync();
        await Workflow(Officer).CommentAsync((await ItemsAsync(audit))[0].Id, "As it was.", Ct);
        await SignAsync(audit);
        await using (var db = await OpenAsync())
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditItems" SET "Decision" = 'Major', "Note" = 'Never decided'""", Ct);
            await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditComments" SET "Text" = 'Never said'""", Ct);
        }
        Assert.All((await ServicesOf<AuditQuery>(Manager).FindAsync(audit, Ct))!.Items, item => Assert.NotEqual(AuditDecision.Major, item.Decision));
        var fieldwork = (await ServicesOf<FieldworkQuery>(Manager).FindAsync(audit, null, Ct))!;
        Assert.DoesNotContain(fieldwork.Items, item => item.Decision.Note == "Never decided");
        Assert.Equal("As it was.", Assert.Single(fieldwork.Items.SelectMany(item => item.Comments)).Text);
    }

    [Fact]
    public async Task Nothing_that_was_signed_changes_through_the_program()
    {
        var audit = await SignedAsync();
        await RefusesAsync(async db => (await db.Audits.SingleAsync(row => row.Id == audit, Ct)).Title = "Another");
        await RefusesAsync(async db => (await db.Audits.SingleAsync(row => row.Id == audit, Ct)).State = AuditState.Fieldwork);
        await RefusesAsync(async db => (await db.AuditItems.FirstAsync(row => row.AuditId == audit, Ct)).Decision = AuditDecision.Minor);
        await RefusesAsync(async db => (await db.SignOffs.SingleAsync(row => row.AuditId == audit, Ct)).Statement = "Never said");
        await RefusesAsync(async db => (await db.FrozenShops.SingleAsync(row => row.AuditId == audit, Ct)).AsOf = new(2020, 1, 1));
        await RefusesAsync(async db => db.Remove(await db.SignOffs.SingleAsync(row => row.AuditId == audit, Ct)));
        await RefusesAsync(async db => db.Remove(await db.Audits.SingleAsync(row => row.Id == audit, Ct)));
        await RefusesAsync(db => Task.FromResult(db.Add(new FrozenContent { Sha256 = new('0', 64), Bytes = [1] })));
    }

    [Theory]
    [InlineData("""UPDATE "SignOffs" SET "Statement" = 'Never said'""")]
    [InlineData("""DELETE FROM "SignOffs" """)]
    [InlineData("""UPDATE "FrozenShops" SET "AsOf" = '2020-01-01'""")]
    [InlineData("""DELETE FROM "FrozenShops" """)]
    [InlineData("""UPDATE "FrozenContents" SET "Bytes" = "Bytes" """)]
    [InlineData("""DELETE FROM "FrozenContents" """)]
    public async Task Nothing_that_was_signed_changes_through_the_database(string sql)
    {
        await SignedAsync();
        await using var db = await OpenAsync();
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Ct));
        Assert.Contains("frozen or signed never changes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_sees_their_audit_and_a_stranger_none()
    {
        var audit = await SignedAsync();
        Assert.Equal((1, true), await SeesAsync(Auditor));
        Assert.Equal((0, false), await SeesAsync(await StrangerAsync()));
        Assert.Equal((0, false), await SeesAsync(await PersonAsync(HubRole.Auditor, Shop.Id)));
        Assert.Equal((0, false), await SeesAsync(await PersonAsync(HubRole.PrivacyOfficer, OtherShop.Id)));
        Clock.SetUtcNow(new(2026, 12, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((0, false), await SeesAsync(Auditor));
        Assert.Equal(AuditState.Signed, (await StoredAsync(audit)).State);
    }

    [Fact]
    public async Task It_goes_stale_by_a_change_of_what_it_covers()
    {
        var audit = await SignedAsync();
        Assert.False(Assert.Single(await StandingsFor(Manager).OfAsync(audit, Ct)).Difference.IsStale);
        await using (var db = await OpenAsync(Officer))
        {
            (await db.Vendors.SingleAsync(vendor => vendor.Id == Processor.Id, Ct)).Country = "IE";
            await db.SaveChangesAsync(Ct);
        }
        var difference = Assert.Single(await StandingsFor(Manager).OfAsync(audit, Ct)).Difference;
        Assert.True(difference.IsStale);
        var field = Assert.Single(Assert.Single(difference.Records).Fields);
        Assert.Equal(("Country", "MT", "IE"), (field.Field, (string?)field.Signed, (string?)field.Now));
    }

    [Fact]
    public async Task It_does_not_go_stale_by_time_or_by_what_it_does_not_cover()
    {
        var audit = await SignedAsync();
        await SaveAsync(new Vendor { ShopId = OtherShop.Id, LegalName = "Elsewhere" });
        await SaveAsync(new Vendor { ShopId = Shop.Id, LegalName = "Not used yet" });
        Clock.SetUtcNow(new(2027, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var difference = Assert.Single(await StandingsFor(Manager).OfAsync(audit, Ct)).Difference;
        Assert.Equal(["Not used yet"], difference.Records.Select(record => record.Record.Name));
        Assert.False(difference.IsStale);
    }

    private async Task RefusesAsync<T>(Func<HubDbContext, Task<T>> change)
    {
        await using var db = await OpenAsync();
        await change(db);
        await Assert.ThrowsAsync<AccessDeniedException>(() => db.SaveChangesAsync(Ct));
    }

    private async Task<(int Audits, bool Content)> SeesAsync(Guid person)
    {
        await using var db = await OpenAsync(person);
        return (await db.Audits.CountAsync(Ct), await db.FrozenContents.AnyAsync(Ct));
    }
}
