using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using ComplianceHub.Domain.AuditLog;
using ComplianceHub.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Tests.Features.AuditLog;

public sealed class LogExportTests(HubApplication hub) : IClassFixture<HubApplication>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_for_programs_can_be_checked_with_nothing_but_a_hash()
    {
        using var file = JsonDocument.Parse(await GetAsync("viewer", $"{HubUrls.Log("fjord-and-fable")}.json"));
        var previous = new string('0', 64);
        foreach (var entry in file.RootElement.GetProperty("log").EnumerateArray())
        {
            var canonical = SHA256.HashData(Encoding.UTF8.GetBytes(entry.GetProperty("canonical").GetString()!));
            Assert.Equal(previous, entry.GetProperty("previousHash").GetString());
            previous = Convert.ToHexStringLower(SHA256.HashData([.. "ComplianceHub audit v1\n"u8, .. Convert.FromHexString(previous), .. canonical]));
            Assert.Equal(previous, entry.GetProperty("hash").GetString());
        }
        Assert.Equal(previous, file.RootElement.GetProperty("head").GetString());
        Assert.True(file.RootElement.GetProperty("log").GetArrayLength() > 200);
    }

    [Fact]
    public async Task A_file_for_spreadsheets_has_a_line_for_each_field_and_obeys_the_filter()
    {
        var lines = (await GetAsync("administrator", $"{HubUrls.GroupLog}.csv?kind=LegalEntity&action=added")).TrimEnd().Split("\r\n");
        Assert.Equal("\uFEFF\"Number\",\"At (UTC)\",\"Who\",\"Actor\",\"Action\",\"Kind\",\"Record\",\"Record id\",\"Why\",\"Field\",\"Old\",\"New\",\"Hash\"", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Contains("\"LegalEntity\"", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"Name\",\"\",\"Fjord & Fable GmbH\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_is_an_entry_of_the_log_that_it_took_out()
    {
        await GetAsync("administrator", $"{HubUrls.SystemLog}.csv?text=nobody");
        await using var scope = hub.Services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<HubDb>().OpenAsync(Actor.System("test"), Ct);
        var entry = await db.AuditLogEntries.OrderByDescending(row => row.Sequence).FirstAsync(row => row.Chain == ChainId.System && row.Action == "exported", Ct);
        var details = (await db.AuditLogPayloads.SingleAsync(row => row.EntryId == entry.Id, Ct)).Changes.ToDictionary(change => change.Field, change => change.New?.ToString());
        Assert.Equal(("csv", "text nobody", $"{entry.Sequence - 1}"), (details["Format"], details["Filter"], details["UpTo"]));
    }

    [Theory]
    [InlineData("auditor", "/shops/olive-row/log.csv"), InlineData("viewer", "/shops/olive-row/log.json"), InlineData("viewer", "/log.csv")]
    [InlineData("officer", "/system/log.json"), InlineData("administrator", "/shops/nowhere/log.csv")]
    public async Task What_is_missing_and_what_is_forbidden_is_not_found(string account, string path)
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync(account);
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_takes_a_log_out_without_signing_in()
    {
        using var browser = new FormBrowser(hub);
        using var answer = await browser.GetAsync($"{HubUrls.GroupLog}.csv");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<string> GetAsync(string account, string path)
    {
        using var browser = new FormBrowser(hub);
        await browser.SignInAsync(account);
        using var answer = await browser.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "attachment", true), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Headers.CacheControl?.NoStore));
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct));
    }
}
