using ComplianceHub.Features.Audits.Dossiers;
using ComplianceHub.Tests.Features.Audits.Dossiers;
using ComplianceHub.Tests.Given;
using Microsoft.Data.Sqlite;

namespace ComplianceHub.Tests.CommandLine;

/// <summary>What somebody does with a dossier who does not trust this program: every command of its README, and then the same
/// with files that were altered.</summary>
public sealed class AuditDossierVerbTests(AuditedDemo demo) : IClassFixture<AuditedDemo>
{
    [Fact]
    public async Task Every_command_of_the_readme_says_that_it_is_authentic()
    {
        using var dossier = await UnpackedAsync("olive-row");
        DemandTools();
        var said = dossier.Commands.ToDictionary(command => command, dossier.Run);
        Assert.All(said, one => Assert.True(one.Value.ExitCode == 0, $"{one.Key}\n{one.Value.Output}"));
        string After(string command) => Assert.Single(said, one => one.Key.StartsWith(command, StringComparison.Ordinal)).Value.Output;
        Assert.Equal("", After("sha256sum"));
        Assert.Contains("Signature is Valid.", After("pdfsig report.pdf"), StringComparison.Ordinal);
        Assert.Contains("Total document signed", After("pdfsig report.pdf"), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors found", After("qpdf"), StringComparison.Ordinal);
        Assert.Contains(After("openssl pkcs7").Split('=')[1].Trim().Replace(":", "", StringComparison.Ordinal).ToLowerInvariant(), dossier.Text("README.txt"), StringComparison.Ordinal);
        Assert.Equal("", After("for file in frozen"));
        Assert.Equal("Verified OK\n", After("openssl dgst"));
        Assert.EndsWith("Everything fits.\n", After("python3"), StringComparison.Ordinal);
        Assert.Contains("signed the checkpoint", After("python3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_snapshot_fits_its_schema_for_another_library_too()
    {
        using var dossier = await UnpackedAsync("fjord-and-fable");
        Assert.SkipUnless(dossier.Run("command -v jsonschema").ExitCode == 0, "jsonschema is not installed; Debian has it in python3-jsonschema.");
        var command = Assert.Single(dossier.Commands, one => one.StartsWith("jsonschema", StringComparison.Ordinal));
        var (exitCode, output) = dossier.Run(command);
        Assert.True(exitCode == 0, output);
        await File.WriteAllTextAsync(dossier.PathOf("frozen/snapshot-fjord-and-fable.json"), dossier.Text("frozen/snapshot-fjord-and-fable.json").Replace("\"LegalName\"", "\"Name\"", StringComparison.Ordinal), Ct);
        Assert.NotEqual(0, dossier.Run(command).ExitCode);
    }

    // Whoever alters a file can write SHA256SUMS anew; the signatures and the hashes within are what holds.
    [Theory]
    [InlineData("report.pdf", "Privacy", "Privacx", "the log names the report")]
    [InlineData("frozen/signed-content.json", "\"statement\":\"", "\"statement\":\"Not ", "the log names the report")]
    [InlineData("frozen/snapshot-olive-row.json", "\"LegalName\":\"", "\"LegalName\":\"X", "that were signed")]
    [InlineData("frozen/verdicts-olive-row.json", "\"Pass\"", "\"Fail\"", "that were signed")]
    [InlineData("evidence/E-01-belangenafweging-fraud.txt", "e", "3", "evidence belangenafweging-fraud.txt")]
    [InlineData("log/entries-olive-row.jsonl", "Accepted", "Rejected", "entries")]
    [InlineData("log/entries-olive-row.jsonl", "\\\"action\\\":\\\"changed\\\"", "\\\"action\\\":\\\"removed\\\"", "is in checkpoint")]
    [InlineData("log/log-proof.json", "\"seq\":1", "\"seq\":2", "is in checkpoint")]
    [InlineData("log/checkpoint.txt", "\n3\n", "\n4\n", "the checkpoint is the one in the note")]
    public async Task What_was_altered_is_found(string file, string old, string now, string where)
    {
        using var dossier = await UnpackedAsync("olive-row");
        Assert.SkipUnless(dossier.Run("command -v python3 openssl").ExitCode == 0, "python3 or openssl is not installed; Debian has them in packages of that name.");
        var text = await File.ReadAllBytesAsync(dossier.PathOf(file), Ct);
        var at = text.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(old));
        Assert.True(at >= 0, $"{old} is not in {file}");
        byte[] altered = [.. text[..at], .. System.Text.Encoding.UTF8.GetBytes(now), .. text[(at + System.Text.Encoding.UTF8.GetByteCount(old))..]];
        await File.WriteAllBytesAsync(dossier.PathOf(file), altered, Ct);
        var sums = Assert.Single(dossier.Text(Dossier.Sums).Split('\n'), line => line.EndsWith("  " + file, StringComparison.Ordinal));
        Assert.Contains($"WRONG  {file} is not the file that was packed", dossier.Run($"python3 {DossierFiles.Script}").Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(dossier.PathOf(Dossier.Sums), dossier.Text(Dossier.Sums).Replace(sums, $"{ComplianceHub.Domain.Sha256Text.Of(altered)}  {file}", StringComparison.Ordinal), Ct);
        var (exitCode, output) = dossier.Run($"python3 {DossierFiles.Script}");
        Assert.Equal(1, exitCode);
        Assert.Contains(output.Split('\n'), line => line.StartsWith("WRONG", StringComparison.Ordinal) && line.Contains(where, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_key_did_not_sign_the_checkpoint()
    {
        using var dossier = await UnpackedAsync("olive-row");
        DemandTools();
        var key = Assert.Single(dossier.Names, name => name.EndsWith(".pem", StringComparison.Ordinal));
        Assert.Equal(0, dossier.Run($"openssl ecparam -name prime256v1 -genkey -noout | openssl ec -pubout > {key}").ExitCode);
        foreach (var command in dossier.Commands.Where(one => one.StartsWith("sed", StringComparison.Ordinal) || one.StartsWith("tail", StringComparison.Ordinal)))
            dossier.Run(command);
        Assert.NotEqual(0, dossier.Run(Assert.Single(dossier.Commands, one => one.StartsWith("openssl dgst", StringComparison.Ordinal))).ExitCode);
        Assert.Contains($"WRONG  {key} signed the checkpoint", dossier.Run($"python3 {DossierFiles.Script}").Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told_by_the_verb_and_by_every_check()
    {
        using var folder = new TemporaryFolder();
        // With the keys beside it, and apart from the others: this database goes on by itself.
        SqliteConnection.ClearAllPools();
        foreach (var source in Directory.EnumerateFiles(Path.GetDirectoryName(demo.Database)!, "*", SearchOption.AllDirectories).Where(one => !one.EndsWith(".zip", StringComparison.Ordinal)))
        {
            var copied = folder.File(Path.GetRelativePath(Path.GetDirectoryName(demo.Database)!, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copied)!);
            File.Copy(source, copied);
        }
        var database = folder.File(Path.GetFileName(demo.Database));
        await using (var copy = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await copy.OpenAsync(Ct);
            await using var remove = copy.CreateCommand();
            remove.CommandText = "DELETE FROM EvidenceChunks WHERE Sha256 = (SELECT Sha256 FROM EvidenceFiles WHERE FileName LIKE 'belangenafweging-fraud%')";
            Assert.Equal(1, await remove.ExecuteNonQueryAsync(Ct));
        }
        var file = folder.File("gone.zip");
        var verb = await Verb.RunAsync("audit", "dossier", "--audit", await AuditAsync("olive-row"), "--output", file, "--database", database);
        Assert.Equal((6, ""), (verb.ExitCode, verb.Errors));
        Assert.StartsWith("missing: E-01 belangenafweging-fraud.txt (sha256 ", verb.Output, StringComparison.Ordinal);
        using var dossier = new UnpackedDossier(File.OpenRead(file));
        Assert.Contains("evidence/E-01-belangenafweging-fraud.txt", dossier.Text("README.txt"), StringComparison.Ordinal);
        var (exitCode, output) = dossier.Run("sha256sum --check --quiet SHA256SUMS");
        Assert.Equal(1, exitCode);
        Assert.Contains("evidence/E-01-belangenafweging-fraud.txt: FAILED open or read", output, StringComparison.Ordinal);
        Assert.Equal(1, dossier.Run($"python3 {DossierFiles.Script}").ExitCode);
    }

    // As the reports do: whoever names a file wants it to hold what is written now.
    [Fact]
    public async Task An_older_file_is_replaced_whole()
    {
        var file = demo.File("older.zip");
        await File.WriteAllBytesAsync(file, new byte[10_000_000], Ct);
        (await Verb.RunAsync("audit", "dossier", "--audit", await AuditAsync("olive-row"), "--output", file, "--database", demo.Database)).ShouldSucceed();
        Assert.True(new FileInfo(file).Length < 10_000_000);
        using var dossier = new UnpackedDossier(File.OpenRead(file));
        Assert.Contains("report.pdf", dossier.Names);
    }

    [Fact]
    public async Task What_cannot_be_done_is_a_sentence_and_leaves_no_file()
    {
        var (audit, free) = (await AuditAsync("olive-row"), demo.File("free.zip"));
        (await Verb.RunAsync("audit", "dossier", "--audit", Guid.Empty.ToString(), "--output", free, "--database", demo.Database)).ShouldRefuse("There is no signed audit");
        (await Verb.RunAsync("audit", "dossier", "--audit", "olive", "--output", free, "--database", demo.Database)).ShouldRefuse("olive");
        (await Verb.RunAsync("audit", "dossier", "--audit", audit, "--database", demo.Database)).ShouldRefuse("--output");
        (await Verb.RunAsync("audit", "dossier", "--output", free, "--database", demo.Database)).ShouldRefuse("--audit");
        (await Verb.RunAsync("audit", "dossier", "--audit", audit, "--output", free, "--database", demo.File("nowhere.db"))).ShouldRefuse("There is no database");
        (await Verb.RunAsync("audit", "dossier", "--audit", audit, "--output", Path.Combine(demo.File("no-folder"), "d.zip"), "--database", demo.Database)).ShouldRefuse("no-folder");
        Assert.False(File.Exists(free));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static void DemandTools()
    {
        foreach (var (tool, package) in new[] { ("pdfsig", "poppler-utils"), ("qpdf", "qpdf"), ("openssl", "openssl"), ("python3", "python3"), ("jsonschema", "python3-jsonschema"), ("sha256sum", "coreutils") })
        {
            Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, tool))),
                $"{tool} is not installed; Debian has it in {package}.");
        }
    }

    private async Task<string> AuditAsync(string shop) => (await Verb.RunAsync("audit", "list", "--shop", shop, "--json", "--database", demo.Database)).ShouldSucceed()
        .Json.EnumerateArray().First(audit => audit.GetProperty("state").GetString() == "signed").GetProperty("id").GetString()!;

    private async Task<UnpackedDossier> UnpackedAsync(string shop)
    {
        var file = demo.File($"{Guid.NewGuid():N}.zip");
        var verb = (await Verb.RunAsync("audit", "dossier", "--audit", await AuditAsync(shop), "--output", file, "--database", demo.Database)).ShouldSucceed();
        Assert.Equal("", verb.Output);
        return new(File.OpenRead(file));
    }
}
